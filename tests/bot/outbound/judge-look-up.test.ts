import { describe, expect, it } from "vitest";
import { judgeLookUp, type LookUpAnswer } from "../../../bot/outbound/judge-look-up.ts";
import type { Claimed } from "../../../prisma/rows/outbound.ts";

const now = 1_000_000;
const lookUpAfterMs = 60_000;

const reply: Claimed = {
  id: "m1",
  addressId: "a1",
  channel: "sms",
  identifier: "+12015550100",
  account: "twilio-sms:+15550001111",
  class: "reply",
  status: "unknown",
  requestId: "r1",
  attempt: 1,
  repeats: 0,
  looks: 0,
  queuedAt: now - 30_000,
  expiresAt: now + 3_600_000,
  leaseToken: "t1",
  leaseUntil: now,
  parts: [],
};

const judged = (answer: LookUpAnswer, message: Partial<Claimed> = {}, isLastPart = true) =>
  judgeLookUp(answer, { ...reply, ...message }, isLastPart, now, lookUpAfterMs);

const noAnswer = { kind: "no_answer", detail: "Twilio answered 500" } as const;

describe("a text whose outcome is unknown", () => {
  it("is sent when the provider knows it, and its next part goes out where there is one", () => {
    const found = { kind: "found", providerId: "SM1", status: "sent" } as const;
    expect(judged(found)).toMatchObject({ status: "sent" });
    expect(judged(found, {}, false)).toMatchObject({ status: "queued" });
  });

  it("is sent when somebody has settled it meanwhile", () => {
    expect(judged({ kind: "known" })).toMatchObject({ status: "sent", repeats: 0 });
  });

  it("leaves again only after the provider has said twice that it never had it", () => {
    expect(judged({ kind: "absent" })).toMatchObject({
      status: "unknown",
      looks: 1,
      dueAt: now + lookUpAfterMs,
    });
    expect(judged({ kind: "absent" }, { looks: 1 })).toMatchObject({ status: "queued", repeats: 0 });
  });

  it("has to be denied twice again when its second outcome is unknown too", () => {
    const { looks } = judged({ kind: "absent" }, { looks: 1 });
    expect(1 + looks).toBe(0);
  });

  it("is asked about again, and not sent again, when the provider does not answer the question", () => {
    expect(judged(noAnswer)).toMatchObject({
      status: "unknown",
      repeats: 0,
      looks: 0,
      dueAt: now + lookUpAfterMs,
    });
    expect(judged(noAnswer, { expiresAt: now })).toMatchObject({ status: "failed" });
  });

  it("is sent once more, and counted, where the provider cannot be asked", () => {
    expect(judged({ kind: "cannot_ask" })).toMatchObject({ status: "queued", repeats: 1 });
    expect(judged({ kind: "cannot_ask" }, { repeats: 1 })).toMatchObject({ status: "failed", repeats: 0 });
    expect(judged({ kind: "cannot_ask" }, { class: "notice" })).toMatchObject({ status: "failed" });
  });
});
