import type { Transaction } from "../../prisma/store.ts";
import type { Means } from "../means.ts";
import { linkLivesMs, mostLinks } from "./sign-in-link.ts";
import { type StaffMember, staffMemberOf } from "./staff-member.ts";
import { hashOfToken, newToken } from "./token.ts";

export interface SignInQuestion {
  readonly email: string;
  /** What the browser keeps that asked: only there the link will work. */
  readonly browserToken: string;
}

/** Puts the letter with the link into the outgoing mail, in the same transaction. */
export type PostSignInLink = (
  tx: Transaction,
  letter: {
    readonly linkId: string;
    readonly token: string;
    readonly staff: StaffMember;
    readonly now: Date;
  },
) => Promise<unknown>;

/**
 * Sends a link for signing in, if the address belongs to somebody of staff.
 *
 * The caller learns nothing about that: known, unknown, disabled and too many links look the same, and take
 * the same one transaction.
 */
export async function askSignInLink(
  means: Means,
  { email, browserToken }: SignInQuestion,
  post: PostSignInLink,
): Promise<void> {
  const { store, clock, newId } = means;
  const token = newToken(means);
  await store.write.once(async (tx) => {
    const now = clock.now();
    const row = await tx.staff.findUnique({ where: { email: email.trim().toLowerCase() } });
    if (row === null || row.disabledAt !== null) return;
    // A link that is over for as long again says nothing any more.
    const forgotten = new Date(now.getTime() - linkLivesMs);
    await tx.signInLink.deleteMany({ where: { expiresAt: { lt: forgotten } } });
    const young = await tx.signInLink.count({ where: { staffId: row.id, expiresAt: { gt: now } } });
    if (young >= mostLinks) return;
    const linkId = newId();
    await tx.signInLink.create({
      data: {
        id: linkId,
        staffId: row.id,
        tokenHash: hashOfToken(token),
        browserHash: hashOfToken(browserToken),
        createdAt: now,
        expiresAt: new Date(now.getTime() + linkLivesMs),
      },
    });
    await post(tx, { linkId, token, staff: staffMemberOf(row), now });
  });
}
