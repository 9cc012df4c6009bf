import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Candidate } from "../../../domain/matching/candidate.ts";
import { closestWork } from "../../../domain/matching/closest-work.ts";
import { candidateGate, openingGate } from "../../../domain/matching/gates.ts";
import { createMatchIndex } from "../../../domain/matching/match-index.ts";
import { type Match, type MatchingTerms, matchOpening } from "../../../domain/matching/match-opening.ts";
import type { Opening } from "../../../domain/matching/opening.ts";
import { dayMs } from "../../../domain/moment.ts";
import { candidate, now, opening, terms, unknown } from "./a-tailor.ts";
import { candidates, openings, unions } from "./arbitrary-union.ts";

const everybody = terms({ most: 1000 });

function matches(
  members: readonly Candidate[],
  of: Opening,
  by: MatchingTerms = everybody,
): readonly Match[] {
  const matching = matchOpening(createMatchIndex(members), of, by);
  return matching.kind === "matched" ? matching.matches : [];
}
const scoreOf = (member: Candidate, of: Opening): number => matches([member], of)[0]?.score ?? 0;
const idsOf = (members: readonly Candidate[], of: Opening): readonly string[] =>
  matches(members, of).map(({ id }) => id);

describe("the score of a member for an opening", () => {
  it("is between 0 and 1, whoever she is and whatever is offered", () => {
    fc.assert(
      fc.property(unions, openings, (members, of) => {
        for (const { score } of matches(members, of)) expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });

  it("never falls when she adds a skill, and rises when the opening needs it", () => {
    fc.assert(
      fc.property(
        candidates,
        openings,
        fc.constantFrom("pattern", "overlock", "zip"),
        (member, of, skill) => {
          const skilled = { ...member, skills: new Set([...member.skills, skill]) };
          expect(scoreOf(skilled, of)).toBeGreaterThanOrEqual(scoreOf(member, of));
        },
      ),
    );
    expect(scoreOf(candidate({ skills: new Set(["pattern", "overlock"]) }), opening())).toBeGreaterThan(
      scoreOf(candidate(), opening()),
    );
  });

  const gains: readonly (readonly [string, Partial<Candidate>])[] = [
    ["her years", { occupations: [{ isco: "7531", years: 3, isVerified: false }] }],
    ["her credential", { occupations: [{ isco: "7531", years: null, isVerified: true }] }],
    ["her wish", { wishes: ["7531"] }],
    ["her skills", { skills: new Set(["pattern", "overlock"]) }],
    ["her languages", { languages: new Map([["tr", "B2"]]) }],
    ["her place", { spot: opening().spot }],
    ["her pay floor", { payFloor: { amount: 12_000, currency: "TRY", period: "month" } }],
    ["her hours", { schedules: new Set(["day"]) }],
    ["her contract", { contracts: new Set(["permanent"]) }],
    ["how fresh she is", { confirmedAt: now }],
  ];
  test.each(gains)("is better where %s is known and good than where nobody asked", (_, known) => {
    expect(scoreOf(unknown(known), opening())).toBeGreaterThan(scoreOf(unknown(), opening()));
  });

  /** For any opening, each thing about a member as its best answer, and as never asked. */
  const answers = (
    of: Opening,
  ): readonly (readonly [best: Partial<Candidate>, never: Partial<Candidate>])[] => [
    [{ wishes: [of.isco] }, { wishes: null }],
    [{ skills: of.skills }, { skills: new Set() }],
    [
      { languages: new Map([...of.languages.keys()].map((language) => [language, "C2"])) },
      { languages: null },
    ],
    [{ spot: of.spot }, { spot: { ...of.spot, point: null } }],
    [{ payFloor: { ...of.pay, amount: of.pay.amount / 2 } }, { payFloor: null }],
    [{ freeFrom: now }, { freeFrom: null }],
    [{ schedules: new Set(of.schedule === null ? [] : [of.schedule]) }, { schedules: null }],
    [{ contracts: new Set(of.contract === null ? [] : [of.contract]) }, { contracts: null }],
    [{ confirmedAt: now }, { confirmedAt: null }],
    [
      { occupations: [{ isco: of.isco, years: 10, isVerified: true }] },
      { occupations: [{ isco: of.isco, years: null, isVerified: false }] },
    ],
  ];
  it("is never better for what nobody asked than for the best answer", () => {
    fc.assert(
      fc.property(candidates, openings, (member, of) => {
        for (const [best, never] of answers(of))
          expect(scoreOf({ ...member, ...best }, of)).toBeGreaterThanOrEqual(
            scoreOf({ ...member, ...never }, of),
          );
      }),
      { numRuns: 300 },
    );
  });

  it("is higher the closer her work is: the same, related, a neighbour's, the same family", () => {
    const scores = ["7531", "7533", "7535", "7549"].map((isco) =>
      scoreOf(
        unknown({ occupations: [{ isco, years: null, isVerified: false }] }),
        opening({ related: ["7533", "7543"] }),
      ),
    );
    expect(scores.toSorted((one, other) => other - one)).toEqual(scores);
    expect(new Set(scores).size).toBe(4);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it("is lower the more often she was told of work lately", () => {
    const told = (times: number): Candidate =>
      candidate({ alerts: Array.from({ length: times }, (_, at) => now - (10 + at) * dayMs) });
    expect(scoreOf(told(1), opening())).toBeLessThan(scoreOf(told(0), opening()));
    expect(scoreOf(told(3), opening())).toBeLessThan(scoreOf(told(1), opening()));
    expect(scoreOf(candidate({ alerts: [now - 31 * dayMs] }), opening())).toBe(scoreOf(told(0), opening()));
  });
});

describe("the members told of an opening", () => {
  it("have each passed every gate, and nobody near who passed them is left out", () => {
    fc.assert(
      fc.property(unions, openings, fc.uniqueArray(fc.nat(39)), (members, of, toldAt) => {
        const told = new Set(toldAt.flatMap((at) => members[at]?.id ?? []));
        const ids = new Set(matches(members, of, terms({ most: 1000, told })).map(({ id }) => id));
        for (const member of members) {
          const { kinship } = closestWork(of, member);
          const gate = openingGate(of, now) ?? candidateGate(of, member, told, now);
          if (gate !== null) expect(ids.has(member.id), gate).toBe(false);
          const isNear = [of.spot.area, ...of.nearbyAreas].includes(member.spot.area);
          if (gate === null && isNear && kinship >= 0.5) expect(ids.has(member.id)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are the same in whatever order the members joined", () => {
    const shuffled = unions.chain((members) =>
      fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
    );
    fc.assert(
      fc.property(shuffled, openings, fc.integer({ min: 1, max: 5 }), ([members, others], of, most) => {
        expect(matches(others, of, terms({ most }))).toEqual(matches(members, of, terms({ most })));
      }),
    );
  });

  it("are told once, however many of their trades fit", () => {
    const trades = ["7531", "7532", "8153"].map((isco) => ({ isco, years: 2, isVerified: false }));
    expect(idsOf([candidate({ occupations: trades })], opening())).toEqual(["member-1"]);
    fc.assert(
      fc.property(unions, openings, (members, of) => {
        const ids = idsOf(members, of);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("stay in when the pay is raised", () => {
    fc.assert(
      fc.property(unions, openings, fc.integer({ min: 1, max: 50_000 }), (members, of, more) => {
        const raised = { ...of, pay: { ...of.pay, amount: of.pay.amount + more } };
        const after = new Set(idsOf(members, raised));
        for (const id of idsOf(members, of)) expect(after.has(id)).toBe(true);
      }),
    );
  });

  it("are the best of all who may be told, best first, and no more than asked for", () => {
    fc.assert(
      fc.property(unions, openings, fc.integer({ min: 0, max: 6 }), (members, of, most) => {
        const all = matches(members, of);
        expect(matches(members, of, terms({ most }))).toEqual(all.slice(0, most));
        const scores = all.map(({ score }) => score);
        expect(scores.toSorted((one, other) => other - one)).toEqual(scores);
      }),
    );
  });

  it("take turns where they are equal: another order each week and for each opening, the same when asked again", () => {
    const members = Array.from({ length: 30 }, (_, at) => candidate({ id: `member-${at}` }));
    const order = (of: Opening, at: number): string =>
      matches(members, of, terms({ now: at }))
        .map(({ id }) => id)
        .join();
    expect(order(opening(), now)).toBe(order(opening(), now));
    expect(order(opening(), now)).toBe(order(opening(), now + dayMs));
    expect(order(opening(), now)).not.toBe(order(opening(), now + 7 * dayMs));
    expect(order(opening(), now)).not.toBe(order(opening({ id: "opening-2" }), now));
    const withOtherKey = matches(members, opening(), terms({ key: "another" })).map(({ id }) => id);
    expect(withOtherKey.join()).not.toBe(order(opening(), now));
  });

  it("are counted, with those kept out by reason", () => {
    const members = [
      candidate({ id: "a" }),
      candidate({ id: "b" }),
      candidate({ id: "c", isStopped: true }),
      candidate({ id: "d", travelKm: 0 }),
      candidate({ id: "e", travelKm: 0 }),
    ];
    expect(matchOpening(createMatchIndex(members), opening(), terms({ most: 1 }))).toMatchObject({
      kind: "matched",
      matches: [{}],
      eligible: 2,
      keptOut: new Map([
        ["stopped", 1],
        ["too_far", 2],
      ]),
    });
  });
});
