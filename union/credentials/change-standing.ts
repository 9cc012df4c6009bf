import { type AuditAction, audit } from "../audit/audit.ts";
import type { StatusPurpose } from "./credential-document.ts";
import type { CredentialMeans } from "./credential-means.ts";
import { setStatus } from "./set-status.ts";
import { signStatusLists } from "./sign-status-lists.ts";

/** Which credential, who decides, and why. */
export interface StandingChange {
  readonly credentialId: string;
  readonly staffId: string;
  readonly reason: string;
}

export type StandingOutcome =
  /** It counts, or does not, from this moment on; the member may be told where she asked for it. */
  | { readonly kind: "done"; readonly personId: string | null; readonly addressId: string | null }
  /** It is in another state than one this can be done to. */
  | { readonly kind: "not_possible"; readonly state: string }
  | { readonly kind: "no_reason" }
  | { readonly kind: "unknown" };

interface Rule {
  readonly action: AuditAction;
  readonly from: readonly string[];
  readonly to: string;
  readonly purpose: StatusPurpose;
  readonly isSet: boolean;
}

const revoking: Rule = {
  ...{ action: "credential.revoked", from: ["issued", "suspended", "expired"], to: "revoked" },
  ...{ purpose: "revocation", isSet: true },
};
const suspending: Rule = {
  ...{ action: "credential.suspended", from: ["issued"], to: "suspended" },
  ...{ purpose: "suspension", isSet: true },
};
const restoring: Rule = {
  ...{ action: "credential.restored", from: ["suspended"], to: "issued" },
  ...{ purpose: "suspension", isSet: false },
};

/** Takes a credential back for good, at once. */
export const revokeCredential = (means: CredentialMeans, change: StandingChange): Promise<StandingOutcome> =>
  changeStanding(means, change, revoking);

/** Takes a credential back for the time being, at once. */
export const suspendCredential = (means: CredentialMeans, change: StandingChange): Promise<StandingOutcome> =>
  changeStanding(means, change, suspending);

/** Lets a credential that was suspended count again, at once. */
export const restoreCredential = (means: CredentialMeans, change: StandingChange): Promise<StandingOutcome> =>
  changeStanding(means, change, restoring);

async function changeStanding(
  means: CredentialMeans,
  { credentialId, staffId, reason }: StandingChange,
  { action, from, to, purpose, isSet }: Rule,
): Promise<StandingOutcome> {
  if (reason.trim() === "") return { kind: "no_reason" };
  const now = means.clock.now();
  const outcome = await means.store.write.once<StandingOutcome>(async (tx) => {
    const credential = await tx.credential.findUnique({
      where: { id: credentialId },
      include: { request: { select: { addressId: true } } },
    });
    if (credential === null) return { kind: "unknown" };
    if (!from.includes(credential.state)) return { kind: "not_possible", state: credential.state };
    await tx.credential.update({ where: { id: credentialId }, data: { state: to, reason, changedAt: now } });
    await setStatus(tx, credentialId, purpose, isSet);
    // Matching looks at what is confirmed.
    if (credential.personId !== null)
      await tx.person.updateMany({ where: { id: credential.personId }, data: { changedAt: now } });
    await audit(tx, {
      ...{ actor: `staff:${staffId}`, action, object: `credential:${credentialId}` },
      ...{ detail: {}, at: now },
    });
    return {
      kind: "done",
      personId: credential.personId,
      addressId: credential.request?.addressId ?? null,
    };
  });
  if (outcome.kind === "done") await signStatusLists(means);
  return outcome;
}
