import { describe, expect, it } from "vitest";
import { judgeLookUp, type LookUpAnswer } from "../../../bot/outbound/judge-look-up.ts";
import { minuteMs } from "../../../domain/moment.ts";
import type { Claimed } from "../../../prisma/rows/outbound.ts";
import { lookUpAfterMs, message, now } from "./judged-message.ts";

const found: LookUpAnswer = { kind: "found", providerId: "p", status: "sent" };
const known: LookUpAnswer = { kind: "known" };
const absent: LookUpAnswer = { kind: "absent" };
const noAnswer: LookUpAnswer = { kind: "no_answer", detail: "busy" };
const cannotAsk: LookUpAnswer = { kind: "cannot_ask" };

interface Row {
  readonly when: string;
  readonly answer: LookUpAnswer;
  readonly message?: Partial<Claimed>;
  readonly isLast?: boolean;
  readonly becomes: string;
  readonly afterMs: number;
  readonly repeats?: number;
}

const old = { queuedAt: now - 5 * minuteMs };
const rows: readonly Row[] = [
  { when: "the provider has the last part", answer: found, becomes: "sent", afterMs: 0 },
  {
    when: "the provider has a part that is not the last",
    answer: found,
    isLast: false,
    becomes: "queued",
    afterMs: 0,
  },
  { when: "the last part was settled meanwhile", answer: known, becomes: "sent", afterMs: 0 },
  {
    when: "the provider says for the first time that it has none",
    answer: absent,
    becomes: "unknown",
    afterMs: lookUpAfterMs,
  },
  {
    when: "the provider says so a second time",
    answer: absent,
    message: { looks: 1 },
    becomes: "queued",
    afterMs: 0,
  },
  { when: "the provider does not answer", answer: noAnswer, becomes: "unknown", afterMs: lookUpAfterMs },
  {
    when: "it does not answer the hundredth time",
    answer: noAnswer,
    message: { looks: 99 },
    becomes: "unknown",
    afterMs: lookUpAfterMs,
  },
  {
    when: "it does not answer until the message is of no use",
    answer: noAnswer,
    message: { expiresAt: now },
    becomes: "failed",
    afterMs: 0,
  },
  {
    when: "it cannot be asked about a fresh answer",
    answer: cannotAsk,
    becomes: "queued",
    afterMs: 0,
    repeats: 1,
  },
  {
    when: "it cannot be asked about a repeated answer",
    answer: cannotAsk,
    message: { repeats: 1 },
    becomes: "failed",
    afterMs: 0,
  },
  {
    when: "it cannot be asked about an answer five minutes old",
    answer: cannotAsk,
    message: old,
    becomes: "failed",
    afterMs: 0,
  },
  {
    when: "it cannot be asked about an alert",
    answer: cannotAsk,
    message: { class: "alert" },
    becomes: "failed",
    afterMs: 0,
  },
  {
    when: "it cannot be asked about a reminder",
    answer: cannotAsk,
    message: { class: "reminder" },
    becomes: "failed",
    afterMs: 0,
  },
  {
    when: "it cannot be asked about a notice",
    answer: cannotAsk,
    message: { class: "notice" },
    becomes: "failed",
    afterMs: 0,
  },
];

describe("a message of unknown outcome", () => {
  it.each(rows)(
    "becomes $becomes when $when",
    ({ answer, message: changed, isLast, becomes, afterMs, repeats }) => {
      const judged = judgeLookUp(answer, message(changed), isLast ?? true, now, lookUpAfterMs);
      expect(judged).toMatchObject({ status: becomes, dueAt: now + afterMs, repeats: repeats ?? 0 });
    },
  );

  it("that is sent again after two looks is looked for twice again, should that outcome be lost too", () => {
    const judged = judgeLookUp(absent, message({ looks: 1 }), true, now, lookUpAfterMs);
    expect(1 + judged.looks).toBe(0);
  });

  it("of which one part was found is looked for twice again, should another part be lost", () => {
    const judged = judgeLookUp(found, message({ looks: 1 }), false, now, lookUpAfterMs);
    expect(1 + judged.looks).toBe(0);
  });

  it("says in a plain word why it was given up", () => {
    expect(judgeLookUp(cannotAsk, message(old), true, now, lookUpAfterMs).reason).toBe(
      "nobody knows whether it arrived",
    );
  });
});
