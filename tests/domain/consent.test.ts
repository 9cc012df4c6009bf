import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConsentEntry,
  type ConsentTopic,
  type ConsentWay,
  consentTopics,
  consentWays,
  mayReceive,
  startEntries,
  stopEntries,
} from "../../domain/consent.ts";

const given = (topic: ConsentTopic, at: number, how: ConsentWay): ConsentEntry => ({
  topic,
  decision: "given",
  at,
  how,
  textVersion: 1,
});
const joined = consentTopics.map((topic) => given(topic, 1, "join"));
const stop = (scope: ConsentTopic | "all", at: number) =>
  stopEntries(scope, { at, how: "stop", textVersion: 1 });
const start = (entries: readonly ConsentEntry[], at: number) =>
  startEntries(entries, { at, how: "start", textVersion: 1 });
const allowed = (entries: readonly ConsentEntry[]) =>
  consentTopics.filter((topic) => mayReceive(entries, topic));

const entry: fc.Arbitrary<ConsentEntry> = fc.record({
  topic: fc.constantFrom(...consentTopics),
  decision: fc.constantFrom("given", "withdrawn"),
  at: fc.nat(20),
  how: fc.constantFrom(...consentWays),
  textVersion: fc.nat(3),
});
const ledger = fc.array(entry, { maxLength: 30 });

describe("what a person allowed", () => {
  it("is nothing before she has said so", () => {
    expect(allowed([])).toEqual([]);
  });

  it("is what she said yes to when she joined", () => {
    expect(allowed([given("profile", 1, "join"), given("jobs", 2, "answer")])).toEqual(["profile", "jobs"]);
  });

  it("is nothing after STOP", () => {
    expect(allowed([...joined, ...stop("all", 2)])).toEqual([]);
  });

  it("is all the rest after STOP JOBS", () => {
    expect(allowed([...joined, ...stop("jobs", 2)])).toEqual([
      "profile",
      "sharing",
      "notices",
      "reminders",
      "digests",
    ]);
  });

  it("does not come back after STOP by an answer or a caseworker's hand", () => {
    const stopped = [...joined, ...stop("all", 2)];
    expect(allowed([...stopped, given("jobs", 3, "answer"), given("notices", 3, "caseworker")])).toEqual([]);
  });

  it("comes back when she joins again", () => {
    expect(allowed([...joined, ...stop("all", 2), given("jobs", 3, "join")])).toEqual(["jobs"]);
  });

  it("comes back with START, but for sharing with employers", () => {
    const stopped = [...joined, ...stop("all", 2)];
    expect(allowed([...stopped, ...start(stopped, 3)])).toEqual([
      "profile",
      "jobs",
      "notices",
      "reminders",
      "digests",
    ]);
  });

  it("does not grow by START: what she never allowed stays closed", () => {
    const stopped = [given("profile", 1, "join"), ...stop("all", 2), ...stop("all", 3)];
    expect(allowed([...stopped, ...start(stopped, 4)])).toEqual(["profile"]);
    expect(start([], 1)).toEqual([]);
    expect(allowed(start(stop("all", 1), 2))).toEqual([]);
  });

  it("does not grow by a second START", () => {
    const stopped = [...joined, ...stop("all", 2)];
    const started = [...stopped, ...start(stopped, 3)];
    expect(start(started, 4)).toEqual([]);
    expect(mayReceive([...started, given("sharing", 5, "answer")], "sharing")).toBe(true);
  });

  it("keeps a no in an answer through STOP and START, and takes a later yes", () => {
    const no: ConsentEntry = { ...given("jobs", 2, "answer"), decision: "withdrawn" };
    const stopped = [...joined, no, ...stop("all", 3)];
    const started = [...stopped, ...start(stopped, 4)];
    expect(mayReceive(started, "jobs")).toBe(false);
    expect(mayReceive([...started, given("jobs", 5, "answer")], "jobs")).toBe(true);
  });

  it("is no when yes and STOP came at the same moment", () => {
    expect(mayReceive([...stop("jobs", 1), given("jobs", 1, "join")], "jobs")).toBe(false);
  });

  it("is nothing after STOP whatever was in the ledger before, in whatever order it is read", () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (entries, seed) => {
        const all = [...entries, ...stop("all", 20)];
        const turned = seed % all.length;
        expect(allowed([...all.slice(turned), ...all.slice(0, turned)])).toEqual([]);
      }),
    );
  });

  it("does not depend on the order the ledger is read in", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(entry, { selector: ({ at }) => at, maxLength: 15 })
          .chain((entries) =>
            fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
          ),
        ([entries, shuffled]) => {
          expect(allowed(shuffled)).toEqual(allowed(entries));
        },
      ),
    );
  });

  it("never changes on one topic by what is said on another", () => {
    fc.assert(
      fc.property(ledger, fc.constantFrom(...consentTopics), (entries, topic) => {
        const own = entries.filter((one) => one.topic === topic);
        expect(mayReceive(entries, topic)).toBe(mayReceive(own, topic));
      }),
    );
  });

  it("after START is never more than it was before STOP", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const stopped = [...entries, ...stop("all", 21)];
        const before = consentTopics.filter(
          (topic) => mayReceive(entries, topic) || mayReceive([...entries, ...start(entries, 21)], topic),
        );
        const back = allowed([...stopped, ...start(stopped, 22)]);
        expect(before).toEqual(expect.arrayContaining(back));
        expect(back).not.toContain("sharing");
      }),
    );
  });
});
