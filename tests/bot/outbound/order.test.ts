import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import { join, openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
beforeEach(async () => {
  union = await openSmallUnion();
});
afterEach(() => union.close());

/** What the phone shows from here on. */
function fromNow(): () => readonly string[] {
  const before = union.phone.calls.length;
  return () => union.phone.texts().slice(before);
}
const noConnection = { kind: "not_sent", detail: "no connection" } as const;
const phoneOff = { kind: "refused", refusal: "unreachable", code: "30003", detail: "off" } as const;
const statuses = async () =>
  (await union.outbox()).slice(-2).map(({ class: each, status }) => `${each} ${status}`);

describe("a message of our own accord", () => {
  it("waits at night for the morning of the place, whether it is an alert or a notice", async () => {
    await join(union);
    union.forward(9 * hourMs);
    const shown = fromNow();
    await union.queues({ class: "alert", topic: "jobs" });
    await union.work();
    await union.pass(10 * hourMs + 59 * minuteMs);
    expect(shown()).toEqual([]);
    await union.pass(minuteMs);
    expect(shown()).toEqual(["an alert"]);
  });

  it("leaves by day at once, after the lane's gap behind the message before it", async () => {
    await join(union);
    const shown = fromNow();
    await union.queues({ class: "alert", topic: "jobs" });
    await union.work();
    expect(shown()).toEqual([]);
    await union.pass(secondMs);
    expect(shown()).toEqual(["an alert"]);
    await union.queues({ class: "alert", topic: "jobs", parts: ["another"] });
    await union.work();
    expect(shown()).toHaveLength(1);
    await union.pass(secondMs - 1);
    expect(shown()).toHaveLength(1);
    await union.pass(1);
    expect(shown()).toEqual(["an alert", "another"]);
  });

  it("is not written at all where the person did not allow it", async () => {
    await join(union, "Amal", "2");
    expect(await union.queues({ class: "notice", topic: "notices" })).toBeNull();
    expect(await union.queues({ class: "alert", topic: "something nobody was asked about" })).toBeNull();
    expect(await union.queues({ class: "alert", topic: "jobs" })).not.toBeNull();
    await union.says("STOP JOBS");
    expect(await union.queues({ class: "alert", topic: "jobs" })).toBeNull();
  });

  it("is dropped when its time has passed, and the next one leaves", async () => {
    await join(union);
    const shown = fromNow();
    await union.queues({ class: "alert", topic: "jobs" });
    await union.pass(2 * dayMs);
    expect((await union.outbox()).at(-1)).toMatchObject({ status: "expired", reason: "its time had passed" });
    expect(shown()).toEqual([]);
    await union.says("menu");
    expect(shown()).toHaveLength(1);
  });
});

describe("an answer", () => {
  it("comes at night, before what waits for the morning", async () => {
    await join(union);
    union.forward(9 * hourMs);
    await union.queues({ class: "alert", topic: "jobs" });
    const shown = fromNow();
    await union.says("help");
    expect(shown()).toEqual([english.help]);
    await union.pass(11 * hourMs);
    expect(shown()).toEqual([english.help, "an alert"]);
  });

  it("does not overtake an earlier answer that waits for a connection", async () => {
    await join(union);
    const shown = fromNow();
    union.phone.answers(noConnection);
    await union.queues({ class: "reply", parts: ["first"] });
    await union.queues({ class: "reply", parts: ["second"] });
    await union.work();
    expect(shown()).toEqual(["first"]);
    await union.pass(secondMs);
    expect(shown()).toEqual(["first", "first", "second"]);
  });

  it("overtakes nothing whose outcome is unknown", async () => {
    await join(union);
    const shown = fromNow();
    union.phone.answers({ kind: "unknown", detail: "cut line" });
    await union.queues({ class: "reply", parts: ["first"] });
    await union.queues({ class: "reply", parts: ["second"] });
    await union.work();
    expect(shown()).toEqual(["first"]);
    union.phone.tells({ kind: "found", providerId: "there", status: "sent" });
    await union.pass(minuteMs);
    expect(shown()).toEqual(["first", "second"]);
  });

  it("does not wait for the gap that an alert before it must keep", async () => {
    await join(union);
    await union.queues({ class: "alert", topic: "jobs" });
    const shown = fromNow();
    await union.says("help");
    expect(shown()).toEqual([english.help]);
    await union.pass(secondMs);
    expect(shown()).toEqual([english.help, "an alert"]);
  });

  it("needs no gap behind another answer", async () => {
    await union.says("hi");
    await union.says("1");
    expect(union.phone.calls).toHaveLength(2);
  });

  it("that waited for her phone leaves as soon as she writes, before the answer to what she wrote", async () => {
    await join(union);
    const shown = fromNow();
    union.phone.answers(phoneOff);
    await union.queues({ class: "reply", parts: ["waited"] });
    await union.work();
    await union.pass(minuteMs);
    expect(shown()).toEqual(["waited"]);
    await union.says("help");
    await union.work();
    expect(shown()).toEqual(["waited", "waited", english.help]);
  });
});

describe("a reminder", () => {
  const stopHalfWay = async () => {
    for (const text of ["hi", "1", "1"]) await union.says(text);
  };

  it("comes a day after a question left open, with the question, once", async () => {
    await stopHalfWay();
    const shown = fromNow();
    await union.pass(dayMs - 1);
    expect(shown()).toEqual([]);
    await union.pass(1);
    expect(shown()).toEqual([expect.stringMatching(/You stopped here.*How old are you/s)]);
    await union.pass(5 * dayMs);
    expect(shown()).toHaveLength(1);
  });

  it("that falls into the night waits until morning", async () => {
    union.forward(9 * hourMs);
    await stopHalfWay();
    const shown = fromNow();
    await union.pass(dayMs);
    expect(shown()).toEqual([]);
    await union.pass(11 * hourMs);
    expect(shown()).toHaveLength(1);
  });

  it("that waits for the morning is overtaken by an answer at night, and then not sent any more", async () => {
    union.forward(9 * hourMs);
    await stopHalfWay();
    await union.pass(dayMs);
    expect(await statuses()).toEqual(["reply sent", "reminder queued"]);
    const shown = fromNow();
    await union.says("2");
    expect(shown()).toEqual([expect.stringContaining("What name")]);
    await union.pass(11 * hourMs);
    expect(shown()).toHaveLength(1);
    const reminder = (await union.outbox()).find((message) => message.class === "reminder");
    expect(reminder).toMatchObject({ status: "cancelled", reason: "the person wrote meanwhile" });
  });

  it("is not sent to somebody who never said yes to being kept", async () => {
    await union.says("hi");
    await union.says("1");
    const shown = fromNow();
    await union.pass(2 * dayMs);
    expect(shown()).toEqual([]);
  });
});
