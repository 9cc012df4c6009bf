import { dayMs, hourMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Asker } from "./asker.ts";

/** What became of asking about a code, as far as it is counted. */
export type TryOutcome = "right" | "wrong" | "typo";

/** Tries that are forgotten: nothing looks back further. */
export const triesKeptMs = dayMs;

interface Limit {
  readonly withinMs: number;
  readonly mostWrong: number;
  readonly mostRight: number;
}

/** How often one asker may be wrong, and be right: enough for an honest verifier, hopeless for one who guesses. */
const limits: Readonly<Record<Asker["kind"], Limit>> = {
  phone: { withinMs: dayMs, mostWrong: 5, mostRight: 30 },
  web: { withinMs: hourMs, mostWrong: 10, mostRight: Number.POSITIVE_INFINITY },
};
/** Wrong tries of all askers together in a day: at 100,000 live codes that lets one be guessed in some three years. */
const mostWrongInAll = 1000;
/** A slip of the finger counts as a fifth of a guess. */
const typosForOne = 5;

/** Whether this asker, or all together, have been wrong too often to be answered now. */
export async function isOverLimit(
  tx: Transaction,
  kind: Asker["kind"],
  asker: string,
  now: Date,
): Promise<boolean> {
  const { withinMs, mostWrong, mostRight } = limits[kind];
  const hers = await count(tx, now, withinMs, asker);
  if (hers.wrong >= mostWrong || hers.right >= mostRight) return true;
  return (await count(tx, now, dayMs)).wrong >= mostWrongInAll;
}

async function count(tx: Transaction, now: Date, withinMs: number, asker?: string) {
  const groups = await tx.verifyTry.groupBy({
    by: ["outcome"],
    where: { at: { gt: new Date(now.getTime() - withinMs) }, ...(asker !== undefined && { asker }) },
    _count: true,
  });
  const of = (outcome: TryOutcome): number => groups.find((group) => group.outcome === outcome)?._count ?? 0;
  return { wrong: of("wrong") + of("typo") / typosForOne, right: of("right") };
}
