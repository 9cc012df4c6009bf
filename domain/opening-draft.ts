import { getCountry } from "countries-and-timezones";
import { digitsAfterPoint, isCurrency } from "./currency.ts";
import { livelihoodOf } from "./livelihoods.ts";
import { isDay, localDay } from "./local-day.ts";
import { dayMs, type Moment } from "./moment.ts";
import { type Pay, payPeriods } from "./pay.ts";

/** An opening as an employer words it, before it is one. */
export interface OpeningDraft {
  /** An id of the livelihood menu. */
  readonly livelihood: string;
  readonly pay: Pay;
  readonly place: string;
  /** ISO 3166 code; null where it is not known. */
  readonly country: string | null;
  /** How many people are wanted. */
  readonly places: number;
  /** A calendar day, `2027-03-05`. */
  readonly startsOn: string;
  readonly validUntil: Moment;
  /** Hours a week; null where they are not said. */
  readonly hours: number | null;
  readonly details: string | null;
}

/** What an opening may be at most: our own judgement of what is an honest offer and no slip of the finger. */
export const openingLimits = {
  places: 500,
  /** Days until the work begins. */
  daysAhead: 365,
  /** Days somebody may still answer. */
  daysValid: 90,
  hoursAWeek: 72,
  detailsLength: 500,
  placeLength: 60,
} as const;

/** What is wrong with a draft; each is a sentence in every language. */
export type DraftWhy =
  | "unknown_livelihood"
  | "bad_amount"
  | "unknown_currency"
  | "unknown_period"
  | "no_place"
  | "place_too_long"
  | "unknown_country"
  | "bad_places"
  | "no_such_day"
  | "starts_in_the_past"
  | "starts_too_late"
  | "ends_in_the_past"
  | "ends_too_late"
  | "bad_hours"
  | "details_too_long";

export interface DraftFault {
  readonly field: keyof OpeningDraft;
  readonly why: DraftWhy;
}

/** No wage has more digits than this, in any currency. */
const mostPay = 10_000_000_000;

/** Everything that keeps a draft from being an opening now; none for a good one. */
export function draftFaults(draft: OpeningDraft, now: Moment): readonly DraftFault[] {
  const found: readonly (readonly [keyof OpeningDraft, DraftWhy | null])[] = [
    ["livelihood", livelihoodOf(draft.livelihood) === undefined ? "unknown_livelihood" : null],
    ["pay", payFault(draft.pay)],
    ["place", placeFault(draft.place)],
    ["country", draft.country === null || isCountry(draft.country) ? null : "unknown_country"],
    ["places", isWhole(draft.places, openingLimits.places) ? null : "bad_places"],
    ["startsOn", startFault(draft, now)],
    ["validUntil", endFault(draft.validUntil, now)],
    ["hours", draft.hours === null || isWhole(draft.hours, openingLimits.hoursAWeek) ? null : "bad_hours"],
    ["details", (draft.details ?? "").length > openingLimits.detailsLength ? "details_too_long" : null],
  ];
  return found.flatMap(([field, why]) => (why === null ? [] : { field, why }));
}

const isWhole = (count: number, most: number): boolean =>
  Number.isSafeInteger(count) && count >= 1 && count <= most;

/** Kosovo has no code of ISO 3166 yet; XK is what everybody uses. */
const isCountry = (code: string): boolean =>
  code === "XK" || (/^[A-Z]{2}$/.test(code) && getCountry(code) !== null);

function payFault({ amount, currency, period }: Pay): DraftWhy | null {
  if (!isCurrency(currency)) return "unknown_currency";
  if (!payPeriods.includes(period)) return "unknown_period";
  const isExact = Number(amount.toFixed(digitsAfterPoint(currency))) === amount;
  return amount > 0 && amount <= mostPay && isExact ? null : "bad_amount";
}

function placeFault(place: string): DraftWhy | null {
  if (!/\p{L}/u.test(place)) return "no_place";
  return place.length > openingLimits.placeLength ? "place_too_long" : null;
}

function startFault({ startsOn, country }: OpeningDraft, now: Moment): DraftWhy | null {
  if (!isDay(startsOn)) return "no_such_day";
  if (startsOn < localDay(now, country)) return "starts_in_the_past";
  return startsOn > localDay(now + openingLimits.daysAhead * dayMs, country) ? "starts_too_late" : null;
}

function endFault(validUntil: Moment, now: Moment): DraftWhy | null {
  // Written so that what is no moment at all is refused too.
  if (!(validUntil > now)) return "ends_in_the_past";
  return validUntil <= now + openingLimits.daysValid * dayMs ? null : "ends_too_late";
}
