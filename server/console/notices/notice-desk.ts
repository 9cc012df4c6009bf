import { wordsOf } from "../../../bot/notices/notice-messages.ts";
import { type NoticePreview, previewNotice } from "../../../bot/notices/preview-notice.ts";
import { type NoticeTest, sendTestNotice, type TestedNotice } from "../../../bot/notices/send-test-notice.ts";
import type { Runtime } from "../../../bot/runtime.ts";
import { foldAccents } from "../../../domain/fold-accents.ts";
import type { Language } from "../../../domain/language.ts";
import type { Addressed } from "../../../union/notices/audience-question.ts";

/** What the pages of notices have the bot do: to say how a notice will look and what it costs, and to send a test. */
export interface NoticeDesk {
  readonly previewNotice: (addressed: Addressed) => Promise<NoticePreview>;
  readonly sendTestNotice: (test: NoticeTest) => Promise<TestedNotice>;
  /** A text as it stands on a phone that takes SMS, at its longest: with our name, and with how to stop. */
  readonly shownAsSms: (text: string, language: Language) => string;
}

/** The desk for notices of a running service. */
export const noticeDesk = (runtime: Runtime): NoticeDesk => ({
  previewNotice: (addressed) => previewNotice(runtime, addressed),
  sendTestNotice: (test) => sendTestNotice(runtime, test),
  shownAsSms: (text, language) => {
    const channel = [...runtime.channels.values()].find(({ kind }) => kind === "sms");
    if (channel === undefined) return text;
    const words = wordsOf({ text, language, before: 0 }, channel, runtime);
    return channel.capabilities.foldsAccents ? foldAccents(words, language) : words;
  },
});
