import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MessageStatus } from "../../../domain/delivery-status.ts";
import { hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import { openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
beforeEach(async () => {
  union = await openSmallUnion();
  await union.says("hi");
});
afterEach(() => union.close());

const parts = ["one", "two", "three"];
const queued = async (...texts: readonly string[]) =>
  (await union.queues({ class: "reply", parts: texts })) ?? "";
const stateOf = async (id: string) => (await union.outbox()).find((message) => message.id === id);
const statusOf = async (id: string) => (await stateOf(id))?.status;
const partStatuses = async (messageId: string) =>
  (await union.store.read.messagePart.findMany({ where: { messageId }, orderBy: { n: "asc" } })).map(
    ({ status }) => status,
  );
const shown = () => union.phone.texts().slice(1);

describe("a text in several parts", () => {
  it("leaves in order, and is sent when the last part is", async () => {
    const id = await queued(...parts);
    await union.work();
    expect(shown()).toEqual(parts);
    expect(await statusOf(id)).toBe("sent");
  });

  it("goes on at the part that failed, and repeats none that left", async () => {
    const id = await queued(...parts);
    union.phone.answers({ kind: "accepted", providerId: "p1" }, { kind: "not_sent", detail: "no line" });
    await union.work();
    expect(await partStatuses(id)).toEqual(["sent", "queued", "queued"]);
    expect(await statusOf(id)).toBe("queued");
    await union.pass(secondMs);
    expect(shown()).toEqual(["one", "two", "two", "three"]);
    expect(await statusOf(id)).toBe("sent");
  });

  it("of which the first part has arrived is not done while the second one waits", async () => {
    const id = await queued("one", "two");
    union.phone.answers({ kind: "accepted", providerId: "p1" }, { kind: "not_sent", detail: "no line" });
    await union.work();
    await union.reports({ messageId: id, part: 1, status: "delivered" });
    expect(await statusOf(id)).toBe("queued");
    await union.pass(secondMs);
    expect(shown()).toEqual(["one", "two", "two"]);
  });

  it("whose second part is of unknown outcome and was found goes on with the third", async () => {
    await queued(...parts);
    union.phone.answers({ kind: "accepted", providerId: "p1" }, { kind: "unknown", detail: "cut line" });
    union.phone.tells({ kind: "found", providerId: "p2", status: "sent" });
    await union.work();
    await union.pass(minuteMs);
    expect(shown()).toEqual(parts);
  });

  it("whose second part is refused for good sends no third", async () => {
    const id = await queued(...parts);
    union.phone.answers(
      { kind: "accepted", providerId: "p1" },
      { kind: "refused", refusal: "content", code: "30007", detail: "filtered" },
    );
    await union.work();
    await union.pass(hourMs);
    expect(shown()).toEqual(["one", "two"]);
    expect(await statusOf(id)).toBe("failed");
  });

  it("has arrived when its last part has, whichever report comes first", async () => {
    const id = await queued("one", "two");
    await union.work();
    await union.reports({ messageId: id, part: 2, status: "delivered" });
    expect(await statusOf(id)).toBe("sent");
    await union.reports({ messageId: id, part: 1, status: "delivered" });
    expect(await statusOf(id)).toBe("delivered");
  });

  it("of which one part did not arrive did not arrive", async () => {
    const id = await queued("one", "two");
    await union.work();
    await union.reports({ messageId: id, part: 1, status: "delivered" });
    await union.reports({ messageId: id, part: 2, status: "undeliverable", code: "30003" });
    expect(await stateOf(id)).toMatchObject({ status: "undeliverable", reason: "provider code 30003" });
  });
});

describe("a delivery report", () => {
  it("leads to the same end in whatever order and however often it comes", async () => {
    const reports: readonly MessageStatus[] = ["sending", "sent", "delivered", "read"];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...reports, ...reports], { minLength: 1 }), async (order) => {
        const id = await queued("text");
        await union.work();
        for (const status of order) await union.reports({ messageId: id, status });
        const furthest = reports[Math.max(...order.map((status) => reports.indexOf(status)))];
        expect(await statusOf(id)).toBe(furthest === "sending" ? "sent" : furthest);
      }),
      { numRuns: 12 },
    );
  });

  it("that comes before the provider's own answer stands", async () => {
    const id = await queued("text");
    union.phone.answers(async () => {
      await union.reports({ messageId: id, status: "delivered", providerId: "early" });
      return { kind: "accepted", providerId: "early" };
    });
    await union.work();
    expect(await statusOf(id)).toBe("delivered");
    expect(await partStatuses(id)).toEqual(["delivered"]);
  });

  it("that comes before the provider's own error stands too, and nothing is sent again", async () => {
    const id = await queued("text");
    union.phone.answers(async () => {
      await union.reports({ messageId: id, status: "sent" });
      return { kind: "unknown", detail: "the line was cut after it" };
    });
    await union.work();
    await union.pass(hourMs);
    expect(shown()).toEqual(["text"]);
    expect(await statusOf(id)).toBe("sent");
  });

  it("in a word we do not know is kept and changes nothing", async () => {
    const id = await queued("text");
    await union.work();
    expect(await union.reports({ messageId: id, status: null, providerStatus: "teleported" })).toBe(
      "nothing_new",
    );
    expect(await statusOf(id)).toBe("sent");
    expect(await union.store.read.receipt.count({ where: { providerStatus: "teleported" } })).toBe(1);
  });

  it("about a message that is none of ours is kept and changes nothing", async () => {
    expect(await union.reports({ messageId: "none", status: "delivered" })).toBe("unknown_message");
  });

  it("settles an unknown outcome, and nobody asks the provider any more", async () => {
    const id = await queued("text");
    union.phone.answers({ kind: "unknown", detail: "cut line" });
    await union.work();
    expect(await statusOf(id)).toBe("unknown");
    await union.reports({ messageId: id, status: "delivered" });
    expect(await statusOf(id)).toBe("delivered");
    await union.pass(hourMs);
    expect(union.phone.asked()).toBe(0);
    expect(shown()).toEqual(["text"]);
  });

  it("of a text read long after we had given it up says so", async () => {
    const id = await queued("text");
    union.phone.answers({ kind: "refused", refusal: "content", code: "1", detail: "no" });
    await union.work();
    await union.reports({ messageId: id, status: "read" });
    expect(await statusOf(id)).toBe("read");
  });
});
