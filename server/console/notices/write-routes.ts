import { z } from "zod";
import { channelKinds } from "../../../domain/address.ts";
import { languages } from "../../../domain/language.ts";
import { livelihoodGroups } from "../../../domain/livelihoods.ts";
import { missingPolicies } from "../../../domain/notice-audience.ts";
import { countSegments } from "../../../domain/sms-segments.ts";
import { livelihoodLabels } from "../../../locales/livelihoods.ts";
import { readDraft } from "../../../union/notices/notice-draft.ts";
import { saveDraft } from "../../../union/notices/save-draft.ts";
import { findNotice, type Notice } from "../../../union/notices/stored-notice.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, Said, StaffVisit } from "../console-route.ts";
import { consoleTexts } from "../page/texts.ts";
import { sentenceOf } from "./draft-faults.ts";
import { emptyNoticeForm, formOfNotice, type NoticeForm, readNoticeForm } from "./notice-form.ts";
import { noticePage } from "./notice-page.ts";
import { type Reach, reachOf } from "./reach.ts";

/** Writing a notice: the form, what it would reach while it is filled in, and keeping it. */
export function writeRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/notices/new",
      permission: "notices.write",
      visit: async (visit) => formPage(host, visit, emptyNoticeForm),
    },
    {
      method: "POST",
      path: "/notices",
      permission: "notices.write",
      visit: (visit) => save(host, visit, null),
    },
    {
      method: "POST",
      path: "/notices/count",
      permission: "notices.write",
      visit: async ({ body, language }) => {
        const read = readNoticeForm(body);
        const reach = read.kind === "draft" ? await countReach(host, read, language) : null;
        return { kind: "piece", view: "notice-reach", data: { reach } };
      },
    },
    {
      method: "POST",
      path: "/notices/segments/:language",
      permission: "notices.write",
      visit: async ({ body, params }) => {
        const { form } = readNoticeForm(body);
        const count = counters(host, form).find((each) => each.language === params.language)?.count ?? null;
        return count === null ? { kind: "missing" } : { kind: "piece", view: "segments", data: { count } };
      },
    },
    {
      method: "GET",
      path: "/notices/:id/edit",
      permission: "notices.write",
      visit: async (visit) => {
        const notice = await findNotice(host.store.read, visit.params.id ?? "");
        if (notice === null) return { kind: "missing" };
        if (notice.state !== "draft") return { kind: "go", to: `/notices/${notice.id}` };
        return formPage(host, visit, formOfNotice(notice), { noticeId: notice.id });
      },
    },
    {
      method: "POST",
      path: "/notices/:id",
      permission: "notices.write",
      visit: async (visit) => {
        const notice = await findNotice(host.store.read, visit.params.id ?? "");
        return notice === null ? { kind: "missing" } : save(host, visit, notice);
      },
    },
  ];
}

interface FormPage {
  /** Null for a new one. */
  readonly noticeId?: string | null;
  readonly reach?: Reach | null;
  readonly faults?: readonly Said[];
}

function formPage(host: ConsoleHost, visit: StaffVisit, form: NoticeForm, about: FormPage = {}): Outcome {
  const { noticeId = null, reach = null, faults = [] } = about;
  const [fault, ...others] = faults;
  const groupLabels = livelihoodLabels[visit.language];
  const data = {
    ...{ noticeId, form, reach, others, languages, channels: channelKinds, policies: missingPolicies },
    groups: livelihoodGroups.map((group) => ({ group, label: groupLabels[`group.${group}`] })),
    counters: counters(host, form),
  };
  const page = { kind: "page", view: "notice-form", title: "notices.write", data } as const;
  return fault === undefined ? page : { ...page, status: 422, fault };
}

async function save(host: ConsoleHost, visit: StaffVisit, notice: Notice | null): Promise<Outcome> {
  const noticeId = notice?.id ?? null;
  const read = readNoticeForm(visit.body);
  const { form } = read;
  if (read.kind === "fault") return formPage(host, visit, form, { noticeId, faults: [read.fault] });
  if (form.step === "count") {
    const reach = await countReach(host, read, visit.language);
    return formPage(host, visit, form, { noticeId, reach });
  }
  // Somebody else has changed it while she wrote: she should read that first.
  if (notice?.state === "draft" && form.changedAt !== String(notice.changedAt))
    return formPage(host, visit, form, { noticeId, faults: [{ key: "notices.changedMeanwhile" }] });
  const saved = await saveDraft(host, { staffId: visit.staff.id, noticeId, draft: read.draft });
  if (saved.kind === "saved")
    return { kind: "go", to: `/notices/${saved.noticeId}`, said: "said.noticeSaved" };
  if (saved.kind === "unknown_notice" || (noticeId === null && saved.kind === "not_a_draft"))
    return { kind: "missing" };
  if (saved.kind === "not_a_draft") return noticePage(host, visit, { key: "notices.notDraft" });
  const texts = consoleTexts(visit.language);
  const faults = saved.faults.map((fault) => sentenceOf(fault, texts));
  return formPage(host, visit, form, { noticeId, faults });
}

type ReadDraftForm = Extract<ReturnType<typeof readNoticeForm>, { kind: "draft" }>;

/** Whom the notice in a form would reach, though it may not be fit to be kept yet. */
async function countReach(
  host: ConsoleHost,
  { draft }: ReadDraftForm,
  shownIn: StaffVisit["language"],
): Promise<Reach> {
  const words = readDraft(draft, host.clock.now().getTime(), []);
  const texts = words.kind === "draft" ? words.texts : cleaned(draft.texts);
  const { audience, missing } = draft;
  return reachOf(await host.noticeDesk.previewNotice({ audience, texts, missing }), shownIn);
}

const written = z.partialRecord(z.enum(languages), z.string());
const cleaned = (texts: Readonly<Record<string, string>>) =>
  written.parse(Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== "")));

/** What the words in each language will be billed as, as an SMS to somebody who is told how to stop. */
const counters = ({ noticeDesk }: ConsoleHost, { texts }: NoticeForm) =>
  languages.map((language) => {
    const text = (texts[language] ?? "").trim();
    return { language, count: text === "" ? null : countSegments(noticeDesk.shownAsSms(text, language)) };
  });
