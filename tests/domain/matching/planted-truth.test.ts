import { describe, expect, it } from "vitest";
import type { Candidate } from "../../../domain/matching/candidate.ts";
import { keyedHash } from "../../../domain/matching/keyed-hash.ts";
import { createMatchIndex } from "../../../domain/matching/match-index.ts";
import { matchOpening } from "../../../domain/matching/match-opening.ts";
import { dayMs, hourMs, type Moment } from "../../../domain/moment.ts";
import { candidate, now, opening, terms, unknown } from "./a-tailor.ts";

/** The same numbers in every run: 0 up to 1. */
const chance = (...words: readonly (string | number)[]): number => keyedHash("planted", ...words) / 2 ** 32;
const oneOf = <Item>(items: readonly Item[], ...words: readonly (string | number)[]): Item =>
  items[Math.floor(chance(...words) * items.length)]!;

/** Somebody in the trade who is all right, but never right in everything. */
const soSo = (id: string): Candidate =>
  candidate({
    id,
    occupations: [
      {
        isco: oneOf(["7531", "7532", "7533", "8153"], id, "isco"),
        years: oneOf([0, 1, 2], id, "years"),
        isVerified: false,
      },
    ],
    wishes: oneOf([null, ["5120"], ["7531"]], id, "wish"),
    skills: new Set(oneOf([[], ["zip"], ["pattern"]], id, "skill")),
    languages: new Map([["tr", oneOf(["A2", "B1"] as const, id, "level")]]),
    schedules: oneOf([null, new Set(["day"] as const), new Set(["night"] as const)], id, "schedule"),
    contracts: oneOf([null, new Set(["casual"] as const)], id, "contract"),
    confirmedAt: now - Math.floor(chance(id, "fresh") * 500) * dayMs,
  });
const right = (id: string): Candidate =>
  candidate({ id, skills: new Set(["pattern", "overlock"]), languages: new Map([["tr", "B2"]]) });

describe("in a town where we know who would be right", () => {
  it("the right ones are found among thousands, nearly all within the first wave", () => {
    const planted = Array.from({ length: 40 }, (_, at) => right(`right-${at}`));
    const others = Array.from({ length: 4000 }, (_, at) => soSo(`other-${at}`));
    const matching = matchOpening(createMatchIndex([...others, ...planted]), opening(), terms());
    const found = matching.kind === "matched" ? matching.matches : [];
    expect(found.filter(({ id }) => id.startsWith("right")).length).toBeGreaterThanOrEqual(38);
  });

  it("one who is right for the employer but would not like it comes after one who is right for both", () => {
    const forBoth = right("both");
    const unwilling: Candidate = {
      ...right("unwilling"),
      wishes: [],
      schedules: new Set(),
      contracts: new Set(),
    };
    const unable: Candidate = { ...unknown({ id: "unable" }), wishes: ["7531"], confirmedAt: 0 };
    const index = createMatchIndex([unwilling, unable, forBoth]);
    const matching = matchOpening(index, opening(), terms());
    expect(matching.kind === "matched" && matching.matches[0]?.id).toBe("both");
  });
});

/** Opens a hundred like openings, one every eight hours, and tells 20 members of each: how many alerts each of 300 got. */
function alertsOf(exposureWeight: number): readonly number[] {
  const sent = new Map<string, Moment[]>();
  const index = createMatchIndex(Array.from({ length: 300 }, (_, at) => soSo(`member-${at}`)));
  for (let at = 0; at < 100; at += 1) {
    const moment = now + at * 8 * hourMs;
    const of = opening({
      id: `opening-${at}`,
      openedAt: moment,
      validUntil: moment + 9 * dayMs,
      startsAt: moment,
    });
    const matching = matchOpening(index, of, terms({ now: moment, most: 20, exposureWeight }));
    if (matching.kind === "refused") throw new Error(matching.why);
    for (const { id } of matching.matches) {
      const alerts = [...(sent.get(id) ?? []), moment];
      sent.set(id, alerts);
      index.put({ ...soSo(id), alerts });
    }
  }
  return Array.from({ length: 300 }, (_, at) => sent.get(`member-${at}`)?.length ?? 0);
}

describe("turns in being told of work", () => {
  it("reach more members, and nobody so often, than telling the best every time", () => {
    const [fair, unfair] = [alertsOf(0.1), alertsOf(0)];
    const reached = (alerts: readonly number[]): number => alerts.filter((count) => count > 0).length;
    const total = (alerts: readonly number[]): number => alerts.reduce((sum, count) => sum + count, 0);
    expect(reached(fair)).toBeGreaterThan(reached(unfair) * 1.2);
    expect(Math.max(...fair)).toBeLessThanOrEqual(Math.max(...unfair));
    expect(total(fair)).toBeGreaterThan(total(unfair) * 0.95);
  });
});
