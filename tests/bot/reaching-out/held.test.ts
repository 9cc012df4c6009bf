import { afterEach, describe, expect, it } from "vitest";
import type { Utterance } from "../../../bot/inbound/talk.ts";
import { reachOut } from "../../../bot/reaching-out/reach-out.ts";
import type { ChannelKind } from "../../../domain/address.ts";
import { dayMs, hourMs, minuteMs } from "../../../domain/moment.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import leave from "../../../locales/en/leave.json" with { type: "json" };
import menu from "../../../locales/en/menu.json" with { type: "json" };
import { erasePerson } from "../../../union/members/erase-person.ts";
import { everyCell } from "../every-cell.ts";
import { join, openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
afterEach(() => union.close());

/** A member who wrote last so long ago. */
async function silentFor(milliseconds: number, kind: ChannelKind = "whatsapp"): Promise<void> {
  union = await openSmallUnion({ kind });
  await join(union);
  union.forward(milliseconds);
}
/** Tells her something we promised her: an answer that comes late. */
async function tells(key: string, ...says: readonly Utterance["key"][]): Promise<void> {
  const { id: addressId } = await union.store.read.address.findFirstOrThrow();
  const cause = { key, class: "reply", topic: "talk", requestId: key } as const;
  const said = says.map((each) => ({ namespace: "common", key: each }) as const);
  await union.store.write.once((tx) => reachOut(tx, [{ addressId, cause, says: said }], union.runtime));
  await union.work();
}
/** What the phone has shown since now. */
function fromNow(): () => readonly string[] {
  const before = union.phone.calls.length;
  return () => union.phone.texts().slice(before);
}
const heldNow = () => union.store.read.outboundMessage.count({ where: { status: "held" } });
const statusOf = async (key: string) =>
  (await union.store.read.outboundMessage.findFirstOrThrow({ where: { key } })).status;

describe("what is said on WhatsApp to somebody who has not written for a day", () => {
  it("waits, and she is told once a day that there is something", async () => {
    await silentFor(25 * hourMs);
    const shown = fromNow();
    await tells("one", "trouble");
    await tells("two", "caseClosed");
    expect(shown()).toEqual([english.waiting]);
    expect(union.phone.calls.at(-1)?.payload).toMatchObject({ kind: "template", template: "waiting" });
    expect(await heldNow()).toBe(2);
    union.forward(dayMs);
    await tells("three", "help");
    expect(shown()).toEqual([english.waiting, english.waiting]);
    expect(await heldNow()).toBe(3);
  });

  it("comes in order with any word of hers, and the word itself is answered with nothing else", async () => {
    await silentFor(25 * hourMs);
    await tells("one", "trouble");
    await tells("two", "caseClosed");
    await union.pass(minuteMs);
    const shown = fromNow();
    await union.says("what is it?");
    await union.work();
    expect(shown()).toEqual([english.trouble, english.caseClosed]);
    expect(await heldNow()).toBe(0);
    await union.says("hello");
    expect(shown().at(-1)).toBe(menu["item.ask"]);
  });

  it("is released once, whatever she writes while it is on its way", async () => {
    await silentFor(25 * hourMs);
    await tells("one", "trouble");
    const shown = fromNow();
    await union.receives("what");
    await union.receives("is it?");
    await union.pass(minuteMs);
    await union.work();
    expect(shown().filter((text) => text === english.trouble)).toHaveLength(1);
  });

  it("is cancelled by STOP, and does not come back with START", async () => {
    await silentFor(25 * hourMs);
    await tells("one", "trouble");
    const shown = fromNow();
    await union.says("STOP");
    await union.work();
    expect(shown()).toEqual([leave.allStopped]);
    expect(await statusOf("one")).toBe("cancelled");
    await union.says("START");
    await union.work();
    expect(shown()).not.toContain(english.trouble);
  });

  it("comes with the answer to a command, which is obeyed", async () => {
    await silentFor(25 * hourMs);
    await tells("one", "trouble");
    await union.pass(minuteMs);
    const shown = fromNow();
    await union.says("HELP");
    await union.work();
    expect([...shown()].sort()).toEqual([english.help, english.trouble].sort());
  });

  it("is given up after fourteen days, and a word of hers then is heard as any other", async () => {
    await silentFor(25 * hourMs);
    await tells("one", "trouble");
    await union.pass(14 * dayMs - minuteMs);
    expect(await statusOf("one")).toBe("held");
    await union.pass(minuteMs);
    expect(await statusOf("one")).toBe("expired");
    const shown = fromNow();
    await union.says("hello");
    expect(shown()).toEqual([menu["item.ask"]]);
  });

  it("is cancelled when she is erased, and its words with it", async () => {
    await silentFor(25 * hourMs);
    await tells("one", "trouble");
    expect(await everyCell(union.store)).toContain(english.trouble);
    const { addressId, personId } = await union.store.read.addressHolder.findFirstOrThrow();
    const now = union.runtime.clock.now();
    await union.store.write.once((tx) => erasePerson(tx, { addressId, personId, now }));
    expect(await statusOf("one")).toBe("cancelled");
    expect(await everyCell(union.store)).not.toContain(english.trouble);
    await union.says("hello");
    await union.work();
    expect(union.phone.texts()).not.toContain(english.trouble);
  });
});

it("on WhatsApp it is not held from somebody who wrote within the day, but is shortly before the day is over", async () => {
  await silentFor(23 * hourMs);
  const shown = fromNow();
  await tells("one", "trouble");
  expect(shown()).toEqual([english.trouble]);
  union.forward(50 * minuteMs);
  await tells("two", "caseClosed");
  expect(shown()).toEqual([english.trouble, english.waiting]);
});

it.each(["sms", "telegram"] as const)("by %s nothing is ever held", async (kind) => {
  await silentFor(30 * dayMs, kind);
  const shown = fromNow();
  await tells("one", "trouble");
  expect(shown()).toEqual([english.trouble]);
  expect(await heldNow()).toBe(0);
});
