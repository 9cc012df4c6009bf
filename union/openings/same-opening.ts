import type { OpeningDraft } from "../../domain/opening-draft.ts";
import { townOf } from "../../domain/town.ts";

interface Kept {
  readonly livelihood: string;
  readonly place: string;
  readonly country: string | null;
  readonly startsOn: string;
  readonly payAmount: number;
  readonly payCurrency: string;
  readonly payPeriod: string;
}

/** What makes two openings of one employer the same: the work, its place, pay and start, however they are spelled. */
export const sameness = ({ livelihood, place, country, startsOn, pay }: OpeningDraft): string =>
  JSON.stringify([livelihood, townOf(place), country, startsOn, pay.amount, pay.currency, pay.period]);

/** The same of an opening that is posted. */
export const samenessOf = ({ payAmount, payCurrency, payPeriod, ...kept }: Kept): string =>
  JSON.stringify([
    ...[kept.livelihood, townOf(kept.place), kept.country, kept.startsOn],
    ...[payAmount, payCurrency, payPeriod],
  ]);
