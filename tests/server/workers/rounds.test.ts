import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { noCounts } from "../../../bot/counts.ts";
import { type Round, rounds } from "../../../queues/rounds.ts";
import { comeRound } from "../../../server/workers/come-round.ts";
import { roundsOf } from "../../../server/workers/rounds.ts";
import { freePort } from "../../service/free-port.ts";
import { until } from "../../service/until.ts";

const log = pino({ level: "silent" });
type Work = () => Promise<number>;
const nothing: Work = async () => 0;
const idle: Readonly<Record<Round, Work>> = {
  ...{ matching: nothing, alerts: nothing, attestations: nothing, digests: nothing, introductions: nothing },
  ...{ notices: nothing, letters: nothing, expiry: nothing, "status-lists": nothing },
};

/** Work that lasts until it is let go; says how often it was begun and how many were under way at once. */
function lasting() {
  const waiting: (() => void)[] = [];
  const tally = { begun: 0, underWay: 0, most: 0 };
  return {
    tally,
    work: async (): Promise<number> => {
      tally.begun += 1;
      tally.underWay += 1;
      tally.most = Math.max(tally.most, tally.underWay);
      await new Promise<void>((resolve) => waiting.push(resolve));
      tally.underWay -= 1;
      return tally.begun;
    },
    letGo: () => waiting.shift()?.(),
  };
}

describe("a round", () => {
  it("asked for twice while it is under way comes once more for both, and never two at a time", async () => {
    const { tally, work, letGo } = lasting();
    const doRound = roundsOf({ counts: noCounts, log }, { ...idle, alerts: work });
    const first = doRound("alerts");
    await until("the first", () => tally.begun === 1);
    const later = [doRound("alerts"), doRound("alerts")];
    letGo();
    expect(await first).toBe(1);
    await until("the second", () => tally.begun === 2);
    letGo();
    expect(await Promise.all(later)).toEqual([2, 2]);
    expect(tally).toEqual({ begun: 2, underWay: 0, most: 1 });
  });

  it("is not held up by one of another kind", async () => {
    const { work, letGo } = lasting();
    const doRound = roundsOf({ counts: noCounts, log }, { ...idle, alerts: work, letters: async () => 3 });
    const slow = doRound("alerts");
    expect(await doRound("letters")).toBe(3);
    letGo();
    await slow;
  });

  it("that fails is noted and comes the next time as ever; what was done is counted", async () => {
    const counted: (readonly [string, number])[] = [];
    const counts = { ...noCounts, swept: (what: string, rows: number) => counted.push([what, rows]) };
    let isBroken = true;
    const expiry: Work = async () => {
      if (isBroken) throw new RangeError("broken on purpose");
      return 4;
    };
    const doRound = roundsOf({ counts, log }, { ...idle, expiry });
    expect(await doRound("expiry")).toBe(0);
    isBroken = false;
    expect(await doRound("expiry")).toBe(4);
    expect(await doRound("matching")).toBe(0);
    expect(counted).toEqual([["expiry", 4]]);
  });
});

describe("without Redis", () => {
  it("every round is done in this process, until it stops", async () => {
    const done: Round[] = [];
    const url = `redis://127.0.0.1:${await freePort()}`;
    const stop = comeRound({ log, isRedisReady: () => false }, url, async (round) => {
      done.push(round);
      return 0;
    });
    await until("every round", () => new Set(done).size === rounds.length);
    await stop();
    const before = done.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toHaveLength(before);
  });
});
