import type { CredentialClaims } from "../../domain/credential-claims.ts";
import { newCredentialCode } from "../../domain/credential-code.ts";
import type { Store } from "../../prisma/store.ts";
import { type StatusPurpose, statusPurposes } from "./credential-document.ts";
import type { CredentialMeans } from "./credential-means.ts";
import { codeHashOf } from "./fingerprints.ts";
import { issueCredential } from "./issue-credential.ts";
import { statusListUrl } from "./published-list.ts";
import { randomUuidBy } from "./random-bytes.ts";
import { sealCode } from "./sealed-code.ts";
import { drawFreePlace, emptyStatusList } from "./status-list.ts";

/** A credential that is signed and waits to be kept. */
export interface PreparedCredential {
  readonly id: string;
  readonly code: string;
  readonly codeHash: string;
  readonly codeSealed: string;
  readonly token: string;
  readonly kind: CredentialClaims["kind"];
  readonly level: number;
  readonly keyId: string;
  readonly validUntil: Date;
  readonly places: readonly { readonly listId: number; readonly place: number }[];
}

/** How long a confirmation counts, in years: work that was done longer ago than that is asked about anew. */
const validYears = 3;
/** What stands before the id of a credential in the credential itself. */
export const urn = "urn:uuid:";

/** Signs a credential with a code and places in the status lists that were free a moment ago. Nothing is kept yet but the lists themselves. */
export async function prepareCredential(
  { store, clock, randomInt, secrets, issuer }: CredentialMeans,
  claims: CredentialClaims,
): Promise<PreparedCredential> {
  const drawn = [];
  for (const purpose of statusPurposes) drawn.push(await drawPlace(store, purpose, randomInt));
  const validFrom = clock.now();
  const validUntil = new Date(
    Date.UTC(validFrom.getUTCFullYear() + validYears, validFrom.getUTCMonth(), validFrom.getUTCDate()),
  );
  const status = drawn.map(({ purpose, listId, place }) => ({
    ...{ purpose, index: place },
    list: statusListUrl(issuer.site, listId),
  }));
  const issued = await issueCredential(issuer, { claims, validFrom, validUntil, status }, () =>
    randomUuidBy(randomInt),
  );
  const id = issued.id.slice(urn.length);
  const code = newCredentialCode(randomInt);
  return {
    ...{ id, code, token: issued.token, kind: claims.kind, level: claims.level, validUntil },
    ...{ codeHash: codeHashOf(secrets, code), codeSealed: sealCode(secrets, randomInt, id, code) },
    keyId: issuer.key.id,
    places: drawn.map(({ listId, place }) => ({ listId, place })),
  };
}

async function drawPlace(store: Store, purpose: StatusPurpose, randomInt: (below: number) => number) {
  for (;;) {
    const listId = await openList(store, purpose);
    const taken = await store.read.statusPlace.findMany({ where: { listId }, select: { place: true } });
    const place = drawFreePlace(new Set(taken.map((row) => row.place)), randomInt);
    if (place !== null) return { purpose, listId, place };
    await store.write.once((tx) => tx.statusList.update({ where: { id: listId }, data: { isOpen: false } }));
  }
}

/** The list that takes credentials now; a new one where there is none. */
async function openList({ read, write }: Store, purpose: StatusPurpose): Promise<number> {
  const open = await read.statusList.findFirst({ where: { purpose, isOpen: true }, select: { id: true } });
  if (open !== null) return open.id;
  const made = await write.once(async (tx) => {
    const other = await tx.statusList.findFirst({ where: { purpose, isOpen: true }, select: { id: true } });
    const bits = Uint8Array.from(emptyStatusList());
    return other ?? tx.statusList.create({ data: { purpose, bits, isOpen: true, version: 1 } });
  });
  return made.id;
}
