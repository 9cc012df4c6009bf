import type { Transaction } from "../../prisma/store.ts";

/** Why somebody has to look. */
export type CaseReason =
  | "asked_for_person"
  | "question_before_joining"
  | "young_person"
  | "parked_message"
  /** She and an employer said yes to each other, and neither has a way to reach the other. */
  | "introduction";

export interface NewCase {
  readonly id: string;
  readonly addressId: string;
  readonly personId: string | null;
  readonly reason: CaseReason;
  readonly now: Date;
}

/** Opens a case for an address, or gives back the id of the one that is open: a person who asks twice is one case. */
export async function openCase(
  tx: Transaction,
  { id, addressId, personId, reason, now }: NewCase,
): Promise<string> {
  const open = await tx.case.findFirst({ where: { addressId, closedAt: null }, select: { id: true } });
  if (open !== null) return open.id;
  await tx.case.create({ data: { id, addressId, personId, reason, openedAt: now } });
  return id;
}
