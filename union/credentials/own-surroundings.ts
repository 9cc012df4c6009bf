import type { Transaction } from "../../prisma/store.ts";
import { didDocument, didDocumentPath } from "./did-document.ts";
import type { Surroundings } from "./open-document.ts";
import type { OpenIssuer } from "./open-issuer.ts";
import { publishedList, statusListUrl } from "./published-list.ts";

/** The issuer's document of keys, as it is served. */
export const ownDidDocument = (issuer: OpenIssuer): string =>
  JSON.stringify(didDocument(issuer.did, issuer.published));

/**
 * What we check our own credentials by: our own word only, and our own pages from the database. Nothing leaves the
 * machine, whatever address a credential names.
 */
export const ownSurroundings = (read: Transaction, issuer: OpenIssuer, now: Date): Surroundings => ({
  issuers: new Set([issuer.did]),
  now,
  fetchText: async (url) => {
    if (url === issuer.site + didDocumentPath) return ownDidDocument(issuer);
    const [, id] = /\/(\d{1,15})$/.exec(url) ?? [];
    const listId = Number(id);
    const isOurs = id !== undefined && url === statusListUrl(issuer.site, listId);
    const page = isOurs ? await publishedList(read, issuer, listId, now) : null;
    if (page === null) throw new Error("asking for a page that is not ours");
    return page;
  },
});
