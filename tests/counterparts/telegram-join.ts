import { type JoinScript, joinScripts } from "../service/joining.ts";
import type { TelegramPhone } from "../service/telegram-counterpart.ts";

/** What is written on the buttons that are tapped on the way to the member number. */
const labels = {
  en: {
    language: "English",
    yes: "Yes",
    no: "No",
    age: "From 18 to 29",
    work: "Cooking and food",
    kind: "Cook",
    jobs: "Jobs and news",
  },
  ar: {
    language: "العربية",
    yes: "نعم",
    no: "لا",
    age: "من 18 إلى 29",
    work: "الطبخ والطعام",
    kind: "طباخ",
    jobs: "العمل والأخبار",
  },
  fr: {
    language: "Français",
    yes: "Oui",
    no: "Non",
    age: "De 18 à 29 ans",
    work: "Cuisine et alimentation",
    kind: "Cuisinier",
    jobs: "Offres et nouvelles",
  },
} as const;

/** Joins from /start to the member number by tapping wherever there is a button. Gives back the number. */
export async function joinByTaps(phone: TelegramPhone, language: keyof typeof labels): Promise<string> {
  const { asks, name, place }: JoinScript = joinScripts[language];
  const tap = labels[language];
  await phone.texts("/start");
  await phone.shows(/Which language\?/);
  await phone.taps(tap.language);
  await phone.shows(new RegExp(asks.consent.source.split("\\n")[0] ?? ""));
  await phone.taps(tap.yes);
  await phone.shows(asks.age);
  await phone.taps(tap.age);
  await phone.shows(asks.name);
  await phone.texts(name);
  await phone.shows(asks.place);
  await phone.texts(place);
  await phone.shows(new RegExp(asks.work.source.split("[")[0] ?? ""));
  await phone.taps(tap.work);
  await phone.shows(new RegExp(asks.kind.source.split("[")[0] ?? ""));
  await phone.taps(tap.kind);
  await phone.shows(asks.shared);
  await phone.taps(tap.no);
  await phone.shows(asks.alerts);
  await phone.taps(tap.jobs);
  return /MU-\d{4}-[A-Z]/.exec(await phone.shows(asks.done))?.[0] ?? "";
}
