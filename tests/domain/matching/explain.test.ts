import { describe, expect, it } from "vitest";
import type { Candidate } from "../../../domain/matching/candidate.ts";
import { explainToEmployer, explainToMember } from "../../../domain/matching/explain.ts";
import { createMatchIndex } from "../../../domain/matching/match-index.ts";
import { matchOpening } from "../../../domain/matching/match-opening.ts";
import { candidate, opening, terms, unknown } from "./a-tailor.ts";

function explained(member: Candidate) {
  const matching = matchOpening(createMatchIndex([member]), opening(), terms());
  const match = matching.kind === "matched" ? matching.matches[0] : undefined;
  if (match === undefined) throw new Error("this member should match");
  return { member: explainToMember(match.liking, match.fit), employer: explainToEmployer(match.fit) };
}

describe("why somebody is matched", () => {
  it("is said in three things at most, the weightiest first", () => {
    const { member, employer } = explained(candidate());
    expect(member.reasons).toEqual(["work", "skills", "schedule"]);
    expect(employer.reasons).toEqual(["skills", "experience", "credential"]);
    expect([member.caveats, employer.caveats]).toEqual([[], []]);
  });

  it("is said without what nobody asked", () => {
    const { member, employer } = explained(unknown());
    expect(member.reasons).toEqual(["work"]);
    expect(employer).toEqual({ reasons: [], caveats: [] });
  });

  it("says that her work is only related, and what she would not like", () => {
    const { member, employer } = explained(
      unknown({
        occupations: [{ isco: "7533", years: 1, isVerified: false }],
        schedules: new Set(["night"]),
        payFloor: opening().pay,
      }),
    );
    expect(member).toEqual({ reasons: ["related_work"], caveats: ["schedule"] });
    expect(employer.caveats).toEqual(["experience"]);
  });

  it("tells an employer nothing of what she wishes, takes, or where she is", () => {
    const secrets = ["pay", "near", "wish", "schedule", "contract"];
    const { reasons, caveats } = explained(candidate()).employer;
    expect([...reasons, ...caveats].filter((reason) => secrets.includes(reason))).toEqual([]);
  });
});
