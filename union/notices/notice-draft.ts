import { z } from "zod";
import { cleanText } from "../../domain/clean-text.ts";
import { dayMs, type Moment } from "../../domain/moment.ts";
import { longestNoticeDays } from "../../domain/notice-approval.ts";
import { missingPolicies, noticeAudience } from "../../domain/notice-audience.ts";
import { type NoticeTextFault, type NoticeTexts, readNoticeTexts } from "../../domain/notice-text.ts";
import type { NoticeWarning } from "../../domain/notice-warnings.ts";

const longestTitle = 80;

/** What somebody of staff fills in for a notice. */
export const noticeDraft = z.object({
  /** For staff only. */
  title: z.string(),
  /** The words, by language. */
  texts: z.record(z.string(), z.string()),
  audience: noticeAudience,
  missing: z.enum(missingPolicies),
  /** After this moment nothing of it is sent any more. */
  notAfter: z.number(),
});
export type NoticeDraft = z.infer<typeof noticeDraft>;

/** What is wrong with a draft, to be shown to whoever filled it in. */
export type NoticeDraftFault =
  | NoticeTextFault
  | { readonly kind: "no_title" }
  /** The last moment of it must lie ahead, and within 14 days. */
  | { readonly kind: "not_after_passed" }
  | { readonly kind: "not_after_too_late" };

export type ReadDraft =
  | {
      readonly kind: "draft";
      readonly title: string;
      readonly texts: NoticeTexts;
      readonly warnings: readonly NoticeWarning[];
    }
  | { readonly kind: "faults"; readonly faults: readonly NoticeDraftFault[] };

/** Checks a draft, all its faults at once. @param allowedHosts hosts that may be linked to */
export function readDraft(draft: NoticeDraft, now: Moment, allowedHosts: readonly string[]): ReadDraft {
  const title = cleanText(draft.title, longestTitle);
  const texts = readNoticeTexts(draft.texts, allowedHosts);
  const faults: readonly NoticeDraftFault[] = [
    ...(title === "" ? [{ kind: "no_title" } as const] : []),
    ...(texts.kind === "faults" ? texts.faults : []),
    ...notAfterFaults(draft.notAfter, now),
  ];
  if (texts.kind === "faults" || faults.length > 0) return { kind: "faults", faults };
  return { kind: "draft", title, texts: texts.texts, warnings: texts.warnings };
}

function notAfterFaults(notAfter: Moment, now: Moment): readonly NoticeDraftFault[] {
  if (!(notAfter > now)) return [{ kind: "not_after_passed" }];
  return notAfter > now + longestNoticeDays * dayMs ? [{ kind: "not_after_too_late" }] : [];
}
