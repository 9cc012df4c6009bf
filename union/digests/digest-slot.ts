import { timeZoneOf } from "../../domain/time-zone.ts";

/** When digests go out on the clock of the employer's country: 08:30, before the work of the day. */
const slotSecond = 8.5 * 3600;
const daySeconds = 86_400;
const week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * The latest moment, `now` at most, at which a digest was due on the clock of the place: 08:30 of every day, or of Mondays.
 *
 * @param country  ISO 3166 code; null: not known, UTC
 */
export function latestSlot(now: Date, country: string | null, every: "day" | "week"): Date {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: timeZoneOf(country),
    hourCycle: "h23",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const slot = slotBefore(now, clock);
  if (every === "day") return slot;
  const daysAgo = Math.max(0, week.indexOf(clock.format(slot).slice(0, 3)));
  // An hour later, so that a night in which the clock was changed ends on the right day.
  return slotBefore(
    new Date(slot.getTime() - (daysAgo * daySeconds - 3600 * Math.sign(daysAgo)) * 1000),
    clock,
  );
}

function slotBefore(now: Date, clock: Intl.DateTimeFormat): Date {
  const since = (secondOfDay(now, clock) - slotSecond + daySeconds) % daySeconds;
  const slot = (Math.floor(now.getTime() / 1000) - since) * 1000;
  const clockChange = (slotSecond - secondOfDay(new Date(slot), clock)) * 1000;
  return new Date(slot + clockChange);
}

function secondOfDay(at: Date, clock: Intl.DateTimeFormat): number {
  const [, hours = "0", minutes = "0", seconds = "0"] = /(\d+):(\d+):(\d+)/.exec(clock.format(at)) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
