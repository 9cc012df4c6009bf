import { longestNoticeDays } from "../../../domain/notice-approval.ts";
import { longestNotice } from "../../../domain/notice-text.ts";
import type { NoticeDraftFault } from "../../../union/notices/notice-draft.ts";
import type { Said } from "../console-route.ts";
import type { ConsoleTexts } from "../page/texts.ts";

/** What is wrong with a draft, each in a sentence that says what to do. */
export const sentenceOf = (fault: NoticeDraftFault, { word }: Pick<ConsoleTexts, "word">): Said => {
  if (fault.kind === "too_long") {
    const values = { language: word("language", fault.language), length: fault.length, most: longestNotice };
    return { key: "notices.tooLong", values };
  }
  if (fault.kind === "link")
    return {
      key: "notices.link",
      values: { language: word("language", fault.language), link: fault.link },
    };
  if (fault.kind === "not_after_too_late")
    return { key: "notices.untilTooLate", values: { days: longestNoticeDays } };
  return { key: plain[fault.kind] };
};

const plain = {
  no_title: "notices.noTitle",
  no_text: "notices.noText",
  not_after_passed: "notices.untilPassed",
} as const;
