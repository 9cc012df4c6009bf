import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate } from "../../../domain/matching/candidate.ts";
import { createMatchIndex, type MatchIndex } from "../../../domain/matching/match-index.ts";
import { matchOpening } from "../../../domain/matching/match-opening.ts";
import { candidate, opening, terms } from "./a-tailor.ts";
import { candidates, openings } from "./arbitrary-union.ts";

const visited = (index: MatchIndex, groups: readonly string[], areas: readonly string[]): string[] => {
  const ids: string[] = [];
  index.visit(groups, areas, ({ id }) => ids.push(id));
  return ids.toSorted();
};

describe("the index of members", () => {
  it("finds them by the work they do and the area they are in, each once", () => {
    const index = createMatchIndex([
      candidate({ id: "tailor" }),
      candidate({
        id: "both",
        occupations: ["7531", "8153"].map((isco) => ({ isco, years: 1, isVerified: false })),
      }),
      candidate({ id: "cook", occupations: [{ isco: "5120", years: 1, isVerified: false }] }),
      candidate({ id: "away", spot: { area: "nizip", point: null } }),
    ]);
    expect(visited(index, ["753", "815"], ["sahinbey"])).toEqual(["both", "tailor"]);
    expect(visited(index, ["753"], ["sahinbey", "nizip"])).toEqual(["away", "both", "tailor"]);
    expect(visited(index, ["999"], ["sahinbey"])).toEqual([]);
    expect(index.size()).toBe(4);
  });

  it("no longer finds somebody where she was, once she moved, and nowhere once she left", () => {
    const index = createMatchIndex([candidate()]);
    index.put(candidate({ spot: { area: "nizip", point: null } }));
    expect(visited(index, ["753"], ["sahinbey"])).toEqual([]);
    expect(visited(index, ["753"], ["nizip"])).toEqual(["member-1"]);
    expect(index.get("member-1")?.spot.area).toBe("nizip");
    index.remove("member-1");
    index.remove("member-1");
    expect(visited(index, ["753"], ["nizip"])).toEqual([]);
    expect([index.size(), index.get("member-1")]).toEqual([0, undefined]);
  });

  it("holds more than its first rows", () => {
    const index = createMatchIndex(
      Array.from({ length: 3000 }, (_, at) => candidate({ id: `member-${at}` })),
    );
    expect(visited(index, ["753"], ["sahinbey"])).toHaveLength(3000);
  });

  it("after any changes matches like one that is built anew", () => {
    const named = fc
      .tuple(candidates, fc.nat(8))
      .map(([member, at]): Candidate => ({ ...member, id: `m${at}` }));
    const changes = fc.array(
      fc.oneof(
        named,
        fc.nat(8).map((at) => `m${at}`),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(changes, openings, (steps, of) => {
        const index = createMatchIndex();
        const members = new Map<string, Candidate>();
        for (const step of steps) {
          if (typeof step === "string") {
            index.remove(step);
            members.delete(step);
          } else {
            index.put(step);
            members.set(step.id, step);
          }
        }
        expect(index.size()).toBe(members.size);
        expect(matchOpening(index, of, terms())).toEqual(
          matchOpening(createMatchIndex(members.values()), of, terms()),
        );
        expect(visited(index, ["753"], ["sahinbey"])).toEqual(
          visited(createMatchIndex(members.values()), ["753"], ["sahinbey"]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("is not confused by a member whose opening asks after an area twice", () => {
    const of = opening({ nearbyAreas: ["sahinbey", "sahinbey"] });
    expect(matchOpening(createMatchIndex([candidate()]), of, terms())).toMatchObject({ eligible: 1 });
  });
});
