import { hourMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { introductionMs } from "../digests/note-decisions.ts";
import { stillWilling } from "../digests/still-willing.ts";

/** A member who is to be asked whether she may be introduced, and what she has to know to say yes: who, which job, what pay. */
export interface DueIntroduction {
  readonly introductionId: string;
  readonly personId: string;
  readonly language: string;
  /** Where she can be reached, the address she has had longest first. */
  readonly addressIds: readonly string[];
  readonly employer: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly place: string;
  };
  readonly opening: {
    readonly id: string;
    readonly code: string;
    readonly livelihood: string;
    readonly place: string;
    readonly payAmount: number;
    readonly payCurrency: string;
    readonly payPeriod: string;
    readonly startsOn: string;
  };
}

/**
 * The introductions whose members are to be asked now, the longest waiting first. Left out, until they lapse, are those
 * of members who may not be asked any more (they are looked at each hour), and of openings and employers that are not what they were.
 */
export async function dueIntroductions(
  tx: Transaction,
  now: Date,
  most = 100,
): Promise<readonly DueIntroduction[]> {
  const due = await tx.introduction.findMany({
    where: {
      state: "to_ask",
      dueAt: { lte: now },
      expiresAt: { gt: now },
      card: { opening: { state: { in: ["open", "paused"] }, employer: { state: "verified" } } },
    },
    include: {
      person: {
        select: { language: true, addresses: { where: { until: null }, orderBy: { since: "asc" } } },
      },
      card: { include: { opening: { include: { employer: true } } } },
    },
    orderBy: { dueAt: "asc" },
    take: most,
  });
  const willing = await stillWilling(
    tx,
    due.map(({ personId }) => personId),
  );
  // Who may not be asked stands in nobody's way: she may say START within the hour.
  for (const { id, personId } of due)
    if (!willing.has(personId)) await askLater(tx, id, new Date(now.getTime() + hourMs));
  return due
    .filter(({ personId }) => willing.has(personId))
    .map(({ id, personId, person, card: { opening } }) => ({
      introductionId: id,
      personId,
      language: person.language,
      addressIds: person.addresses.map(({ addressId }) => addressId),
      employer: {
        id: opening.employer.id,
        name: opening.employer.name,
        kind: opening.employer.kind,
        place: opening.employer.place,
      },
      opening: {
        id: opening.id,
        code: opening.code,
        livelihood: opening.livelihood,
        place: opening.place,
        payAmount: opening.payAmount,
        payCurrency: opening.payCurrency,
        payPeriod: opening.payPeriod,
        startsOn: opening.startsOn,
      },
    }));
}

/** She was asked: from now on she has 72 hours to answer. False where she was asked before, or need not be any more. */
export async function markAsked(tx: Transaction, introductionId: string, now: Date): Promise<boolean> {
  const { count } = await tx.introduction.updateMany({
    where: { id: introductionId, state: "to_ask" },
    data: {
      state: "asked",
      dueAt: null,
      askedAt: now,
      expiresAt: new Date(now.getTime() + introductionMs),
    },
  });
  return count > 0;
}

/** She cannot be asked now, and is to be asked from that moment on. Its end does not move. */
export async function askLater(tx: Transaction, introductionId: string, at: Date): Promise<void> {
  await tx.introduction.updateMany({ where: { id: introductionId, state: "to_ask" }, data: { dueAt: at } });
}

/** The introduction that a member was asked about last and has not answered; null where there is none. */
export async function introductionAskedOf(
  tx: Transaction,
  personId: string,
  now: Date,
): Promise<string | null> {
  const asked = await tx.introduction.findFirst({
    where: { personId, state: "asked", expiresAt: { gt: now } },
    select: { id: true },
    orderBy: { askedAt: "desc" },
  });
  return asked?.id ?? null;
}
