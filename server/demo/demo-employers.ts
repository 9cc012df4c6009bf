import type { Language } from "../../domain/language.ts";
import type { LivelihoodId } from "../../domain/livelihoods.ts";
import type { PayPeriod } from "../../domain/pay.ts";
import type { EmployerKind } from "../../union/employers/join-employer.ts";

/** Somebody of the demonstration who offers work. */
export interface DemoEmployer {
  readonly key: string;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly place: string;
  readonly country: string;
  readonly contactName: string;
  readonly language: Language;
  readonly becomes: "verified" | "refused" | "waiting";
}

/** Six invented employers; their letters go to domains that nobody can have (RFC 2606). */
export const demoEmployers: readonly DemoEmployer[] = [
  {
    ...{ key: "needle", name: "Blue Needle Workshop", kind: "company", contactName: "Selin Kestrel" },
    ...{ place: "Gaziantep", country: "TR", language: "en", becomes: "verified" },
  },
  {
    ...{ key: "oven", name: "Second Oven Kitchens", kind: "company", contactName: "Kerem Finch" },
    ...{ place: "Istanbul", country: "TR", language: "en", becomes: "verified" },
  },
  {
    ...{ key: "cedar", name: "بيت الأرزة للرعاية", kind: "organisation", contactName: "جنى الغدير" },
    ...{ place: "Beirut", country: "LB", language: "ar", becomes: "verified" },
  },
  {
    ...{ key: "lake", name: "Atelier du Lac", kind: "company", contactName: "Clémence Rivage" },
    ...{ place: "Goma", country: "CD", language: "fr", becomes: "verified" },
  },
  {
    ...{ key: "harvest", name: "Green Harvest Growers", kind: "company", contactName: "Ruth Weaver" },
    ...{ place: "Kampala", country: "UG", language: "en", becomes: "waiting" },
  },
  {
    ...{ key: "quick", name: "Quick Gold Recruiters", kind: "company", contactName: "Max Magpie" },
    ...{ place: "Kampala", country: "UG", language: "en", becomes: "refused" },
  },
];

/** An opening of the demonstration, and what becomes of it. */
export interface DemoOpening {
  readonly employer: string;
  readonly livelihood: LivelihoodId;
  readonly pay: { readonly amount: number; readonly currency: string; readonly period: PayPeriod };
  readonly places: number;
  /** Days before now on which it is posted. */
  readonly daysAgo: number;
  /** Days after the posting until which one may answer. */
  readonly daysValid: number;
  readonly details: string | null;
  readonly filled?: true;
}

const monthly = (amount: number, currency: string) => ({ amount, currency, period: "month" }) as const;
const daily = (amount: number, currency: string) => ({ amount, currency, period: "day" }) as const;

type Row = readonly [
  employer: string,
  livelihood: LivelihoodId,
  pay: DemoOpening["pay"],
  places: number,
  daysAgo: number,
  daysValid: number,
  details: string | null,
];

const rows: readonly Row[] = [
  ["needle", "tailor", monthly(26_000, "TRY"), 2, 9, 30, "Shirts and school uniforms. Lunch is free."],
  ["needle", "sewing-machine", monthly(24_000, "TRY"), 4, 4, 30, "Six machines, one team leader."],
  ["needle", "mason", daily(1_400, "TRY"), 1, 8, 5, "A wall behind the workshop."],
  ["oven", "cook", monthly(30_000, "TRY"), 2, 7, 30, "Home cooking for 80 people a day."],
  ["oven", "baker", monthly(28_000, "TRY"), 1, 3, 21, "Early shift, from five in the morning."],
  ["oven", "waiter", daily(1_200, "TRY"), 2, 2, 14, "Pay a deposit for the uniform first."],
  ["cedar", "house-cleaning", daily(18, "USD"), 3, 6, 30, "صباحاً، ثلاثة أيام في الأسبوع."],
  ["cedar", "elder-care", monthly(420, "USD"), 2, 5, 30, null],
  ["cedar", "child-care", monthly(380, "USD"), 1, 9, 6, null],
  ["cedar", "guard", monthly(400, "USD"), 1, 2, 14, "Leave your passport at the desk."],
  ["lake", "tailor", monthly(260, "USD"), 2, 6, 30, "Uniformes d'école, atelier près du marché."],
  ["lake", "motorbike", daily(9, "USD"), 1, 5, 20, "Livraisons en ville, moto fournie."],
  ["harvest", "crops", daily(22_000, "UGX"), 6, 1, 30, "Coffee harvest, transport from the town."],
  ["harvest", "poultry", monthly(450_000, "UGX"), 2, 1, 30, null],
];

/** Fourteen openings: most are open, two wait for a caseworker's look because of their words, two are over, one found somebody. */
export const demoOpenings: readonly DemoOpening[] = rows.map(
  ([employer, livelihood, pay, places, daysAgo, daysValid, details]) => ({
    ...{ employer, livelihood, pay, places, daysAgo, daysValid, details },
    ...(livelihood === "motorbike" ? { filled: true as const } : {}),
  }),
);
