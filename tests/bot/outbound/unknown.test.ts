import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../../domain/moment.ts";
import { openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
afterEach(() => union.close());

const cutLine = { kind: "unknown", detail: "the line was cut" } as const;
const noAnswer = { kind: "no_answer", detail: "busy" } as const;
const stateOf = async (id: string) => (await union.outbox()).find((message) => message.id === id);
const timesShown = () => union.phone.texts().filter((text) => text === "text").length;
const queued = async () => (await union.queues({ class: "reply", parts: ["text"] })) ?? "";
/** A sender that dies with the message in its hands: its call never comes back while anybody waits. */
const dies = () => new Promise<never>(() => undefined);

async function lostAnswer(): Promise<string> {
  const id = await queued();
  union.phone.answers(cutLine);
  await union.work();
  expect(await stateOf(id)).toMatchObject({ status: "unknown" });
  return id;
}

describe("a message of which nobody knows whether the provider has it", () => {
  beforeEach(async () => {
    union = await openSmallUnion();
    await union.says("hi");
  });

  it("is asked about after a minute, and sent where the provider has it", async () => {
    const id = await lostAnswer();
    union.phone.tells({ kind: "found", providerId: "there", status: "sent" });
    await union.pass(minuteMs - 1);
    expect(union.phone.asked()).toBe(0);
    await union.pass(1);
    expect(await stateOf(id)).toMatchObject({ status: "sent" });
    expect(timesShown()).toBe(1);
    const [part] = await union.store.read.messagePart.findMany({ where: { messageId: id } });
    expect(part).toMatchObject({ status: "sent", providerId: "there" });
  });

  it("is sent again only when the provider said twice, a minute apart, that it has none", async () => {
    const id = await lostAnswer();
    await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "unknown" });
    expect(timesShown()).toBe(1);
    await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "sent", repeats: 0 });
    expect(timesShown()).toBe(2);
  });

  it("is asked about again for as long as the provider gives no answer, and then given up, visibly", async () => {
    const id = await lostAnswer();
    union.phone.tells(noAnswer, noAnswer, { kind: "found", providerId: "there", status: "sent" });
    for (let minute = 0; minute < 3; minute += 1) await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "sent" });
    expect(timesShown()).toBe(1);
    const lost = await lostAnswer();
    union.phone.tells(...Array(3).fill(noAnswer));
    await union.pass(25 * hourMs);
    expect(await stateOf(lost)).toMatchObject({
      status: "failed",
      reason: "nobody knows whether it arrived",
    });
  });

  it("because its sender died is looked into after the lease, and settled as any other", async () => {
    const id = await queued();
    union.phone.answers(dies);
    void union.sends(id);
    await expect.poll(timesShown).toBe(1);
    await union.pass(minuteMs - 1);
    expect(await stateOf(id)).toMatchObject({ status: "sending" });
    await union.pass(1);
    expect(await stateOf(id)).toMatchObject({ status: "unknown", reason: "the sender stopped half-way" });
    union.phone.tells({ kind: "found", providerId: "there", status: "sent" });
    await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "sent" });
    expect(timesShown()).toBe(1);
  });

  it("a sender that was thought dead and speaks after all settles what is still open", async () => {
    const id = await queued();
    let speak: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => {
      speak = resolve;
    });
    union.phone.answers(async () => {
      await silence;
      return { kind: "accepted", providerId: "late" };
    });
    const sending = union.sends(id);
    await expect.poll(timesShown).toBe(1);
    await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "unknown" });
    speak();
    await sending;
    expect(await stateOf(id)).toMatchObject({ status: "sent" });
    await union.pass(hourMs);
    expect(timesShown()).toBe(1);
  });

  it("a sender that was thought dead may not touch what another one is sending by then", async () => {
    const id = await queued();
    let speak: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => {
      speak = resolve;
    });
    union.phone.answers(async () => {
      await silence;
      return { kind: "refused", refusal: "content", code: "1", detail: "no" };
    });
    const sending = union.sends(id);
    await expect.poll(timesShown).toBe(1);
    // The second sender is in the middle of its call when the first one comes back with its refusal.
    union.phone.answers(async () => {
      speak();
      await sending;
      return { kind: "accepted", providerId: "second" };
    });
    for (let minute = 0; minute < 3; minute += 1) await union.pass(minuteMs);
    expect(timesShown()).toBe(2);
    expect(await stateOf(id)).toMatchObject({ status: "sent", reason: null });
    const [part] = await union.store.read.messagePart.findMany({ where: { messageId: id } });
    expect(part).toMatchObject({ status: "sent", providerId: "second" });
  });
});

describe("where the provider cannot be asked", () => {
  beforeEach(async () => {
    union = await openSmallUnion({ canBeAsked: false });
    await union.says("hi");
  });

  it("a fresh answer is repeated once, and counted", async () => {
    const id = await lostAnswer();
    await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "sent", repeats: 1 });
    expect(timesShown()).toBe(2);
  });

  it("an answer is not repeated a second time", async () => {
    const id = await lostAnswer();
    union.phone.answers(cutLine);
    await union.pass(minuteMs);
    await union.pass(minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "failed", repeats: 1 });
    expect(timesShown()).toBe(2);
  });

  it("an answer older than five minutes is not repeated", async () => {
    const id = await lostAnswer();
    union.forward(5 * minuteMs);
    await union.work();
    expect(await stateOf(id)).toMatchObject({ status: "failed", reason: "nobody knows whether it arrived" });
    expect(timesShown()).toBe(1);
  });
});
