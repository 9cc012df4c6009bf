import { z } from "zod";
import { isLanguage } from "../../../domain/language.ts";
import { type ApprovedNotice, approveNotice } from "../../../union/notices/approve-notice.ts";
import {
  cancelNotice,
  pauseNotice,
  resumeNotice,
  returnNotice,
} from "../../../union/notices/steer-notice.ts";
import { findNotice } from "../../../union/notices/stored-notice.ts";
import { type SubmittedNotice, submitNotice } from "../../../union/notices/submit-notice.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, StaffVisit } from "../console-route.ts";
import type { TextKey } from "../page/texts.ts";
import { noticePage } from "./notice-page.ts";
import { testAddress } from "./test-address.ts";

const testForm = z
  .object({ number: z.string().max(40).catch(""), language: z.string().catch("") })
  .catch({ number: "", language: "" });
/** When the notice that was shown to her was changed last; what is no number was never shown. */
const seenForm = z.object({ seen: z.coerce.number().catch(Number.NaN) }).catch({ seen: Number.NaN });

/** What is done with a notice that is written: a test, handing on, approval, stopping and going on. */
export function stepRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "POST",
      path: "/notices/:id/test",
      permission: "notices.write",
      visit: (visit) => test(host, visit),
    },
    {
      method: "POST",
      path: "/notices/:id/submit",
      permission: "notices.write",
      visit: async (visit) => {
        const { kind } = await submitNotice(host, stepOf(visit));
        if (kind === "unknown_notice") return { kind: "missing" };
        if (kind === "approved") return go(visit, "said.noticeApproved");
        if (kind === "awaiting_approval") return go(visit, "said.noticeHandedOn");
        return noticePage(host, visit, { key: notSubmitted[kind] });
      },
    },
    {
      method: "POST",
      path: "/notices/:id/approve",
      permission: "notices.approve",
      visit: (visit) => approve(host, visit),
    },
    steering(host, "return", returnNotice, "said.noticeReturned"),
    steering(host, "pause", pauseNotice, "said.noticePaused"),
    steering(host, "resume", resumeNotice, "said.noticeResumed"),
    steering(host, "cancel", cancelNotice, "said.noticeCancelled"),
  ];
}

const stepOf = ({ params, staff }: StaffVisit) => ({ noticeId: params.id ?? "", staffId: staff.id });
const go = ({ params }: StaffVisit, said: TextKey): Outcome => ({
  kind: "go",
  to: `/notices/${params.id}`,
  said,
});

/** A step that anybody may take who may write notices: to stop one must not wait for who wrote it. */
const steering = (
  host: ConsoleHost,
  step: string,
  steer: typeof pauseNotice | typeof cancelNotice,
  said: TextKey,
): ConsoleRoute => ({
  method: "POST",
  path: `/notices/:id/${step}`,
  permission: "notices.write",
  visit: async (visit) => {
    const { kind } = await steer(host, stepOf(visit));
    if (kind === "unknown_notice") return { kind: "missing" };
    return kind === "not_now" ? noticePage(host, visit, { key: "notices.notNow" }) : go(visit, said);
  },
});

async function approve(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const { staff, body } = visit;
  const { kind } = await approveNotice(host, { ...stepOf(visit), role: staff.role, ...seenForm.parse(body) });
  if (kind === "unknown_notice") return { kind: "missing" };
  if (kind === "approved") return go(visit, "said.noticeApproved");
  return noticePage(host, visit, { key: notApproved[kind] });
}

async function test(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const { number, language } = testForm.parse(visit.body);
  const notice = await findNotice(host.store.read, visit.params.id ?? "");
  if (notice === null) return { kind: "missing" };
  const untaken = (key: TextKey) => noticePage(host, visit, { key }, number);
  // Its recipients get it now: what looked like a test would only come twice.
  if (notice.state !== "draft" && notice.state !== "awaiting_approval") return untaken("notices.notNow");
  if (!isLanguage(language)) return untaken("notices.testNoText");
  const to = await testAddress(host.store, number);
  if (to.kind === "no_number") return untaken("people.noNumber");
  if (to.kind === "unknown") return untaken("people.unknown");
  const { kind } = await host.noticeDesk.sendTestNotice({ ...stepOf(visit), to: to.address, language });
  if (kind === "unknown_notice") return { kind: "missing" };
  if (kind === "no_text") return untaken("notices.testNoText");
  if (kind === "write_first") return untaken("notices.testWriteFirst");
  if (kind === "too_often") return untaken("notices.testTooOften");
  return go(visit, "said.noticeTested");
}

const notSubmitted = {
  not_a_draft: "notices.notDraft",
  not_writer: "notices.notWriter",
  nobody: "notices.nobody",
  too_late: "notices.tooLate",
} as const satisfies Readonly<
  Record<Exclude<SubmittedNotice["kind"], "approved" | "awaiting_approval" | "unknown_notice">, TextKey>
>;

const notApproved = {
  not_waiting: "notices.notWaiting",
  changed: "notices.changedMeanwhile",
  own_notice: "notices.ownNotice",
  not_approver: "notices.notApprover",
  too_late: "notices.tooLate",
} as const satisfies Readonly<
  Record<Exclude<ApprovedNotice["kind"], "approved" | "unknown_notice">, TextKey>
>;
