import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { secondMs } from "../../../domain/moment.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import { join, openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
let isBroken = false;
/** A fault in one conversation: its words cannot be had. */
beforeEach(async () => {
  isBroken = false;
  union = await openSmallUnion({
    runtime: ({ locales }) => ({
      locales: {
        ...locales,
        text: (language, namespace, key, ...rest) => {
          if (isBroken && namespace === "my-details") throw new RangeError("broken on purpose");
          return locales.text(language, namespace, key, ...rest);
        },
      },
    }),
  });
  await join(union);
});
afterEach(() => union.close());

const mail = () => union.store.read.inboundMessage.findMany({ orderBy: { id: "desc" }, take: 2 });

describe("a message that cannot be handled", () => {
  it("is tried five times and then parked: one case, one apology, and an entry in the audit log", async () => {
    isBroken = true;
    const before = union.phone.calls.length;
    await union.says("ME");
    for (let attempt = 2; attempt <= 4; attempt += 1) await union.pass(secondMs);
    expect((await mail())[0]).toMatchObject({ state: "new", attempts: 4, fault: "RangeError" });
    expect(union.phone.texts().slice(before)).toEqual([]);
    await union.pass(secondMs);
    await union.pass(secondMs);
    expect((await mail())[0]).toMatchObject({ state: "parked", attempts: 5 });
    expect(union.phone.texts().slice(before)).toEqual([english.trouble]);
    expect(await union.store.read.case.findMany()).toMatchObject([
      { reason: "parked_message", closedAt: null },
    ]);
    expect(await union.store.read.auditEntry.findMany()).toMatchObject([{ action: "inbound.parked" }]);
  });

  it("holds up the one behind it no longer than that, and nothing of its own is kept", async () => {
    isBroken = true;
    await union.receives("ME");
    await union.receives("HELP");
    for (let attempt = 1; attempt <= 6; attempt += 1) await union.pass(secondMs);
    expect(union.phone.texts().slice(-2)).toEqual([english.trouble, english.help]);
    expect(await union.store.read.session.count()).toBe(0);
  });

  it("is handled after all when the fault has passed before the fifth try", async () => {
    isBroken = true;
    await union.says("ME");
    isBroken = false;
    await union.pass(secondMs);
    expect(union.phone.texts().at(-1)).toContain("Your number: MU-");
    expect((await mail())[0]).toMatchObject({ state: "done" });
    expect(await union.store.read.case.count()).toBe(0);
  });

  it("keeps nobody else waiting: a turn that shared its transaction is kept", async () => {
    isBroken = true;
    await Promise.all([
      union.receives("ME"),
      union.receives("hi", { from: { channel: "sms", identifier: "+905550100002" } }),
    ]);
    await union.work();
    expect(union.phone.calls.at(-1)).toMatchObject({
      to: "+905550100002",
      text: expect.stringContaining("Which language"),
    });
  });
});
