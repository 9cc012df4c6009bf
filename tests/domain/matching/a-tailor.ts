import type { Candidate } from "../../../domain/matching/candidate.ts";
import type { MatchingTerms } from "../../../domain/matching/match-opening.ts";
import type { Opening } from "../../../domain/matching/opening.ts";
import { dayMs } from "../../../domain/moment.ts";

/** A Monday morning. */
export const now = Date.UTC(2027, 2, 1, 9);

/** A tailor is sought in Gaziantep. */
export const opening = (changes: Partial<Opening> = {}): Opening => ({
  id: "opening-1",
  employer: "employer-1",
  isEmployerVerified: true,
  hasNoFeePledge: true,
  isOpen: true,
  openedAt: now - dayMs,
  validUntil: now + 20 * dayMs,
  startsAt: now + 10 * dayMs,
  isco: "7531",
  related: ["7532", "7533", "8153"],
  pay: { amount: 24_000, currency: "TRY", period: "month" },
  legalMinimum: null,
  spot: { area: "sahinbey", point: { latitude: 37.06, longitude: 37.38 } },
  nearbyAreas: ["sehitkamil"],
  hasTransportOrHousing: false,
  languages: new Map([["tr", "A2"]]),
  skills: new Set(["pattern", "overlock"]),
  years: 3,
  schedule: "day",
  contract: "permanent",
  ...changes,
});

/** A member who fits it, and has answered everything. */
export const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
  id: "member-1",
  isAdult: true,
  wantsAlerts: true,
  isStopped: false,
  occupations: [{ isco: "7531", years: 6, isVerified: true }],
  wishes: ["7531"],
  skills: new Set(["pattern"]),
  languages: new Map([
    ["ar", "C2"],
    ["tr", "B1"],
  ]),
  spot: { area: "sahinbey", point: { latitude: 37.07, longitude: 37.4 } },
  travelKm: 10,
  payFloor: { amount: 20_000, currency: "TRY", period: "month" },
  freeFrom: now,
  schedules: new Set(["day"]),
  contracts: new Set(["permanent"]),
  blockedEmployers: new Set(),
  confirmedAt: now - 5 * dayMs,
  alerts: [],
  ...changes,
});

/** Somebody of whom nothing is known but her trade and her area. */
export const unknown = (changes: Partial<Candidate> = {}): Candidate =>
  candidate({
    occupations: [{ isco: "7531", years: null, isVerified: false }],
    wishes: null,
    skills: new Set(),
    languages: null,
    spot: { area: "sahinbey", point: null },
    travelKm: null,
    payFloor: null,
    freeFrom: null,
    schedules: null,
    contracts: null,
    confirmedAt: null,
    ...changes,
  });

export const terms = (changes: Partial<MatchingTerms> = {}): MatchingTerms => ({
  now,
  most: 40,
  told: new Set(),
  key: "a key for tests",
  ...changes,
});
