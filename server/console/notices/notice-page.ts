import { mostWithoutApproval } from "../../../domain/notice-approval.ts";
import { languagesOf } from "../../../domain/notice-text.ts";
import { warningsIn } from "../../../domain/notice-warnings.ts";
import { livelihoodLabels } from "../../../locales/livelihoods.ts";
import { handedOver, progressOf } from "../../../union/notices/progress-of.ts";
import { findNotice, type Notice } from "../../../union/notices/stored-notice.ts";
import { staffNames } from "../../../union/staff/list-staff.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { Outcome, Said, StaffVisit } from "../console-route.ts";
import { reachOf, shownWords } from "./reach.ts";

/** One notice: before it is sent what it says, whom it reaches and what it costs; after that how it stands. */
export async function noticePage(
  host: ConsoleHost,
  visit: StaffVisit,
  fault?: Said,
  testNumber = "",
): Promise<Outcome> {
  const notice = await findNotice(host.store.read, visit.params.id ?? "");
  if (notice === null) return { kind: "missing" };
  const { writtenBy, approvedBy, texts } = notice;
  const names = await staffNames(host, [writtenBy, approvedBy]);
  const data = {
    notice,
    ...(await standing(host, visit, notice)),
    ...{ testNumber, mostAlone: mostWithoutApproval, isHers: writtenBy === visit.staff.id },
    languages: languagesOf(texts),
    groups: notice.audience.livelihoodGroups.map(
      (group) => livelihoodLabels[visit.language][`group.${group}`],
    ),
    writer: names.get(writtenBy) ?? null,
    approver: names.get(approvedBy ?? "") ?? null,
    notAfter: new Date(notice.notAfter),
  };
  const page = { kind: "page", view: "notice", title: "notices.one", data } as const;
  return fault === undefined ? page : { ...page, status: 422, fault };
}

/** A draft and what waits for approval are shown as they would be sent now; what was approved, as it goes. */
async function standing(host: ConsoleHost, { language }: StaffVisit, notice: Notice) {
  if (notice.state === "draft" || notice.state === "awaiting_approval") {
    const preview = await host.noticeDesk.previewNotice(notice);
    return {
      reach: reachOf(preview, language),
      shown: shownWords(preview, notice.texts, host.noticeDesk),
      warnings: languagesOf(notice.texts).flatMap((each) => warningsIn(each, notice.texts[each] ?? "")),
      progress: null,
    };
  }
  const progress = await progressOf(host.store, notice.id);
  const sent = handedOver(progress);
  return {
    ...{ reach: null, warnings: [], progress, sent, stopped: progress.recipients - sent },
    shown: shownWords({ groups: [] }, notice.texts, host.noticeDesk),
  };
}
