import { generateKeyPairSync, randomUUID } from "node:crypto";
import { type CredentialClaims, credentialClaims } from "../../../domain/credential-claims.ts";
import { didDocument, didOf, type PublishedKey } from "../../../union/credentials/did-document.ts";
import { issueCredential, type NewCredential } from "../../../union/credentials/issue-credential.ts";
import { issueStatusList } from "../../../union/credentials/issue-status-list.ts";
import { type IssuerKey, publicJwk } from "../../../union/credentials/issuer-key.ts";
import { emptyStatusList, withStatus } from "../../../union/credentials/status-list.ts";

export const today = new Date("2026-11-21T19:30:12.345Z");
export const place = 94_567;

export const tailor: CredentialClaims = credentialClaims.parse({
  ...{ kind: "work-record", name: "A.T.", occupation: "7531", months: 24 },
  ...{ level: 2, confirmedBy: "former-employer", reachedBy: "phone", confirmedIn: "2026-11" },
});

/** A key pair as it is after its file was opened. */
export function openKey(id: string): IssuerKey {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicJwk.parse({ ...publicKey.export({ format: "jwk" }), kid: id, alg: "ES256" });
  return { id, publicJwk: jwk, privateKey };
}

/** An issuer with its own site, whose pages a test may read, change and take down. */
export class SmallIssuer {
  readonly publicUrl: string;
  readonly did: string;
  readonly key = openKey("p256-2026-11");
  readonly statusKey = openKey("status-2026-11");
  readonly pages = new Map<string, string>();

  constructor(publicUrl = "https://union.example") {
    this.publicUrl = publicUrl;
    this.did = didOf(publicUrl);
    this.publishKeys([this.key, this.statusKey]);
  }

  get didUrl(): string {
    return `${this.publicUrl}/.well-known/did.json`;
  }

  listUrl(purpose: "revocation" | "suspension"): string {
    return `${this.publicUrl}/status/${purpose}/1`;
  }

  publishKeys(keys: readonly PublishedKey[]): void {
    this.pages.set(this.didUrl, JSON.stringify(didDocument(this.did, keys)));
  }

  /** Publishes both lists, the one with those places set. */
  async publishLists(revoked: readonly number[] = [], suspended: readonly number[] = [], now = today) {
    const issuer = { did: this.did, key: this.statusKey };
    for (const [purpose, set] of [["revocation", revoked] as const, ["suspension", suspended] as const]) {
      const bits = set.reduce((list, index) => withStatus(list, index, true), emptyStatusList());
      const url = this.listUrl(purpose);
      this.pages.set(url, await issueStatusList(issuer, { url, purpose, bits }, now));
    }
  }

  issue(change: Partial<NewCredential> = {}) {
    return issueCredential(
      this,
      {
        ...{ claims: tailor, validFrom: today, validUntil: new Date("2029-11-21T08:00:00Z") },
        status: [
          { purpose: "revocation", list: this.listUrl("revocation"), index: place },
          { purpose: "suspension", list: this.listUrl("suspension"), index: place },
        ],
        ...change,
      },
      randomUUID,
    );
  }

  /** What somebody on the other side of the world has to go by. */
  surroundings(now = today) {
    return {
      ...{ issuers: new Set([this.did]), now },
      fetchText: async (url: string): Promise<string> => {
        const page = this.pages.get(url);
        if (page === undefined) throw new Error(`no page ${url}`);
        return page;
      },
    };
  }
}
