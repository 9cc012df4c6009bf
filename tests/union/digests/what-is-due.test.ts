import { describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { type PastDigest, type Situation, whatIsDue } from "../../../union/digests/what-is-due.ts";

/** Ten in the morning in Turkey, on a Tuesday. */
const now = new Date("2026-11-24T07:00:00Z");
const ago = (milliseconds: number, change: Partial<PastDigest> = {}): PastDigest => ({
  kind: "cards",
  createdAt: now.getTime() - milliseconds,
  isAnswered: false,
  ...change,
});
const due = (change: Partial<Situation>) =>
  whatIsDue(
    {
      every: "day",
      country: "TR",
      startsOn: "2026-12-15",
      fresh: 1,
      undecided: 0,
      digests: [],
      ...change,
    },
    now,
  );

describe("new cards", () => {
  it("go out at once when they are the first of an opening", () => {
    expect(due({})).toBe("cards");
    expect(due({ fresh: 0 })).toBeNull();
  });

  it("wait for the morning after that", () => {
    expect(due({ digests: [ago(hourMs)] })).toBeNull();
    expect(due({ digests: [ago(2 * hourMs)] })).toBe("cards");
    expect(due({ digests: [ago(dayMs)] })).toBe("cards");
  });

  it("wait for Monday where the employer asked for one digest a week", () => {
    expect(due({ every: "week", digests: [ago(dayMs)] })).toBeNull();
    expect(due({ every: "week", digests: [ago(2 * dayMs)] })).toBe("cards");
  });

  it("do not wait when the job starts within 48 hours", () => {
    expect(due({ startsOn: "2026-11-26", digests: [ago(hourMs)] })).toBe("cards");
    expect(due({ startsOn: "2026-11-27", digests: [ago(hourMs)] })).toBeNull();
  });

  it("do not come after two digests that nobody answered", () => {
    expect(due({ digests: [ago(2 * dayMs), ago(dayMs)] })).toBeNull();
    expect(due({ digests: [ago(2 * dayMs, { isAnswered: true }), ago(dayMs)] })).toBe("cards");
  });
});

describe("an employer who does not answer", () => {
  it("is reminded once, after two digests", () => {
    const digests = [ago(2 * dayMs), ago(dayMs)];
    expect(due({ undecided: 2, digests })).toBe("reminder");
    expect(due({ undecided: 2, digests: [...digests, ago(3 * hourMs, { kind: "reminder" })] })).toBeNull();
  });

  it("is reminded after three days where there was only one", () => {
    expect(due({ fresh: 0, undecided: 1, digests: [ago(3 * dayMs)] })).toBe("reminder");
    expect(due({ fresh: 0, undecided: 1, digests: [ago(3 * dayMs - 1)] })).toBeNull();
  });

  it("is not reminded twice on a day, nor of nobody", () => {
    expect(due({ undecided: 2, digests: [ago(dayMs), ago(hourMs)] })).toBeNull();
    expect(due({ fresh: 0, undecided: 0, digests: [ago(2 * dayMs), ago(dayMs)] })).toBeNull();
  });

  it("has the opening paused after seven days, a day after the reminder at the earliest", () => {
    const reminder = (milliseconds: number) => ago(milliseconds, { kind: "reminder" });
    expect(due({ undecided: 1, digests: [ago(7 * dayMs), reminder(dayMs)] })).toBe("pause");
    expect(due({ undecided: 1, digests: [ago(7 * dayMs - 1), reminder(dayMs)] })).toBeNull();
    expect(due({ undecided: 1, digests: [ago(9 * dayMs), reminder(dayMs - 1)] })).toBeNull();
    expect(due({ undecided: 0, digests: [ago(9 * dayMs), reminder(2 * dayMs)] })).toBeNull();
  });

  it("and then answers, is as if nothing had been", () => {
    const isAnswered = true;
    const digests = [ago(9 * dayMs, { isAnswered }), ago(2 * dayMs, { isAnswered, kind: "reminder" })];
    expect(due({ undecided: 1, digests })).toBe("cards");
    expect(due({ fresh: 0, undecided: 1, digests })).toBeNull();
  });
});
