import type { ChannelKind } from "../../domain/address.ts";
import type { Language } from "../../domain/language.ts";
import type { Locales } from "../../locales/index.ts";
import type { ChatDigest } from "../../union/digests/chat-digest.ts";
import type { Utterance } from "../inbound/talk.ts";
import type { TextValues } from "../values/flow-values.ts";
import { cardLine } from "./card-line.ts";

/** What an employer is told, and what its placeholders stand for. */
export interface Speech {
  readonly says: readonly Utterance[];
  readonly values: TextValues;
}

/** Puts a digest into words for a chat: its cards a line each, and how to answer. */
export function digestSpeech(
  digest: ChatDigest,
  language: Language,
  channel: ChannelKind,
  locales: Pick<Locales, "text">,
): Speech {
  const { kind, openingCode, livelihood, place, cards, more } = digest;
  const lines = cards.map((card) => cardLine(card, digest, language, channel, locales));
  return {
    says: [
      { namespace: "common", key: kind === "reminder" ? "digest.reminder" : "digest.cards" },
      ...(more > 0 ? [{ namespace: "common", key: "digest.more" } as const] : []),
    ],
    values: {
      jobCode: openingCode,
      job: locales.text(language, "livelihoods", `work.${livelihood}`, {}, channel),
      town: place,
      cards: lines.map((line) => `\n${line}`).join(""),
      firstCard: cards[0]?.code ?? "",
      more: String(more),
    },
  };
}
