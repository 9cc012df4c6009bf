import { livelihoodOf } from "../../domain/livelihoods.ts";
import type { Candidate } from "../../domain/matching/candidate.ts";
import type { Moment } from "../../domain/moment.ts";
import { townOf } from "../../domain/town.ts";

/** What matching reads of a person; everything else about her stays in the database. */
export const personToMatch = {
  id: true,
  ageBand: true,
  place: true,
  jobAlerts: true,
  joinedAt: true,
  livelihood: true,
  years: true,
  changedAt: true,
  addresses: { where: { until: null }, select: { address: { select: { country: true } } } },
  credentials: {
    where: { state: "issued" },
    select: { validUntil: true, request: { select: { livelihood: true } } },
  },
} as const;

export interface PersonToMatch {
  readonly id: string;
  readonly ageBand: string | null;
  readonly place: string | null;
  readonly jobAlerts: boolean | null;
  readonly joinedAt: Date | null;
  readonly livelihood: string | null;
  readonly years: number | null;
  readonly changedAt: Date | null;
  readonly addresses: readonly { readonly address: { readonly country: string | null } }[];
  readonly credentials: readonly {
    readonly validUntil: Date;
    readonly request: { readonly livelihood: string | null } | null;
  }[];
}

/** Where nobody knows which country a place is in. */
const anyCountry = "??";

/** The area of a place, by its folded name and country: "Gaziantep" and "gaziantep" are one, Tripoli is two. */
export const areaOf = (place: string, country: string | null): string =>
  `${country ?? anyCountry} ${townOf(place)}`;

/** The other areas whose members may be in the same place: nobody knows their country. */
export const unsureAreaOf = (place: string): string => areaOf(place, null);

/**
 * A person as matching sees her; null for one who is not looked for: not a member, not of age or never asked, no wish to
 * hear of jobs, no work of the menu, no place.
 *
 * Her own words for a work that is not in the menu are no ground to match on.
 *
 * @param told  when she was told of openings in the last 30 days
 */
export function candidateOf(person: PersonToMatch, told: readonly Moment[], now: Moment): Candidate | null {
  const { id, ageBand, place, jobAlerts, joinedAt, livelihood } = person;
  const work = livelihood === null ? undefined : livelihoodOf(livelihood);
  const isAdult = ageBand !== null && ageBand !== "under18";
  if (joinedAt === null || !isAdult || jobAlerts !== true || work === undefined || place === null)
    return null;
  const isVerified = person.credentials.some(
    ({ validUntil, request }) => request?.livelihood === livelihood && validUntil.getTime() > now,
  );
  return {
    id,
    isAdult,
    wantsAlerts: true,
    // Looked up for those who are chosen, at the moment they are told.
    isStopped: false,
    occupations: [{ isco: work.isco, years: person.years, isVerified }],
    wishes: null,
    skills: new Set(),
    languages: null,
    spot: { area: areaOf(place, countryOf(person)), point: null },
    travelKm: null,
    payFloor: null,
    freeFrom: null,
    schedules: null,
    contracts: null,
    blockedEmployers: new Set(),
    confirmedAt: (person.changedAt ?? joinedAt).getTime(),
    alerts: told,
  };
}

/** The country of her numbers; null where they differ, or one says none. */
function countryOf({ addresses }: PersonToMatch): string | null {
  const countries = new Set(addresses.map(({ address }) => address.country));
  const [only = null] = countries;
  return countries.size === 1 ? only : null;
}
