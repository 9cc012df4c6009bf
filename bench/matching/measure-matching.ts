import { livelihoods } from "../../domain/livelihoods.ts";
import type { Candidate } from "../../domain/matching/candidate.ts";
import { keyedHash } from "../../domain/matching/keyed-hash.ts";
import { createMatchIndex } from "../../domain/matching/match-index.ts";
import { matchOpening } from "../../domain/matching/match-opening.ts";
import type { Opening } from "../../domain/matching/opening.ts";
import { dayMs } from "../../domain/moment.ts";
import { type Figure, percentile, rounded } from "../figure.ts";

const members = 100_000;
const areas = 600;
const openings = 4_000;
const now = Date.UTC(2027, 2, 1, 9);

/** The same numbers in every run: 0 up to 1. */
const chance = (...words: readonly (string | number)[]): number => keyedHash("bench", ...words) / 2 ** 32;
const oneOf = <Item>(items: readonly Item[], share: number): Item => items[Math.floor(share * items.length)]!;
/** A few towns and trades hold most people: the item of rank n is some n^-0.9 as common as the first (Zipf). */
const zipf = (size: number, share: number): number =>
  Math.min(size - 1, Math.floor(((size ** 0.1 - 1) * share + 1) ** 10) - 1);

const trade = (share: number) => livelihoods[zipf(livelihoods.length, share)]!;
const pointOf = (area: number, ...words: readonly (string | number)[]) => ({
  latitude: 36 + Math.floor(area / 25) * 0.1 + chance(...words, "north") * 0.1,
  longitude: 36 + (area % 25) * 0.1 + chance(...words, "east") * 0.1,
});

function memberOf(at: number): Candidate {
  const area = zipf(areas, chance(at, "area"));
  const occupation = (nth: number) => ({
    isco: trade(chance(at, "trade", nth)).isco,
    years: Math.floor(chance(at, "years", nth) * 12),
    isVerified: chance(at, "verified", nth) < 0.1,
  });
  return {
    id: `member-${at}`,
    isAdult: chance(at, "adult") < 0.97,
    wantsAlerts: chance(at, "alerts") < 0.8,
    isStopped: chance(at, "stopped") < 0.05,
    occupations: [0, 1, 2].slice(0, 1 + Math.floor(chance(at, "trades") * 3)).map(occupation),
    wishes: chance(at, "wish") < 0.5 ? null : [trade(chance(at, "wished")).isco],
    skills: new Set(["a", "b", "c", "d"].filter((skill) => chance(at, skill) < 0.5)),
    languages: new Map([
      ["ar", "C2"],
      ["tr", oneOf(["A1", "A2", "B1", "B2"] as const, chance(at, "turkish"))],
    ]),
    spot: { area: `area-${area}`, point: pointOf(area, at) },
    travelKm: oneOf([null, 5, 10, 20, 40], chance(at, "travel")),
    payFloor: { amount: 15_000 + Math.floor(chance(at, "floor") * 12_000), currency: "TRY", period: "month" },
    freeFrom: null,
    schedules: oneOf(
      [null, new Set(["day"] as const), new Set(["day", "shifts"] as const)],
      chance(at, "hours"),
    ),
    contracts: null,
    blockedEmployers: new Set(),
    confirmedAt: now - Math.floor(chance(at, "fresh") * 400) * dayMs,
    alerts: chance(at, "told") < 0.3 ? [now - Math.floor(chance(at, "when") * 30) * dayMs] : [],
  };
}

function openingOf(at: number): Opening {
  const { isco, related } = trade(chance("opening", at, "trade"));
  const area = zipf(areas, chance("opening", at, "area"));
  const around = [-26, -25, -24, -1, 1, 24, 25, 26].map((step) => area + step).slice(0, 6);
  return {
    id: `opening-${at}`,
    employer: `employer-${at % 50}`,
    isEmployerVerified: true,
    hasNoFeePledge: true,
    isOpen: true,
    openedAt: now,
    validUntil: now + 21 * dayMs,
    startsAt: now + 7 * dayMs,
    isco,
    related,
    pay: {
      amount: 18_000 + Math.floor(chance("opening", at, "pay") * 14_000),
      currency: "TRY",
      period: "month",
    },
    legalMinimum: { amount: 17_000, currency: "TRY", period: "month" },
    spot: { area: `area-${area}`, point: pointOf(area, "opening", at) },
    nearbyAreas: around.map((near) => `area-${near}`),
    hasTransportOrHousing: false,
    languages: new Map([["tr", "A2"]]),
    skills: new Set(["a", "b"]),
    years: 2,
    schedule: "day",
    contract: "permanent",
  };
}

/** How long it takes to find who is told of one new opening, among 100,000 members in memory. */
export function measureMatching(): readonly Figure[] {
  const index = createMatchIndex(Array.from({ length: members }, (_, at) => memberOf(at)));
  const told: ReadonlySet<string> = new Set();
  const milliseconds: number[] = [];
  const looked: number[] = [];
  let chosen = 0;
  for (let at = -500; at < openings; at += 1) {
    const opening = openingOf(at);
    const began = performance.now();
    const matching = matchOpening(index, opening, { now, most: 40, told, key: "bench" });
    const took = performance.now() - began;
    if (matching.kind === "refused") throw new Error(`An opening was refused: ${matching.why}.`);
    if (at < 0) continue;
    milliseconds.push(took);
    chosen += matching.matches.length;
    looked.push(matching.eligible + [...matching.keptOut.values()].reduce((sum, count) => sum + count, 0));
  }
  if (chosen < openings) throw new Error(`Only ${chosen} matches for ${openings} openings.`);
  milliseconds.sort((one, other) => one - other);
  looked.sort((one, other) => one - other);
  const people = `${percentile(looked, 0.5)} people looked at in the median, ${percentile(looked, 0.99)} at the 99th percentile`;
  const how = `matchOpening() for ${openings} openings, each alone, against ${members} members of ${livelihoods.length} livelihoods in ${areas} areas, most in a few; ${people}`;
  return [
    {
      name: "matching",
      value: rounded(percentile(milliseconds, 0.5)),
      unit: "ms median",
      aim: "under 1",
      how,
    },
    {
      name: "matching p99",
      value: rounded(percentile(milliseconds, 0.99)),
      unit: "ms p99",
      aim: "none",
      how,
    },
  ];
}
