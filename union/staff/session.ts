import { hourMs, minuteMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { type StaffMember, staffMemberOf } from "./staff-member.ts";
import { hashOfToken } from "./token.ts";

/** After so long everybody signs in again, in milliseconds: longer than any working day. */
const longestMs = 12 * hourMs;
/** After so long without a click a session ends, in milliseconds. */
export const idleMs = 2 * hourMs;
/** A click is noted at most so often. */
const noteEveryMs = minuteMs;

/** What the browser is given to keep: the token is in nobody else's hands, not even ours. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

interface SessionStart {
  readonly staffId: string;
  readonly token: string;
  readonly how: "link" | "demo";
  readonly now: Date;
}

/** Begins a session, and ends those whose time is over. */
export async function startSession(
  tx: Transaction,
  { staffId, token, how, now }: SessionStart,
): Promise<NewSession> {
  const expiresAt = new Date(now.getTime() + longestMs);
  await tx.staffSession.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.staffSession.create({
    data: { id: hashOfToken(token), staffId, createdAt: now, seenAt: now, expiresAt },
  });
  await audit(tx, {
    actor: `staff:${staffId}`,
    action: "staff.signed_in",
    object: `staff:${staffId}`,
    detail: { how },
    at: now,
  });
  return { token, expiresAt };
}

/** Somebody who is signed in. */
export interface SignedIn extends StaffMember {
  readonly sessionId: string;
}

/**
 * Whose session a cookie is; null when it is nobody's, or over.
 *
 * @param isClick  a page that only looks again by itself does not keep a session awake
 */
export async function sessionOf(
  { store, clock }: Pick<Means, "store" | "clock">,
  token: string,
  isClick: boolean,
): Promise<SignedIn | null> {
  const id = hashOfToken(token);
  const session = await store.read.staffSession.findUnique({ where: { id }, include: { staff: true } });
  if (session === null || session.staff.disabledAt !== null) return null;
  const now = clock.now();
  const quietMs = now.getTime() - session.seenAt.getTime();
  if (session.expiresAt <= now || quietMs >= idleMs) return null;
  if (isClick && quietMs >= noteEveryMs)
    await store.write.once((tx) => tx.staffSession.updateMany({ where: { id }, data: { seenAt: now } }));
  return { ...staffMemberOf(session.staff), sessionId: id };
}

/** Signs out: here, or wherever she is signed in. */
export function endSession(
  { store, clock }: Pick<Means, "store" | "clock">,
  { id: staffId, sessionId }: SignedIn,
  where: "here" | "everywhere",
): Promise<void> {
  return store.write.once(async (tx) => {
    const ended = where === "here" ? { id: sessionId } : { staffId };
    const { count } = await tx.staffSession.deleteMany({ where: ended });
    if (count === 0) return;
    const at = clock.now();
    await audit(tx, {
      actor: `staff:${staffId}`,
      action: "staff.signed_out",
      object: `staff:${staffId}`,
      detail: { sessions: count },
      at,
    });
  });
}
