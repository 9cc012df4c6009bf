import { smsOneWay, smsTwoWay, telegram, whatsapp } from "../../bot/channels/capabilities.ts";
import { compose, type Speech } from "../../bot/inbound/compose.ts";
import { valuesFor } from "../../bot/inbound/values.ts";
import type { Prompt } from "../../bot/render/prompt.ts";
import { type RenderedPart, render } from "../../bot/render/render.ts";
import type { ChannelKind } from "../../domain/address.ts";
import type { Capabilities } from "../../domain/capabilities.ts";
import type { Language } from "../../domain/language.ts";
import { createLocales } from "../../locales/index.ts";
import type { PersonRow } from "../../prisma/rows/scene.ts";

export const locales = createLocales();

/** The ways in which one and the same message may have to be shown. */
export const renderings = [
  { name: "SMS", channel: "sms", capabilities: smsTwoWay },
  { name: "SMS that takes no reply", channel: "sms", capabilities: smsOneWay },
  { name: "WhatsApp", channel: "whatsapp", capabilities: whatsapp },
  { name: "Telegram", channel: "telegram", capabilities: telegram },
] as const satisfies readonly Rendering[];

export interface Rendering {
  readonly name: string;
  readonly channel: ChannelKind;
  readonly capabilities: Capabilities;
}

const widest: Readonly<Record<Language, string>> = { en: "M", fr: "M", ar: "م" };

/** Somebody about whom as much is kept as there can be, in her own alphabet. */
function fullest(language: Language): PersonRow {
  const words = widest[language].repeat(40);
  return {
    id: "p",
    number: "MU-123456-K",
    language,
    name: words,
    place: words,
    work: "other",
    workOther: words,
    ageBand: "from50",
    sharedPhone: true,
    jobAlerts: true,
  };
}

const values = new Map<Language, Readonly<Record<string, string>>>();

/** What the placeholders stand for at their longest. */
function worstValues(language: Language): Readonly<Record<string, string>> {
  const known = values.get(language) ?? valuesFor(fullest(language), language, locales);
  values.set(language, known);
  return known;
}

export interface Shown {
  readonly prompt: Prompt;
  readonly parts: readonly RenderedPart[];
}

/** What a person gets to see of a speech. */
export function shown(speech: Omit<Speech, "values">, language: Language, to: Rendering): Shown {
  const prompt = compose({ ...speech, values: worstValues(language) }, language, to.channel, locales);
  return { prompt, parts: render(prompt, to.capabilities, language) };
}
