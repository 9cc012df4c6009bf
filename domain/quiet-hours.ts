import { timeZoneOf } from "./time-zone.ts";

/** The local hours, 0 to 23, from which and until which nobody is written to of our own accord. */
interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Our own rule where none is known: nobody is woken, and evenings are left to families. */
const usual: QuietHours = { from: 20, until: 8 };

/** What regulators and operators ask of senders, by country. */
const byCountry: Readonly<Record<string, QuietHours>> = {
  AE: { from: 21, until: 7 }, // https://www.twilio.com/en-us/guidelines/ae/sms
  JO: { from: 21, until: 8 }, // https://docs.mapp.com; its ban of marketing on Fridays and Saturdays is left out
  KE: { from: 20, until: 8 }, // https://www.s.dm/en/resources/sms-compliance/kenya-sms-guide
  US: { from: 21, until: 8 }, // https://www.ecfr.gov/current/title-47/section-64.1200 (c)(1)
};

const daySeconds = 86_400;

/**
 * The first instant from `now` on at which a person in this country (ISO 3166 code; null: not known, UTC) may
 * be written to: `now` itself outside the quiet hours, else the very end of them on the clock of the place,
 * also when it is changed that night.
 */
export function nextAllowedAt(now: Date, country: string | null): Date {
  const { from, until } = (country === null ? undefined : byCountry[country]) ?? usual;
  const clock = clockOf(timeZoneOf(country));
  const time = secondOfDay(now, clock);
  if (time < from * 3600 && time >= until * 3600) return now;
  const untilEnd = (until * 3600 - time + daySeconds) % daySeconds;
  const end = new Date((Math.floor(now.getTime() / 1000) + untilEnd) * 1000);
  const clockChange = until * 3600 - secondOfDay(end, clock);
  return new Date(end.getTime() + clockChange * 1000);
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", timeStyle: "medium" });

function secondOfDay(at: Date, clock: Intl.DateTimeFormat): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.format(at).split(":").map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
