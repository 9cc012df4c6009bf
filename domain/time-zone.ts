import { getCountry } from "countries-and-timezones";

/** Where most people live in countries of several zones whose first zone in the alphabet is another. */
const zoneOfMost: Readonly<Record<string, string>> = {
  AU: "Australia/Sydney",
  BR: "America/Sao_Paulo",
  CA: "America/Toronto",
  CL: "America/Santiago",
  CY: "Asia/Nicosia",
  ES: "Europe/Madrid",
  MN: "Asia/Ulaanbaatar",
  MX: "America/Mexico_City",
  PF: "Pacific/Tahiti",
  PG: "Pacific/Port_Moresby",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  US: "America/New_York",
  UZ: "Asia/Tashkent",
};

/**
 * The IANA time zone of a country (ISO 3166 code), that of most of its people where it has several; UTC when
 * it is not known.
 *
 * A country is the best that a phone number tells; where the place of a person is known, its own zone is
 * better.
 */
export function timeZoneOf(country: string | null): string {
  if (country === null) return "UTC";
  return zoneOfMost[country] ?? getCountry(country)?.timezones[0] ?? "UTC";
}
