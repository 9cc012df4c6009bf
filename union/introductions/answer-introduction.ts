import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { isLive } from "../digests/digest-content.ts";
import { type EmployerContact, employerContact, type MemberContact, memberContact } from "./contacts.ts";
import { type EmployerToTell, employerToTell } from "./employer-to-tell.ts";

/** What a member answered to the question whether she may be introduced. */
export interface IntroductionAnswer {
  readonly introductionId: string;
  readonly personId: string;
  /** Where she answered: the number there is the one that is shared. */
  readonly addressId: string;
  readonly answer: "agreed" | "refused";
  readonly now: Date;
}

export type AnsweredIntroduction =
  /** Both said yes: each is to be told how to reach the other, this once. */
  | {
      readonly kind: "agreed";
      readonly member: MemberContact;
      readonly employer: EmployerContact;
      readonly tell: EmployerToTell;
    }
  /** The employer is told that the candidate is not available any more, and nothing else. */
  | { readonly kind: "refused"; readonly tell: EmployerToTell }
  /** She answered before, and that stands. */
  | { readonly kind: "already"; readonly state: "agreed" | "refused"; readonly on: Date }
  /** Too late, or the opening has ended, or the employer may not hire through us any more: nothing was shared. */
  | { readonly kind: "late" }
  /** There is no such question to her. */
  | { readonly kind: "unknown" };

/**
 * Keeps a member's answer, once. A yes gives both contacts; the caller writes the consent (topic `sharing`) and the
 * messages in the same transaction, and rings for the round "letters" after the commit.
 */
export async function answerIntroduction(
  tx: Transaction,
  { introductionId, personId, addressId, answer, now }: IntroductionAnswer,
): Promise<AnsweredIntroduction> {
  const introduction = await tx.introduction.findFirst({
    where: { id: introductionId, personId },
    include: { card: { include: { opening: { include: { employer: true } } } } },
  });
  if (introduction === null) return { kind: "unknown" };
  const { state, answeredAt, expiresAt, card } = introduction;
  if ((state === "agreed" || state === "refused") && answeredAt !== null)
    return { kind: "already", state, on: answeredAt };
  if (state !== "asked" || expiresAt <= now) return { kind: "late" };
  const { opening } = card;
  if (answer === "agreed" && (opening.employer.state !== "verified" || !isLive(opening.state)))
    return { kind: "late" };

  await tx.introduction.update({
    where: { id: introductionId },
    data: { state: answer, answeredAt: now, addressId },
  });
  await audit(tx, {
    actor: `person:${personId}`,
    action: `introduction.${answer}`,
    object: `introduction:${introductionId}`,
    detail: { card: card.id, employer: opening.employerId, opening: opening.id, address: addressId },
    at: now,
  });
  if (answer === "refused")
    return { kind: "refused", tell: await employerToTell(tx, introductionId, card, "not-available", now) };
  return {
    kind: "agreed",
    member: await memberContact(tx, personId, addressId),
    employer: await employerContact(tx, opening.employer, opening),
    tell: await employerToTell(tx, introductionId, card, "introduction", now),
  };
}
