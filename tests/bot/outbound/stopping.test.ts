import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import erasure from "../../../locales/en/delete-me.json" with { type: "json" };
import leaving from "../../../locales/en/leave.json" with { type: "json" };
import { everyCell } from "../every-cell.ts";
import { join, number, openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
beforeEach(async () => {
  union = await openSmallUnion();
});
afterEach(() => union.close());

const last = () => union.phone.texts().at(-1);
const shownSince = (calls: number) => union.phone.texts().slice(calls);

describe("a member who texts STOP", () => {
  it("gets one confirmation and nothing after: what waited is cancelled, and her texts are not answered", async () => {
    await join(union);
    await union.queues({ class: "alert", topic: "jobs" });
    union.phone.answers({ kind: "not_sent", detail: "no line" });
    await union.queues({ class: "reply", parts: ["an answer that waits"] });
    await union.work();
    const before = union.phone.calls.length;
    await union.says("STOP");
    for (const text of ["hello?", "menu", "STOP"]) await union.says(text);
    expect(await union.queues({ class: "alert", topic: "jobs" })).toBeNull();
    await union.pass(3 * dayMs);
    expect(shownSince(before)).toEqual([leaving.allStopped]);
    const waited = (await union.outbox()).filter(({ status }) => status === "cancelled");
    expect(waited.map((message) => message.class)).toEqual(["alert", "reply"]);
  });

  it("is sent no answer that is written after it, except those to STOP, START and HELP", async () => {
    await join(union);
    await union.says("STOP");
    const before = union.phone.calls.length;
    await union.queues({ class: "reply", parts: ["something of the talk"] });
    await union.pass(minuteMs);
    await union.pass(2 * dayMs);
    await union.says("HELP");
    expect(shownSince(before)).toEqual([english.help]);
  });

  it("in the middle of joining is not reminded", async () => {
    for (const text of ["hi", "1", "1", "STOP"]) await union.says(text);
    const before = union.phone.calls.length;
    await union.pass(3 * dayMs);
    expect(shownSince(before)).toEqual([]);
  });

  it("and then START goes on where she was, and gets alerts again if she had wanted them", async () => {
    await join(union);
    await union.says("STOP");
    union.forward(secondMs);
    await union.says("START");
    expect(last()).toContain(english.started);
    expect(await union.queues({ class: "alert", topic: "jobs" })).not.toBeNull();
    await union.pass(minuteMs);
    expect(last()).toBe("an alert");
  });

  it("to the carrier, which answers itself, is not answered twice", async () => {
    await join(union);
    const before = union.phone.calls.length;
    await union.says("STOP", { kind: "opt_out", providerAnswered: true });
    await union.pass(hourMs);
    expect(shownSince(before)).toEqual([]);
    expect((await union.store.read.lane.findFirstOrThrow()).state).toBe("stopped");
  });
});

describe("a member who erases herself", () => {
  const name = "Zubaida-Qamar";
  const place = "Xanthippolis";

  it("is told so, and an hour later no table holds her name, number or any text of hers or to her", async () => {
    for (const text of ["hi", "1", "1", "2", name, place, "1", "1", "2", "1"]) await union.says(text);
    const { number: memberNumber } = await union.store.read.person.findFirstOrThrow();
    await union.says("a text that stays with nobody: ordinary-mutton");
    const planted = [name, place, number, "ordinary-mutton", memberNumber ?? "MU-"];
    for (const word of planted) expect(await everyCell(union.store)).toContain(word);
    await union.says("DELETE");
    await union.says("1");
    expect(last()).toBe(erasure.erased);
    for (const word of [name, place, "ordinary-mutton", memberNumber ?? "MU-"])
      expect(await everyCell(union.store)).not.toContain(word);
    await union.pass(hourMs);
    const left = await everyCell(union.store);
    for (const word of [...planted, erasure.erased]) expect(left).not.toContain(word);
  });

  it("and writes again within the hour is a stranger, and is answered", async () => {
    await join(union, name);
    for (const text of ["DELETE", "1", "hello"]) await union.says(text);
    expect(last()).toContain("Which language");
    await union.pass(hourMs);
    expect(await union.store.read.address.count()).toBe(1);
    expect(await everyCell(union.store)).not.toContain(name);
  });

  it("in the very moment her hour is over loses no message that she has just sent", async () => {
    await join(union, name);
    for (const text of ["DELETE", "1"]) await union.says(text);
    union.forward(hourMs);
    await union.receives("hello again");
    await union.work();
    expect(last()).toContain("Which language");
  });
});

describe("somebody who says no to being kept", () => {
  it("is forgotten after a day, address and all", async () => {
    for (const text of ["hi", "1", "2"]) await union.says(text);
    await union.pass(dayMs - 1);
    expect(await everyCell(union.store)).toContain(number);
    await union.pass(1);
    expect(await everyCell(union.store)).not.toContain(number);
    expect(await union.store.read.address.count()).toBe(0);
    expect(await union.store.read.inboundMessage.count()).toBe(0);
    expect(await union.store.read.outboundMessage.count()).toBe(0);
  });
});
