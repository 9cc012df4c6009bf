import type { Language } from "../../domain/language.ts";
import { noticeWords } from "../../domain/notice-words.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Lane } from "../../prisma/rows/scene.ts";
import type { Channel } from "../channels/channel.ts";
import { type Cause, messagesOf } from "../reaching-out/outbound-of.ts";
import type { Runtime } from "../runtime.ts";

/** A notice to one person: its words, in which language, and how many she was sent before. */
export interface WrittenNotice {
  readonly text: string;
  readonly language: Language;
  readonly before: number;
  /** Marked in front, so that nobody takes it for the notice itself. */
  readonly isTest?: boolean;
}

/** The words of a notice as they stand on a phone: who it is from, the text, and now and then how to stop. */
export function wordsOf(
  { text, language, before, isTest = false }: WrittenNotice,
  { kind, capabilities }: Pick<Channel, "kind" | "capabilities">,
  { locales }: Pick<Runtime, "locales">,
): string {
  const from = locales.text(language, "common", "noticeFrom", {}, kind);
  const stopLine = locales.text(language, "common", "noticeStop", {}, kind);
  const isBilledBySegment = capabilities.unit === "segment";
  const mark = isTest ? `${locales.text(language, "common", "noticeTest", {}, kind)} ` : "";
  return noticeWords({ text: `${mark}${from} ${text}`, stopLine, isBilledBySegment, before });
}

/**
 * What leaves for one person, rendered for the sender of her lane: the notice under the key of its cause, and where her
 * channel takes only templates now, one that asks her to write. Empty where her sender is not ours any more.
 */
export function noticeMessages(
  written: WrittenNotice,
  lane: Lane,
  runtime: Runtime,
  cause: Cause,
): readonly NewOutbound[] {
  const channel = runtime.channels.get(lane.account);
  if (channel === undefined) return [];
  const prompt = { says: [wordsOf(written, channel, runtime)], question: null };
  return messagesOf({ lane: { ...lane, forgetAt: null } }, prompt, runtime, cause).map((message) =>
    message.key === cause.key ? { ...message, language: written.language } : message,
  );
}
