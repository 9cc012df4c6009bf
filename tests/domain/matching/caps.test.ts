import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { alertsLeft, caps, nextAlertAt, nextWave } from "../../../domain/matching/caps.ts";
import { createMatchIndex } from "../../../domain/matching/match-index.ts";
import { matchOpening } from "../../../domain/matching/match-opening.ts";
import { dayMs, hourMs, type Moment } from "../../../domain/moment.ts";
import { candidate, now, opening, terms } from "./a-tailor.ts";

describe("alerts to one member", () => {
  test.each<[string, readonly Moment[], number]>([
    ["one may be sent to somebody who had none", [], 1],
    ["none on the day of another", [now - hourMs], 0],
    ["one a day later", [now - dayMs], 1],
    ["none after three in seven days", [now - 2 * dayMs, now - 3 * dayMs, now - 6 * dayMs], 0],
    ["one when the first of three is a week ago", [now - 2 * dayMs, now - 3 * dayMs, now - 7 * dayMs], 1],
    ["none after more than were allowed", Array.from({ length: 9 }, () => now), 0],
  ])("%s", (_, alerts, left) => {
    expect(alertsLeft(alerts, now)).toBe(left);
  });

  it("are possible again at the very moment that is named, and at none before", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 * 24 }), { maxLength: 12 }), (hours) => {
        const alerts = hours.map((hour) => now - hour * hourMs);
        const at = nextAlertAt(alerts, now);
        expect(alertsLeft(alerts, at)).toBeGreaterThan(0);
        if (at > now) expect(alertsLeft(alerts, at - 1)).toBe(0);
      }),
    );
  });

  it("are never more than one in any day and three in any week, whatever is opened", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 * 24 }), { maxLength: 80 }), (hours) => {
        const index = createMatchIndex(
          Array.from({ length: 5 }, (_, at) => candidate({ id: `member-${at}` })),
        );
        const sent = new Map<string, Moment[]>();
        for (const [at, hour] of hours.toSorted((one, other) => one - other).entries()) {
          const moment = now + hour * hourMs;
          const of = opening({
            id: `opening-${at}`,
            openedAt: moment,
            validUntil: moment + dayMs,
            startsAt: moment,
          });
          const matching = matchOpening(index, of, terms({ now: moment, most: 2 }));
          if (matching.kind === "refused") continue;
          for (const { id } of matching.matches) {
            const alerts = [...(sent.get(id) ?? []), moment];
            sent.set(id, alerts);
            index.put(candidate({ id, alerts }));
          }
        }
        for (const alerts of sent.values())
          for (const from of alerts) {
            const within = (ms: number) => alerts.filter((at) => at >= from && at < from + ms).length;
            expect(within(dayMs)).toBeLessThanOrEqual(caps.alertsInADay);
            expect(within(7 * dayMs)).toBeLessThanOrEqual(caps.alertsInAWeek);
          }
      }),
      { numRuns: 50 },
    );
  });
});

describe("the waves of an opening", () => {
  test.each([
    [
      "one place tells forty at once",
      { places: 1, interested: 0, lastWaveAt: null },
      { kind: "tell", atMost: 40 },
    ],
    ["three places as well", { places: 3, interested: 0, lastWaveAt: null }, { kind: "tell", atMost: 40 }],
    ["ten places more", { places: 10, interested: 0, lastWaveAt: null }, { kind: "tell", atMost: 134 }],
    [
      "nobody else for a day",
      { places: 1, interested: 7, lastWaveAt: now - hourMs },
      { kind: "wait", until: now + 23 * hourMs },
    ],
    ["more after a day", { places: 1, interested: 7, lastWaveAt: now - dayMs }, { kind: "tell", atMost: 40 }],
    ["nobody once eight are interested", { places: 1, interested: 8, lastWaveAt: null }, { kind: "enough" }],
    ["eight for each place", { places: 2, interested: 15, lastWaveAt: null }, { kind: "tell", atMost: 40 }],
  ] as const)("%s", (_, state, next) => {
    expect(nextWave(state, now)).toEqual(next);
  });
});
