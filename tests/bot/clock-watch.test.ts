import { describe, expect, it } from "vitest";
import { clockWatch } from "../../bot/clock-watch.ts";

function clocks() {
  let wall = 1_000_000;
  let steady = 0;
  const watch = clockWatch({ now: () => new Date(wall), monotonicMs: () => steady }, 60_000);
  return {
    watch,
    pass: (ms: number) => {
      wall += ms;
      steady += ms;
    },
    setWallClock: (byMs: number) => {
      wall += byMs;
    },
  };
}

describe("a machine's clock", () => {
  it("is trusted while it runs, and when it is corrected by a little", () => {
    const { watch, pass, setWallClock } = clocks();
    pass(3_600_000);
    setWallClock(4_000);
    expect(watch.isSteady()).toBe(true);
  });

  it.each([
    ["forward by a day", 86_400_000],
    ["back by an hour", -3_600_000],
  ])("is not trusted for a while after it was set %s", (_, byMs) => {
    const { watch, pass, setWallClock } = clocks();
    setWallClock(byMs);
    const atOnce = watch.isSteady();
    pass(59_000);
    const later = watch.isSteady();
    pass(1_000);
    expect([atOnce, later, watch.isSteady()]).toEqual([false, false, true]);
  });
});
