import type { Pay } from "../../domain/pay.ts";
import type { Transaction } from "../../prisma/store.ts";
import { openingPay } from "../openings/opening-pay.ts";

/** What a member has to know to say yes to an introduction: who asks, for which job, for what pay. */
export interface IntroductionForAsking {
  readonly introductionId: string;
  readonly personId: string;
  readonly employer: string;
  readonly employerPlace: string;
  readonly code: string;
  readonly livelihood: string;
  readonly place: string;
  readonly pay: Pay;
  readonly hours: number | null;
  readonly startsOn: string;
}

/** Reads an introduction as its question words it; null for one there is not. */
export async function introductionForAsking(
  tx: Transaction,
  introductionId: string,
): Promise<IntroductionForAsking | null> {
  const introduction = await tx.introduction.findUnique({
    where: { id: introductionId },
    include: { card: { include: { opening: { include: { employer: true } } } } },
  });
  if (introduction === null) return null;
  const { opening } = introduction.card;
  const { employer, code, livelihood, place, hours, startsOn } = opening;
  return {
    ...{ introductionId, code, livelihood, place, hours, startsOn },
    personId: introduction.personId,
    employer: employer.name,
    employerPlace: employer.place,
    pay: openingPay(opening),
  };
}
