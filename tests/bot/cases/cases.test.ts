import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerInCase, type CaseAnswer } from "../../../bot/cases/answer-in-case.ts";
import { endCase } from "../../../bot/cases/end-case.ts";
import { dayMs } from "../../../domain/moment.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import englishJoin from "../../../locales/en/join.json" with { type: "json" };
import { takeCase } from "../../../union/cases/take-case.ts";
import { everyCell } from "../every-cell.ts";
import { openSmallUnion, type SmallUnion } from "../small-union.ts";

const hers = { staffId: "nadia" } as const;
const others = { staffId: "omar" } as const;
let union: SmallUnion;
let caseId: string;
/** Somebody asks for a person in the middle of joining. */
beforeEach(async () => {
  union = await openSmallUnion();
  for (const text of ["hi", "1", "1", "2", "PERSON"]) await union.says(text);
  ({ id: caseId } = await union.store.read.case.findFirstOrThrow());
});
afterEach(() => union.close());

const take = () => takeCase(union.runtime, { caseId, ...hers });
const answers = (more: Partial<CaseAnswer> = {}) =>
  answerInCase(union.runtime, {
    ...{ caseId, ...hers, staffName: "Nadia", text: "Good morning, how can I help?", once: "form-1" },
    ...more,
  });
const ends = () => endCase(union.runtime, { caseId, ...hers });
function fromNow(): () => Promise<readonly string[]> {
  const before = union.phone.calls.length;
  return async () => {
    await union.work();
    return union.phone.texts().slice(before);
  };
}
const actions = async () => (await union.store.read.auditEntry.findMany()).map(({ action }) => action);

describe("a caseworker's answer", () => {
  it("reaches the person with the caseworker's name before it, and is noted without its words", async () => {
    await take();
    const shown = fromNow();
    expect(await answers()).toEqual({ kind: "queued" });
    expect(await shown()).toEqual(["Nadia: Good morning, how can I help?"]);
    expect(await actions()).toEqual(["case.taken", "case.answered"]);
    const [, noted] = await union.store.read.auditEntry.findMany();
    expect(noted).toMatchObject({ actor: "staff:nadia", object: `case:${caseId}` });
    expect(noted?.detail).not.toMatch(/morning|Nadia|\+/);
  });

  it("leaves once, also when the button is pressed twice at the same time", async () => {
    await take();
    const shown = fromNow();
    const kinds = (await Promise.all([answers(), answers(), answers()])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["queued", "sent_before", "sent_before"]);
    expect(await shown()).toHaveLength(1);
    expect(await answers({ once: "form-2" })).toEqual({ kind: "queued" });
    expect(await shown()).toHaveLength(2);
    expect(await actions()).toEqual(["case.taken", "case.answered", "case.answered"]);
  });

  it("is only hers who took the case", async () => {
    const shown = fromNow();
    expect(await answers()).toEqual({ kind: "not_yours" });
    await take();
    expect(await answers(others)).toEqual({ kind: "not_yours" });
    expect(await shown()).toEqual([]);
    expect(await actions()).toEqual(["case.taken"]);
  });

  it("does not reach somebody who stopped us, and says so", async () => {
    await take();
    await union.says("STOP");
    const shown = fromNow();
    expect(await answers()).toMatchObject({ kind: "unreachable" });
    expect(await shown()).toEqual([]);
    expect(await everyCell(union.store)).not.toContain("Good morning");
    expect(await actions()).not.toContain("case.answered");
  });

  it("is refused once the case is closed, or where there is none", async () => {
    await take();
    await ends();
    expect(await answers()).toEqual({ kind: "closed" });
    expect(await answers({ caseId: "none" })).toEqual({ kind: "closed" });
  });

  it("is not taken for the machine's: it stays silent while the case is open", async () => {
    await take();
    const shown = fromNow();
    await answers();
    await union.says("I need help with my papers");
    expect(await shown()).toEqual(["Nadia: Good morning, how can I help?"]);
  });
});

describe("the end of a case", () => {
  it("gives the talk back to the machine, which says so and asks the open question again", async () => {
    await take();
    const shown = fromNow();
    expect(await ends()).toEqual({ kind: "ended" });
    const [said, ...more] = await shown();
    expect(more).toEqual([]);
    expect(said).toContain(english.caseClosed);
    expect(said).toContain(englishJoin["name.ask"]);
    expect(await union.store.read.case.findFirstOrThrow()).toMatchObject({ closedBy: "nadia" });
    await union.says("Amal");
    expect((await shown()).at(-1)).toContain(englishJoin["place.ask"]);
  });

  it("is once, whoever presses the button how often, and the two days later say nothing more", async () => {
    await take();
    const shown = fromNow();
    const kinds = (await Promise.all([ends(), ends()])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["ended", "ended_before"]);
    await union.work();
    await union.pass(3 * dayMs);
    expect((await shown()).filter((text) => text.includes(english.caseClosed))).toHaveLength(1);
    expect(await actions()).toEqual(["case.taken", "case.closed"]);
  });

  it("says nothing to somebody who went back to the machine herself", async () => {
    await take();
    await union.says("MENU");
    const shown = fromNow();
    expect(await ends()).toEqual({ kind: "ended_before" });
    expect(await shown()).toEqual([]);
  });

  it("says nothing to somebody who stopped us meanwhile", async () => {
    await take();
    await union.says("STOP");
    const shown = fromNow();
    await ends();
    expect(await shown()).toEqual([]);
  });
});
