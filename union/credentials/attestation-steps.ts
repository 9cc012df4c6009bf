import { hourMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Secrets } from "../secrets.ts";
import { findAttestation, type OpenAttestation } from "./find-attestation.ts";
import { attestationTokenOf } from "./fingerprints.ts";

/** Attestors are reminded so long after the invitation; after the last one they are left in peace. */
const nudgesAfterMs = [48 * hourMs, 96 * hourMs] as const;
const leastBetweenMs = 24 * hourMs;

/** What is to be done about an attestor who has not answered. */
export type AttestationStep =
  | {
      readonly kind: "ask";
      readonly attestation: OpenAttestation;
      /** The phone number the member gave, in E.164. */
      readonly number: string;
      readonly token: string;
      /** 0 for the invitation, then 1 and 2. */
      readonly nudge: number;
    }
  /** Nobody answered in time: the member is to be told. */
  | {
      readonly kind: "give_up";
      readonly attestation: OpenAttestation;
      readonly personId: string;
      readonly addressId: string;
    };

/** The ids of the questions about which something is to be done now, the longest due first. */
export async function dueAttestations(
  read: Transaction,
  now: Date,
  most: number,
): Promise<readonly string[]> {
  const due = await read.attestation.findMany({
    where: { dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    select: { id: true },
    take: most,
  });
  return due.map(({ id }) => id);
}

/**
 * Takes the step that is due for a question and notes it as taken; null where nothing is due any more. What is sent
 * because of it belongs into the same transaction.
 */
export async function takeAttestationStep(
  tx: Transaction,
  secrets: Secrets,
  id: string,
  now: Date,
): Promise<AttestationStep | null> {
  const row = await tx.attestation.findUnique({ where: { id }, include: { request: true } });
  if (row === null || row.dueAt === null || row.dueAt > now) return null;
  const attestation = await findAttestation(tx, id);
  if (attestation === null) return null;
  if (row.expiresAt <= now || row.identifier === null) {
    await tx.attestation.update({ where: { id }, data: { state: "silent", dueAt: null } });
    const { personId, addressId } = row.request;
    await tx.credentialRequest.updateMany({
      where: { id: row.requestId, state: "awaiting_attestor" },
      data: { state: "attestor_silent", changedAt: now },
    });
    return { kind: "give_up", attestation, personId, addressId };
  }
  const invitedAt = row.invitedAt ?? now;
  const nudge = row.invitedAt === null ? 0 : row.nudges + 1;
  const next = nudgesAfterMs[nudge];
  const nextAt = next === undefined ? Number.POSITIVE_INFINITY : invitedAt.getTime() + next;
  await tx.attestation.update({
    where: { id },
    data: {
      ...{ state: row.state === "to_invite" ? "invited" : row.state, invitedAt, nudges: nudge },
      // After a time in which nothing was sent, not everything at once.
      dueAt: new Date(Math.min(Math.max(nextAt, now.getTime() + leastBetweenMs), row.expiresAt.getTime())),
    },
  });
  const token = attestationTokenOf(secrets, id);
  return { kind: "ask", attestation, number: row.identifier, token, nudge };
}
