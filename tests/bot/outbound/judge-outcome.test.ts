import { describe, expect, it } from "vitest";
import { judgeOutcome } from "../../../bot/outbound/judge-outcome.ts";
import { hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import { refusalPolicy } from "../../../domain/refusal-policy.ts";
import { type RefusalClass, refusalClasses, type SendOutcome } from "../../../domain/send-outcome.ts";
import { lookUpAfterMs, message, now } from "./judged-message.ts";

const judge = (outcome: SendOutcome, attempt = 1, isLast = true) =>
  judgeOutcome(outcome, message({ attempt }), isLast, now, lookUpAfterMs);
const refused = (refusal: RefusalClass, retryAfterMs?: number): SendOutcome => ({
  ...{ kind: "refused", refusal, code: "c", detail: "d" },
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/** What becomes of the message, when it is tried again (from now, in milliseconds; null: never), and of the lane. */
type Row = readonly [RefusalClass, number, string, number | null, "stopped" | "blocked" | null];
const rows: readonly Row[] = [
  ["opt_out", 1, "undeliverable", null, "stopped"],
  ["invalid_address", 1, "undeliverable", null, "blocked"],
  ["window_closed", 1, "failed", null, null],
  ["expired", 1, "failed", null, null],
  ["content", 1, "failed", null, null],
  ["template", 1, "failed", null, null],
  ["unreachable", 1, "queued", 15 * minuteMs, null],
  ["unreachable", 2, "queued", 2 * hourMs, null],
  ["unreachable", 3, "queued", 12 * hourMs, null],
  ["unreachable", 4, "failed", null, null],
  ["throttled", 1, "queued", minuteMs, null],
  ["throttled", 50, "queued", minuteMs, null],
  ["configuration", 1, "queued", 5 * minuteMs, null],
  ["configuration", 50, "queued", 5 * minuteMs, null],
];

describe("what follows from a refusal", () => {
  it("is written down for every class there is", () => {
    expect(new Set(rows.map(([refusal]) => refusal))).toEqual(new Set(refusalClasses));
  });

  it.each(rows)("%s at try %i: %s", (refusal, attempt, status, waitMs, laneBecomes) => {
    const judged = judge(refused(refusal), attempt);
    expect(judged).toMatchObject({ partStatus: status, code: "c", detail: "d", laneBecomes });
    expect(judged.message).toMatchObject({ status, reason: refusal, dueAt: now + (waitMs ?? 0) });
  });

  it.each(refusalClasses)("%s closes the lane exactly where its policy says so", (refusal) => {
    expect(judge(refused(refusal), 9).laneBecomes !== null).toBe(refusalPolicy[refusal].stopsAddress);
  });

  it("takes the provider's waiting time before ours, but tries nothing again that is over", () => {
    expect(judge(refused("unreachable", secondMs)).message.dueAt).toBe(now + secondMs);
    expect(judge(refused("unreachable", secondMs), 4).message.status).toBe("failed");
    expect(judge(refused("content", secondMs)).message.status).toBe("failed");
  });

  it("rests the whole sender for being too fast only, and counts that as no try", () => {
    const throttled = judge(refused("throttled", 3 * secondMs));
    expect(throttled).toMatchObject({ restMs: 3 * secondMs, message: { attempts: 0 } });
    for (const refusal of refusalClasses.filter((each) => each !== "throttled"))
      expect(judge(refused(refusal))).toMatchObject({ restMs: null, message: { attempts: 1 } });
  });
});

describe("what follows from an acceptance", () => {
  it("is that the message is sent with its last part, and still under way before", () => {
    const accepted = { kind: "accepted", providerId: "p" } as const;
    expect(judge(accepted)).toMatchObject({
      partStatus: "sent",
      providerId: "p",
      message: { status: "sent" },
    });
    expect(judge(accepted, 1, false)).toMatchObject({ partStatus: "sent", message: { status: "sending" } });
  });
});

describe("what follows from no connection", () => {
  it.each([
    [1, secondMs],
    [2, 5 * secondMs],
    [3, 15 * secondMs],
    [4, minuteMs],
    [5, minuteMs],
    [500, minuteMs],
  ])("at try %i is another one after %i ms", (attempt, waitMs) => {
    const { message: judged, partStatus } = judge({ kind: "not_sent", detail: "d" }, attempt);
    expect({ partStatus, status: judged.status, dueAt: judged.dueAt }).toEqual({
      partStatus: "queued",
      status: "queued",
      dueAt: now + waitMs,
    });
  });
});

describe("what follows from a lost answer", () => {
  it("is a question to the provider after the set time, and no other try", () => {
    expect(judge({ kind: "unknown", detail: "d" })).toMatchObject({
      partStatus: "unknown",
      message: { status: "unknown", dueAt: now + lookUpAfterMs, repeats: 0 },
    });
  });
});
