import { smsOneWay, smsTwoWay, telegram, whatsapp } from "../../bot/channels/capabilities.ts";
import { compose, type Speech } from "../../bot/inbound/compose.ts";
import type { Prompt } from "../../bot/render/prompt.ts";
import { type RenderedPart, render } from "../../bot/render/render.ts";
import type { ChannelKind } from "../../domain/address.ts";
import type { Capabilities } from "../../domain/capabilities.ts";
import type { Language } from "../../domain/language.ts";
import { createLocales } from "../../locales/index.ts";
import { worstValues } from "../locales/worst-values.ts";

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

export interface Shown {
  readonly prompt: Prompt;
  readonly parts: readonly RenderedPart[];
}

/** What a person gets to see of a speech. */
export function shown(speech: Omit<Speech, "values">, language: Language, to: Rendering): Shown {
  const prompt = compose({ ...speech, values: worstValues(language) }, language, to.channel, locales);
  return { prompt, parts: render(prompt, to.capabilities, language) };
}
