import { afterEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs } from "../../../domain/moment.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import person from "../../../locales/en/talk-to-a-person.json" with { type: "json" };
import { join, openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
afterEach(() => union.close());

const last = () => union.phone.calls.at(-1);
const openCases = () => union.store.read.case.count({ where: { closedAt: null } });

describe("a question left open on WhatsApp", () => {
  const stopHalfWay = async () => {
    union = await openSmallUnion({ kind: "whatsapp" });
    for (const text of ["hi", "1", "1"]) await union.says(text);
  };

  it("is reminded of with the approved template once the 24 hours are over, and asked again when she answers", async () => {
    await stopHalfWay();
    await union.pass(dayMs);
    expect(last()?.payload).toEqual({
      kind: "template",
      template: "waiting",
      language: "en",
      text: english.waiting,
    });
    await union.pass(minuteMs);
    await union.says("what is it?");
    await union.work();
    expect(last()?.payload.kind).not.toBe("template");
    expect(last()?.text).toContain(english.reminder);
    expect(last()?.text).toContain("How old are you");
  });

  it("is answered with what can be tapped while she has just written", async () => {
    await stopHalfWay();
    await union.pass(hourMs);
    await union.says("help");
    await union.says("what?");
    expect(last()?.payload.kind).toBe("list");
  });
});

describe("a member who talks to a person", () => {
  const asksForPerson = async () => {
    union = await openSmallUnion();
    await join(union);
    await union.says("PERSON");
    expect(last()?.text).toBe(person.opened);
  };

  it("hears nothing from the machine, and from it again after two days, once", async () => {
    await asksForPerson();
    const before = union.phone.calls.length;
    await union.pass(2 * dayMs - 1);
    expect(union.phone.calls).toHaveLength(before);
    expect(await openCases()).toBe(1);
    await union.pass(1);
    expect(last()?.text).toBe(english.caseClosed);
    expect(await openCases()).toBe(0);
    await union.pass(3 * dayMs);
    expect(union.phone.calls).toHaveLength(before + 1);
  });

  it("gets the machine back after two days although she wrote meanwhile", async () => {
    await asksForPerson();
    await union.pass(dayMs);
    await union.says("are you there?");
    await union.pass(dayMs);
    expect(last()?.text).toBe(english.caseClosed);
    await union.says("hello");
    expect(last()?.text).toContain("My details");
  });

  it("has one case however often she asks, and MENU closes it", async () => {
    await asksForPerson();
    await union.says("PERSON");
    expect(await union.store.read.case.count()).toBe(1);
    await union.says("MENU");
    expect(await openCases()).toBe(0);
    expect(last()?.text).toContain("My details");
  });

  it("and went back to the menu herself is not told two days later that the talk is over", async () => {
    await asksForPerson();
    await union.says("MENU");
    const before = union.phone.calls.length;
    await union.pass(3 * dayMs);
    expect(union.phone.texts().slice(before)).toEqual([]);
  });

  it("and stopped everything meanwhile hears nothing when the two days are over", async () => {
    await asksForPerson();
    await union.says("STOP");
    const before = union.phone.calls.length;
    await union.pass(3 * dayMs);
    expect(union.phone.texts().slice(before)).toEqual([]);
  });
});
