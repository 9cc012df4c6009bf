import fc from "fast-check";
import type { Candidate } from "../../../domain/matching/candidate.ts";
import { languageLevels } from "../../../domain/matching/language-level.ts";
import type { Opening } from "../../../domain/matching/opening.ts";
import { dayMs } from "../../../domain/moment.ts";
import { payPeriods } from "../../../domain/pay.ts";
import { now, opening } from "./a-tailor.ts";

const isco = fc.constantFrom("7531", "7532", "7533", "7318", "8153", "8151", "5120", "9411");
const skill = fc.constantFrom("pattern", "overlock", "zip", "iron");
const area = fc.constantFrom("sahinbey", "sehitkamil", "nizip");
const sets = <Item>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { maxLength: 4 }).map((items): ReadonlySet<Item> => new Set(items));
const maybe = <Item>(item: fc.Arbitrary<Item>) => fc.option(item, { nil: null });
const moments = fc.integer({ min: -400, max: 40 }).map((days) => now + days * dayMs);
const past = fc.integer({ min: 0, max: 40 }).map((days) => now - days * dayMs - 1);
const spots = fc.record({
  area,
  point: maybe(
    fc.record({
      latitude: fc.double({ min: 36.9, max: 37.2, noNaN: true }),
      longitude: fc.double({ min: 37.2, max: 37.6, noNaN: true }),
    }),
  ),
});
const languages = fc
  .array(fc.tuple(fc.constantFrom("tr", "ar", "en"), fc.constantFrom(...languageLevels)), { maxLength: 3 })
  .map((pairs) => new Map(pairs));
const pays = fc.record({
  amount: fc.integer({ min: 1, max: 50_000 }),
  currency: fc.constantFrom("TRY", "USD"),
  period: fc.constantFrom(...payPeriods),
});
const schedules = fc.constantFrom("day", "evening", "night", "weekend", "shifts");
const contracts = fc.constantFrom("permanent", "season", "casual", "piecework");
/** True for most, so that some get through. */
const mostly = fc.integer({ min: 0, max: 9 }).map((number) => number > 0);

export const candidates: fc.Arbitrary<Candidate> = fc.record({
  id: fc.integer({ min: 1, max: 1_000_000 }).map((number) => `member-${number}`),
  isAdult: mostly,
  wantsAlerts: mostly,
  isStopped: mostly.map((isTrue) => !isTrue),
  occupations: fc.array(
    fc.record({ isco, years: maybe(fc.integer({ min: 0, max: 12 })), isVerified: fc.boolean() }),
    { maxLength: 4 },
  ),
  wishes: maybe(fc.uniqueArray(isco, { maxLength: 3 })),
  skills: sets(skill),
  languages: maybe(languages),
  spot: spots,
  travelKm: maybe(fc.integer({ min: 0, max: 80 })),
  payFloor: maybe(pays),
  freeFrom: maybe(moments),
  schedules: maybe(sets(schedules)),
  contracts: maybe(sets(contracts)),
  blockedEmployers: sets(fc.constantFrom("employer-2", "employer-3", "employer-1")),
  confirmedAt: maybe(past),
  alerts: fc.array(past, { maxLength: 2 }),
});

/** Members, no two with the same id. */
export const unions = fc.uniqueArray(candidates, { maxLength: 40, selector: ({ id }) => id });

export const openings: fc.Arbitrary<Opening> = fc
  .record({
    isco,
    related: fc.uniqueArray(isco, { maxLength: 3 }),
    pay: pays,
    spot: spots,
    nearbyAreas: fc.uniqueArray(area),
    hasTransportOrHousing: fc.boolean(),
    languages,
    skills: sets(skill),
    years: fc.integer({ min: 0, max: 8 }),
    schedule: maybe(schedules),
    contract: maybe(contracts),
    legalMinimum: maybe(pays),
  })
  .map((changes) => opening(changes));
