import { levelOf } from "../../domain/credential-claims.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import type { CredentialMeans } from "./credential-means.ts";
import { keepCredential } from "./keep-credential.ts";
import { prepareCredential } from "./prepare-credential.ts";
import { claimsOf } from "./request-claims.ts";
import { answersIn, claimOf, relationOf } from "./stored-request.ts";

/** What a caseworker decides about a request. */
export interface Decision {
  readonly requestId: string;
  readonly staffId: string;
  readonly decision: "approve" | "refuse" | "more_info";
  /** In her words; kept with the request, never in a credential. */
  readonly reason: string;
  /** Runs in the same transaction as a decision that changes something for the member: she is told, or nothing was decided. */
  readonly tell?: (tx: Transaction, news: RequestNews) => Promise<unknown>;
}

/** What a member is to be told. */
export type RequestNews = {
  readonly requestId: string;
  readonly personId: string;
  readonly addressId: string;
  /** What the caseworker wrote about it. */
  readonly reason: string;
} & (
  | {
      readonly kind: "issued";
      readonly credentialId: string;
      readonly code: string;
      readonly validUntil: Date;
    }
  | { readonly kind: "refused" }
  | { readonly kind: "more_info" }
);

export type DecisionOutcome =
  | RequestNews
  /** The first of two has approved. */
  | { readonly kind: "needs_second" }
  | { readonly kind: "same_person" }
  | { readonly kind: "no_reason" }
  | { readonly kind: "unknown" }
  /** It was decided before, or waits for its attestor. */
  | { readonly kind: "not_open" }
  /** No attestor said that it is so: nothing to approve. */
  | { readonly kind: "not_confirmed" };

const approvable = ["attested", "more_info"];
const refusable = [...approvable, "attestor_declined", "attestor_silent"];
const confirming = ["right", "partly"];
/** From this level on two people must have looked. */
const twoFromLevel = 3;
const mostTries = 8;

type Means = CredentialMeans;

/**
 * Decides about a request, once: of two who decide in the same moment one is told that it was decided. What is
 * approved is signed and has its code at once.
 */
export async function decideRequest(means: Means, decision: Decision): Promise<DecisionOutcome> {
  if (decision.reason.trim() === "") return { kind: "no_reason" };
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await (decision.decision === "approve"
      ? approve(means, decision)
      : close(means, decision, decision.decision));
    // Somebody else was there first, or a number drawn at random was taken: look again.
    if (outcome !== null) return outcome;
  }
  throw new Error(`Deciding request ${decision.requestId}: it was changed ${mostTries} times meanwhile.`);
}

type Attempt = Promise<DecisionOutcome | null>;

async function close(means: Means, decision: Decision, verdict: "refuse" | "more_info"): Attempt {
  const { requestId, staffId, reason, tell } = decision;
  const now = means.clock.now();
  return means.store.write.once(async (tx) => {
    const request = await tx.credentialRequest.findUnique({ where: { id: requestId } });
    if (request === null) return { kind: "unknown" };
    const from = verdict === "refuse" ? refusable : refusable.filter((state) => state !== "more_info");
    if (!from.includes(request.state)) return { kind: "not_open" };
    const kind = verdict === "refuse" ? "refused" : "more_info";
    await tx.credentialRequest.update({
      where: { id: requestId },
      data: {
        ...{ state: kind, reason, decidedBy: staffId, decidedAt: now, changedAt: now },
        ...{ approvedBy: null, approvedAt: null },
      },
    });
    await auditDecision(tx, decision, now, {});
    const { personId, addressId } = request;
    const news: RequestNews = { kind, requestId, personId, addressId, reason };
    await tell?.(tx, news);
    return news;
  });
}

async function approve(means: Means, decision: Decision): Attempt {
  const { store, clock } = means;
  const { requestId, staffId, reason, tell } = decision;
  const request = await store.read.credentialRequest.findUnique({
    where: { id: requestId },
    include: { person: { select: { name: true } }, attestations: { where: { state: "answered" } } },
  });
  if (request === null) return { kind: "unknown" };
  if (!approvable.includes(request.state)) return { kind: "not_open" };
  const attested = request.attestations.find(({ verdict }) => confirming.includes(verdict ?? ""));
  if (attested?.answeredAt == null) return { kind: "not_confirmed" };
  if (request.approvedBy === staffId) return { kind: "same_person" };
  const { personId, addressId, approvedBy } = request;
  const relation = relationOf(request);
  const stillSo = { id: requestId, state: request.state, approvedBy };
  const now = clock.now();

  if (levelOf[relation] >= twoFromLevel && approvedBy === null)
    return store.write.once(async (tx) => {
      const { count } = await tx.credentialRequest.updateMany({
        where: stillSo,
        data: { approvedBy: staffId, approvedAt: now, changedAt: now },
      });
      if (count === 0) return null;
      await auditDecision(tx, decision, now, { first: true });
      return { kind: "needs_second" };
    });

  const prepared = await prepareCredential(
    means,
    claimsOf({
      ...{ claim: claimOf(request), answers: answersIn(attested), relation },
      ...{ name: request.person.name, answeredAt: attested.answeredAt },
    }),
  );
  return store.write.once(async (tx) => {
    const held = await tx.credentialRequest.count({ where: stillSo });
    const owner = { personId, requestId, issuedBy: staffId, issuedAt: now };
    if (held === 0 || !(await keepCredential(tx, prepared, owner))) return null;
    await tx.credentialRequest.update({
      where: { id: requestId },
      data: { state: "issued", reason, decidedBy: staffId, decidedAt: now, changedAt: now },
    });
    const { id: credentialId, code, validUntil, level } = prepared;
    await auditDecision(tx, decision, now, { credentialId, level });
    const news: RequestNews = {
      ...{ kind: "issued", requestId, personId, addressId, reason },
      ...{ credentialId, code, validUntil },
    };
    await tell?.(tx, news);
    return news;
  });
}

const auditDecision = (
  tx: Transaction,
  { requestId, staffId, decision }: Decision,
  at: Date,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> =>
  audit(tx, {
    ...{ actor: `staff:${staffId}`, action: `request.${decision}` },
    ...{ object: `request:${requestId}`, detail, at },
  });
