import type { ChannelKind } from "../../domain/address.ts";
import type { Language } from "../../domain/language.ts";
import { type LivelihoodId, livelihoodOf } from "../../domain/livelihoods.ts";

/** The towns of the demonstration, each with numbers that nobody has: too short for its country, or kept for invented people. */
export const demoTowns = {
  gaziantep: { prefix: "+905550001", name: "Gaziantep" },
  istanbul: { prefix: "+905550002", name: "Istanbul" },
  beirut: { prefix: "+9610001", name: "Beirut" },
  kampala: { prefix: "+256000001", name: "Kampala" },
  goma: { prefix: "+2430001", name: "Goma" },
} as const;
export type DemoTown = keyof typeof demoTowns;

/** More than any chat id can be: those have at most 52 bits (https://core.telegram.org/bots/api#chat). */
const chatPrefix = "5555000000000";

/** Somebody of the demonstration: how she writes to us, and what she answers when she joins. */
export interface DemoMember {
  readonly channel: ChannelKind;
  readonly from: string;
  readonly hello: string;
  /** By the key of the question in the flow `join`. */
  readonly answers: Readonly<Record<string, string>>;
}

const hellos: Readonly<Record<Language, string>> = { en: "hello", ar: "مرحبا", fr: "bonjour" };

/** One row of the list of invented people. */
export type DemoRow = readonly [
  town: DemoTown,
  channel: ChannelKind,
  language: Language,
  name: string,
  livelihood: LivelihoodId | "other",
  age: "from18" | "from30" | "from50",
  alerts?: "yes" | "jobs" | "no",
];

/** Makes an invented person of a row; her place in the list is the end of her number. */
export function demoMember(row: DemoRow, at: number): DemoMember {
  const [town, channel, language, name, livelihood, age, alerts = "yes"] = row;
  const ending = String(at + 101).padStart(3, "0");
  const group = livelihood === "other" ? "other" : (livelihoodOf(livelihood)?.group ?? "other");
  return {
    channel,
    from: channel === "telegram" ? `${chatPrefix}${ending}` : `${demoTowns[town].prefix}${ending}`,
    hello: hellos[language],
    answers: {
      ...{ language, consent: "yes", age, name, alerts },
      place: demoTowns[town].name,
      work: group,
      ...(group === "other" ? { workOther: "kite maker" } : { [group]: livelihood }),
      shared: at % 3 === 0 ? "yes" : "no",
    },
  };
}
