import type { Transaction } from "../../prisma/store.ts";
import { findAttestation, type OpenAttestation } from "./find-attestation.ts";

/** Why a link leads nowhere. Nothing was changed. */
export type NotForHer =
  | { readonly kind: "unknown" }
  /** It was answered before. */
  | { readonly kind: "used" }
  | { readonly kind: "expired" }
  /** Somebody else has begun to answer, or it is about the very person who comes. */
  | { readonly kind: "foreign" };

export type AttestationBeginning =
  | { readonly kind: "begun"; readonly attestation: OpenAttestation }
  | NotForHer;

/** Begins the talk with the attestor who came from this address; whoever came first keeps the link, and may come again. */
export async function beginAttestation(
  tx: Transaction,
  { attestationId, addressId }: { readonly attestationId: string; readonly addressId: string },
  now: Date,
): Promise<AttestationBeginning> {
  const attestation = await findAttestation(tx, attestationId);
  const why =
    attestation === null ? { kind: "unknown" as const } : await notForHer(tx, attestation, addressId, now);
  if (attestation === null || why !== null) return why ?? { kind: "unknown" };
  if (attestation.state === "started") return { kind: "begun", attestation };
  await tx.attestation.update({
    where: { id: attestationId },
    // From here on she is reminded by her talk, if at all; the time she has stays.
    data: { state: "started", addressId, startedAt: now, dueAt: attestation.expiresAt },
  });
  return { kind: "begun", attestation: { ...attestation, state: "started", addressId } };
}

/** Says why this address may not answer; null where it may. */
export async function notForHer(
  tx: Transaction,
  { state, expiresAt, addressId: begunBy, requestId }: OpenAttestation,
  addressId: string,
  now: Date,
): Promise<NotForHer | null> {
  if (begunBy !== null && begunBy !== addressId) return { kind: "foreign" };
  const { personId } = await tx.credentialRequest.findUniqueOrThrow({ where: { id: requestId } });
  const own = await tx.addressHolder.count({ where: { personId, addressId, until: null } });
  if (own > 0) return { kind: "foreign" };
  if (state === "answered") return { kind: "used" };
  return state === "silent" || expiresAt <= now ? { kind: "expired" } : null;
}
