import { describe, expect, it, test } from "vitest";
import type { Candidate } from "../../../domain/matching/candidate.ts";
import { createMatchIndex } from "../../../domain/matching/match-index.ts";
import { matchOpening } from "../../../domain/matching/match-opening.ts";
import type { Opening } from "../../../domain/matching/opening.ts";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { candidate, now, opening, terms, unknown } from "./a-tailor.ts";

const match = (of: Opening, member: Candidate, told: readonly string[] = []) => {
  const matching = matchOpening(createMatchIndex([member]), of, terms({ told: new Set(told) }));
  if (matching.kind === "refused") return matching.why;
  return matching.matches[0]?.id ?? [...matching.keptOut.keys()][0];
};

describe("an opening reaches a member who fits", () => {
  it("and one of whom only her trade and her area are known", () => {
    expect(match(opening(), candidate())).toBe("member-1");
    expect(match(opening(), unknown())).toBe("member-1");
  });
});

describe("nobody is told of an opening", () => {
  test.each<[string, Partial<Opening>]>([
    ["not_open", { isOpen: false }],
    ["expired", { validUntil: now }],
    ["employer_not_verified", { isEmployerVerified: false }],
    ["no_fee_pledge", { hasNoFeePledge: false }],
    ["below_legal_minimum", { legalMinimum: { amount: 24_001, currency: "TRY", period: "month" } }],
    ["below_legal_minimum", { legalMinimum: { amount: 130, currency: "TRY", period: "hour" } }],
  ])("that is %s: %j", (why, changes) => {
    expect(match(opening(changes), candidate())).toBe(why);
  });
});

describe("a member is not told of an opening", () => {
  test.each<[string, Partial<Candidate>, Partial<Opening>]>([
    ["not_adult", { isAdult: false }, {}],
    ["no_consent", { wantsAlerts: false }, {}],
    ["stopped", { isStopped: true }, {}],
    ["blocked_employer", { blockedEmployers: new Set(["employer-1"]) }, {}],
    ["told_enough", { alerts: [now - hourMs] }, {}],
    ["told_enough", { alerts: [now - 2 * dayMs, now - 3 * dayMs, now - 6 * dayMs] }, {}],
    ["too_late", { freeFrom: now + 11 * dayMs }, {}],
    ["pay_below_floor", { payFloor: { amount: 24_001, currency: "TRY", period: "month" } }, {}],
    ["pay_below_floor", { payFloor: { amount: 1_000, currency: "TRY", period: "day" } }, {}],
    ["other_work", { occupations: [{ isco: "8151", years: 9, isVerified: true }] }, {}],
    ["language", { languages: new Map([["tr", "A1"]]) }, {}],
    ["language", { languages: new Map([["ar", "C2"]]) }, {}],
    [
      "language",
      { languages: new Map([["tr", "B2"]]) },
      {
        languages: new Map([
          ["tr", "A2"],
          ["ar", "A1"],
        ]),
      },
    ],
    ["too_far", { travelKm: 1 }, {}],
    ["too_far", { travelKm: 0 }, {}],
    ["too_far", { spot: { area: "sehitkamil", point: { latitude: 37.6, longitude: 37.4 } } }, {}],
  ])("because %s: %j", (why, member, changes) => {
    expect(match(opening(changes), candidate(member))).toBe(why);
  });

  it("because she was told of it before, or has declined it", () => {
    expect(match(opening(), candidate(), ["member-1"])).toBe("told_before");
  });
});

describe("nothing keeps a member from an opening", () => {
  test.each<[string, Partial<Candidate>, Partial<Opening>]>([
    ["that pays exactly her floor", { payFloor: { amount: 24_000, currency: "TRY", period: "month" } }, {}],
    [
      "in a currency her floor is not in",
      { payFloor: { amount: 9_000, currency: "USD", period: "month" } },
      {},
    ],
    ["by the piece", {}, { pay: { amount: 15, currency: "TRY", period: "piece" } }],
    ["that begins the day she is free", { freeFrom: now + 10 * dayMs }, {}],
    ["far away, that fetches or houses her", { travelKm: 1 }, { hasTransportOrHousing: true }],
    ["in the next area, where no point is known", { spot: { area: "sehitkamil", point: null } }, {}],
    ["eight days after three alerts", { alerts: [8, 9, 10].map((days) => now - days * dayMs) }, {}],
    ["of a related trade", { occupations: [{ isco: "8153", years: 1, isVerified: false }] }, {}],
    ["that needs no language", { languages: new Map([["ti", "C2"]]) }, { languages: new Map() }],
  ])("%s", (_, member, changes) => {
    expect(match(opening(changes), candidate(member))).toBe("member-1");
  });
});
