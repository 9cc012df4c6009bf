import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import type { RefusalClass } from "../../../domain/send-outcome.ts";
import english from "../../../locales/en/common.json" with { type: "json" };
import { join, openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
beforeEach(async () => {
  union = await openSmallUnion();
  await join(union);
});
afterEach(() => union.close());

const refused = (refusal: RefusalClass, retryAfterMs?: number) =>
  ({
    kind: "refused",
    refusal,
    code: "code",
    detail: "detail",
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }) as const;
/** An answer that is refused, and how it stands after the first try. */
async function refusedOnce(refusal: RefusalClass, retryAfterMs?: number) {
  union.phone.answers(refused(refusal, retryAfterMs));
  const id = (await union.queues({ class: "reply" })) ?? "";
  await union.work();
  return stateOf(id);
}
const stateOf = async (id: string) => (await union.outbox()).find((message) => message.id === id);
const laneState = async () => (await union.store.read.lane.findFirstOrThrow()).state;
const calls = () => union.phone.calls.length;

describe("a message that the provider refuses", () => {
  it.each(["window_closed", "expired", "content", "template"] as const)(
    "because of %s has failed, is not tried again, and the lane stays open",
    async (refusal) => {
      expect(await refusedOnce(refusal)).toMatchObject({ status: "failed", reason: refusal });
      const before = calls();
      await union.pass(20 * hourMs);
      expect(calls()).toBe(before);
      expect(await laneState()).toBe("open");
      await union.says("help");
      expect(union.phone.texts().at(-1)).toBe(english.help);
    },
  );

  it("because the phone is off is tried after 15 minutes, 2 hours and 12 hours, and then given up", async () => {
    const id = (await refusedOnce("unreachable"))?.id ?? "";
    for (const waitMs of [15 * minuteMs, 2 * hourMs, 12 * hourMs]) {
      const before = calls();
      union.phone.answers(refused("unreachable"));
      await union.pass(waitMs - 1);
      expect(calls()).toBe(before);
      await union.pass(1);
      expect(calls()).toBe(before + 1);
    }
    expect(await stateOf(id)).toMatchObject({ status: "failed", reason: "unreachable", attempt: 4 });
    expect(await laneState()).toBe("open");
  });

  it("because of our account is tried every five minutes until it is mended, however often", async () => {
    const id = (await refusedOnce("configuration"))?.id ?? "";
    for (let time = 0; time < 6; time += 1) {
      union.phone.answers(refused("configuration"));
      await union.pass(5 * minuteMs);
      expect(await stateOf(id)).toMatchObject({ status: "queued", attempt: time + 2 });
    }
    await union.pass(5 * minuteMs);
    expect(await stateOf(id)).toMatchObject({ status: "sent" });
  });

  it("for being too fast rests the whole sender for as long as the provider says, and has not used up a try", async () => {
    union.phone.answers(refused("throttled", 7 * secondMs));
    const id = (await union.queues({ class: "reply" })) ?? "";
    expect(await union.sends(id)).toEqual({ kind: "settled", restMs: 7 * secondMs });
    expect(await stateOf(id)).toMatchObject({ status: "queued", reason: "throttled", attempt: 0 });
    const before = calls();
    await union.pass(7 * secondMs - 1);
    expect(calls()).toBe(before);
    await union.pass(1);
    expect(await stateOf(id)).toMatchObject({ status: "sent", attempt: 1 });
  });

  it("for being too fast rests a minute where the provider says nothing", async () => {
    expect(await refusedOnce("throttled")).toMatchObject({ status: "queued", attempt: 0 });
    const before = calls();
    await union.pass(minuteMs - 1);
    expect(calls()).toBe(before);
    await union.pass(1);
    expect(calls()).toBe(before + 1);
  });

  it("without a connection is tried after 1, 5 and 15 seconds and then each minute until it expires", async () => {
    const noConnection = { kind: "not_sent", detail: "refused connection" } as const;
    union.phone.answers(noConnection);
    const id = (await union.queues({ class: "reply" })) ?? "";
    await union.work();
    for (const waitMs of [secondMs, 5 * secondMs, 15 * secondMs, minuteMs, minuteMs]) {
      const before = calls();
      union.phone.answers(noConnection);
      await union.pass(waitMs - 1);
      expect(calls()).toBe(before);
      await union.pass(1);
      expect(calls()).toBe(before + 1);
    }
    await union.pass(dayMs);
    expect(await stateOf(id)).toMatchObject({ status: "expired" });
  });
});

describe("an address that the provider says is closed", () => {
  it("because the person stopped us there is stopped here too: a line in the ledger, and nothing waits any more", async () => {
    const waiting = await union.queues({ class: "alert", topic: "jobs" });
    expect(await refusedOnce("opt_out")).toMatchObject({ status: "undeliverable", reason: "opt_out" });
    expect(await laneState()).toBe("stopped");
    expect(await stateOf(waiting ?? "")).toMatchObject({ status: "cancelled" });
    const entries = await union.store.read.consentEntry.findMany({ where: { how: "provider" } });
    expect(entries.map(({ topic, decision }) => `${topic} ${decision}`)).toContain("jobs withdrawn");
    expect(await union.queues({ class: "alert", topic: "jobs" })).toBeNull();
    union.forward(secondMs);
    await union.says("START");
    expect(union.phone.texts().at(-1)).toContain(english.started);
    expect(await laneState()).toBe("open");
    expect(await union.queues({ class: "alert", topic: "jobs" })).not.toBeNull();
  });

  it("because it does not exist is closed without a word in the ledger, and opens when the person writes", async () => {
    expect(await refusedOnce("invalid_address")).toMatchObject({ status: "undeliverable" });
    expect(await laneState()).toBe("blocked");
    expect(await union.store.read.consentEntry.count({ where: { how: "provider" } })).toBe(0);
    const before = calls();
    await union.queues({ class: "alert", topic: "jobs" });
    await union.pass(hourMs);
    expect(calls()).toBe(before);
    await union.says("help");
    expect(await laneState()).toBe("open");
    expect(union.phone.texts().at(-1)).toBe(english.help);
  });
});
