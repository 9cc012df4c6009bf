import { livelihoodOf } from "../../domain/livelihoods.ts";
import { dayStart } from "../../domain/local-day.ts";
import type { Opening } from "../../domain/matching/opening.ts";
import { openingPay } from "../openings/opening-pay.ts";
import { areaOf } from "./candidate-of.ts";

/** An opening's row with its employer's standing. */
export interface OpeningRow {
  readonly id: string;
  readonly employerId: string;
  readonly livelihood: string;
  readonly payAmount: number;
  readonly payCurrency: string;
  readonly payPeriod: string;
  readonly place: string;
  readonly country: string | null;
  readonly startsOn: string;
  readonly state: string;
  readonly postedAt: Date;
  readonly validUntil: Date;
  readonly employer: { readonly state: string; readonly pledgeVersion: number };
}

/** An opening as matching sees it. `areas`: all that count as its place. @throws RangeError for a livelihood the menu never had */
export function openingToMatch(row: OpeningRow, areas: readonly string[]): Opening {
  const work = livelihoodOf(row.livelihood);
  if (work === undefined)
    throw new RangeError(`matching opening ${row.id}: no livelihood "${row.livelihood}"`);
  return {
    id: row.id,
    employer: row.employerId,
    isEmployerVerified: row.employer.state === "verified",
    hasNoFeePledge: row.employer.pledgeVersion > 0,
    isOpen: row.state === "open",
    openedAt: row.postedAt.getTime(),
    validUntil: row.validUntil.getTime(),
    startsAt: dayStart(row.startsOn),
    isco: work.isco,
    related: work.related,
    pay: openingPay(row),
    legalMinimum: null,
    spot: { area: areaOf(row.place, row.country), point: null },
    nearbyAreas: areas,
    hasTransportOrHousing: false,
    languages: new Map(),
    skills: new Set(),
    years: 0,
    schedule: null,
    contract: null,
  };
}
