import { flagsOf } from "../../domain/credential-flags.ts";
import { type AttestationVerdict, type BlindAnswers, blindAnswers } from "../../domain/credential-request.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { type NotForHer, notForHer } from "./begin-attestation.ts";
import { findAttestation } from "./find-attestation.ts";
import { flagsIn, flagsText } from "./stored-request.ts";
import { timesNamed } from "./times-named.ts";

/** What an attestor said. */
export interface AttestorAnswer {
  readonly attestationId: string;
  /** Where she said it. */
  readonly addressId: string;
  /** What she answered before she saw the claim. */
  readonly answers: BlindAnswers;
  readonly verdict: AttestationVerdict;
}

export type AttestationOutcome =
  | {
      readonly kind: "taken";
      readonly requestId: string;
      readonly state: "attested" | "attestor_declined";
      /** Whose request it is, and where she can be told. */
      readonly personId: string;
      readonly addressId: string;
    }
  /** The talk has not begun. */
  | { readonly kind: "not_begun" }
  /** The answers are none that a talk of ours gives. */
  | { readonly kind: "bad_answers" }
  | NotForHer;

/**
 * Keeps what an attestor said, once, and hands the request on. Whoever says that she is being pressed is thanked as
 * everybody else, and the request goes on as any other: only a caseworker sees it.
 */
export async function answerAttestation(
  tx: Transaction,
  { attestationId, addressId, answers, verdict }: AttestorAnswer,
  now: Date,
): Promise<AttestationOutcome> {
  const attestation = await findAttestation(tx, attestationId);
  if (attestation === null) return { kind: "unknown" };
  const why = await notForHer(tx, attestation, addressId, now);
  if (why !== null) return why;
  const { startedAt, identifierHash } = await tx.attestation.findUniqueOrThrow({
    where: { id: attestationId },
  });
  if (startedAt === null) return { kind: "not_begun" };
  const given = blindAnswers.safeParse(answers);
  if (!given.success) return { kind: "bad_answers" };

  const { requestId, claim } = attestation;
  await tx.attestation.update({
    where: { id: attestationId },
    data: {
      ...{ state: "answered", verdict, answeredAt: now, dueAt: null },
      answers: JSON.stringify(given.data),
    },
  });
  const state = verdict === "declined" || verdict === "unknown_person" ? "attestor_declined" : "attested";
  const request = await tx.credentialRequest.findUniqueOrThrow({ where: { id: requestId } });
  const flags = flagsOf({
    ...{ claim, answers: given.data, verdict, tookMs: now.getTime() - startedAt.getTime() },
    timesNamed: await timesNamed(tx, identifierHash, now),
  });
  await tx.credentialRequest.updateMany({
    where: { id: requestId, state: "awaiting_attestor" },
    data: { state, flags: flagsText(...flagsIn(request), ...flags), changedAt: now },
  });
  await audit(tx, {
    ...{ actor: `attestation:${attestationId}`, action: "request.attested", object: `request:${requestId}` },
    ...{ detail: { state }, at: now },
  });
  return { kind: "taken", requestId, state, personId: request.personId, addressId: request.addressId };
}
