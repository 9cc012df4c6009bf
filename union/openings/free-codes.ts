import { openingCode, openingCodes } from "../../domain/opening-code.ts";
import type { Transaction } from "../../prisma/store.ts";
import { liveOpening } from "./opening-states.ts";

/** A serial nobody has, and its code, which no opening that is not over has. */
export interface FreeCode {
  readonly serial: number;
  readonly code: string;
}

/**
 * The next so many free codes.
 *
 * @throws Error where all codes are taken by openings that are not over
 */
export async function freeCodes(tx: Transaction, count: number): Promise<readonly FreeCode[]> {
  const last = await tx.opening.aggregate({ _max: { serial: true } });
  const first = (last._max.serial ?? 0) + 1;
  const live = await tx.opening.findMany({ where: liveOpening, select: { code: true } });
  const taken = new Set(live.map(({ code }) => code));
  if (taken.size + count > openingCodes)
    throw new Error(`Numbering ${count} openings: ${taken.size} of ${openingCodes} codes are taken.`);
  const free: FreeCode[] = [];
  for (let serial = first; free.length < count; serial += 1) {
    const code = openingCode(serial);
    if (!taken.has(code)) free.push({ serial, code });
  }
  return free;
}
