import { describe, expect, it } from "vitest";
import { refusalPolicy, retryDelayMs } from "../../domain/refusal-policy.ts";
import { refusalClasses } from "../../domain/send-outcome.ts";

const those = (does: (refusal: (typeof refusalClasses)[number]) => boolean) =>
  refusalClasses.filter(does).toSorted();

describe("when a provider refuses a message", () => {
  it("a phone that is out of reach is tried again after 15 minutes, 2 hours and 12 hours, then no more", () => {
    expect([1, 2, 3, 4].map((attempts) => retryDelayMs("unreachable", attempts))).toEqual([
      900_000,
      7_200_000,
      43_200_000,
      null,
    ]);
  });

  it("being too fast, or set up wrongly, is tried again however often, and costs no attempt", () => {
    expect(those((refusal) => !refusalPolicy[refusal].countsAttempt)).toEqual(["configuration", "throttled"]);
    expect([0, 1, 9].map((attempts) => retryDelayMs("throttled", attempts))).toEqual([
      60_000, 60_000, 60_000,
    ]);
  });

  it("a person who opted out, and a number that does not exist, get nothing more", () => {
    expect(those((refusal) => refusalPolicy[refusal].stopsAddress)).toEqual(["invalid_address", "opt_out"]);
    expect(retryDelayMs("opt_out", 1)).toBeNull();
    expect(retryDelayMs("invalid_address", 1)).toBeNull();
  });

  it("the same words are never sent again where words or form were the reason", () => {
    for (const refusal of ["content", "template", "window_closed", "expired"] as const)
      expect(retryDelayMs(refusal, 1)).toBeNull();
  });

  it("the operator hears of what only she can mend", () => {
    expect(those((refusal) => refusalPolicy[refusal].alertsOperator)).toEqual([
      "configuration",
      "content",
      "template",
    ]);
  });
});
