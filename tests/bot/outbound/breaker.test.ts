import { describe, expect, it } from "vitest";
import { createBreaker } from "../../../bot/outbound/breaker.ts";

const sender = "twilio-sms:+15550001111";

function brokenProvider() {
  let now = 0;
  const breaker = createBreaker({ monotonicMs: () => now });
  return {
    breaker,
    pass: (ms: number) => {
      now += ms;
    },
    fail: (times: number) => {
      for (let time = 0; time < times; time += 1)
        breaker.note(sender, time % 2 === 0 ? "unknown" : "not_sent");
    },
  };
}

describe("a sender whose provider does not answer", () => {
  it("goes on after a few failures", () => {
    const { breaker, fail } = brokenProvider();
    fail(9);
    expect(breaker.mayTry(sender)).toBe(true);
  });

  it("rests after ten in a row, while other senders go on", () => {
    const { breaker, fail } = brokenProvider();
    fail(10);
    expect(breaker.mayTry(sender)).toBe(false);
    expect(breaker.mayTry("telegram:1")).toBe(true);
  });

  it("lets one message try after a rest, and the others wait for it", () => {
    const { breaker, fail, pass } = brokenProvider();
    fail(10);
    pass(15_000);
    expect([breaker.mayTry(sender), breaker.mayTry(sender)]).toEqual([true, false]);
  });

  it("lets the next one try when the first could not be claimed", () => {
    const { breaker, fail, pass } = brokenProvider();
    fail(10);
    pass(15_000);
    breaker.mayTry(sender);
    breaker.unused(sender);
    expect([breaker.mayTry(sender), breaker.mayTry(sender)]).toEqual([true, false]);
  });

  it.each(["accepted", "refused"] as const)("is well again as soon as a message is %s", (outcome) => {
    const { breaker, fail, pass } = brokenProvider();
    fail(12);
    pass(15_000);
    breaker.note(sender, outcome);
    expect([breaker.mayTry(sender), breaker.mayTry(sender)]).toEqual([true, true]);
  });
});
