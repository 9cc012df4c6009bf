import { z } from "zod";
import { countSegments } from "../../../domain/sms-segments.ts";
import { caseForReading } from "../../../union/cases/case-for-reading.ts";
import { giveBackCase } from "../../../union/cases/give-back-case.ts";
import { countOpenCases, openCases } from "../../../union/cases/open-cases.ts";
import { type TakenCase, takeCase } from "../../../union/cases/take-case.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, Said, StaffVisit } from "../console-route.ts";
import { type ReplyForm, readReplyForm } from "./reply-form.ts";

const anyText = z.object({ text: z.string().max(10_000).catch("") }).catch({ text: "" });

/** People who asked for a person: the list, the talk with each, answering and closing. */
export function inboxRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/inbox",
      permission: "cases.answer",
      visit: async () => {
        const [cases, total] = await Promise.all([openCases(host), countOpenCases(host)]);
        return { kind: "page", view: "inbox", title: "inbox.title", data: { cases, total } };
      },
    },
    {
      method: "GET",
      path: "/cases/:id",
      permission: "cases.answer",
      visit: (visit) => casePage(host, visit),
    },
    {
      method: "POST",
      path: "/cases/:id/take",
      permission: "cases.answer",
      visit: async (visit) => {
        const taken = await takeCase(host, stepOf(visit));
        return afterStep(visit, taken.kind, sayingOf(taken));
      },
    },
    {
      method: "POST",
      path: "/cases/:id/give-back",
      permission: "cases.answer",
      visit: async (visit) => {
        const { kind } = await giveBackCase(host, stepOf(visit));
        if (kind === "unknown") return { kind: "missing" };
        if (kind === "not_hers") return go(visit, "said.caseNotYours");
        return { kind: "go", to: "/inbox", said: "said.caseGivenBack" };
      },
    },
    {
      method: "POST",
      path: "/cases/:id/reply",
      permission: "cases.answer",
      visit: (visit) => reply(host, visit),
    },
    {
      method: "POST",
      path: "/cases/:id/close",
      permission: "cases.answer",
      visit: (visit) => close(host, visit),
    },
    {
      method: "POST",
      path: "/segments",
      permission: "cases.answer",
      visit: async ({ body }) => ({
        kind: "piece",
        view: "segments",
        data: { count: countSegments(anyText.parse(body).text) },
      }),
    },
  ];
}

const idOf = ({ params }: StaffVisit): string => params.id ?? "";
const stepOf = (visit: StaffVisit) => ({ caseId: idOf(visit), staffId: visit.staff.id });

/** What she is called before her words: the first of her names. */
const firstNameOf = ({ name }: StaffVisit["staff"]): string => name.split(" ")[0] ?? name;

const go = (visit: StaffVisit, said: Extract<Outcome, { kind: "go" }>["said"]): Outcome => ({
  kind: "go",
  to: `/cases/${idOf(visit)}`,
  ...(said === undefined ? {} : { said }),
});

const sayingOf = ({ kind }: TakenCase) =>
  (
    ({ taken: "said.caseTaken", taken_by_other: "said.caseTakenByOther", closed: "said.caseClosed" }) as const
  )[kind === "unknown" ? "closed" : kind];

const afterStep = (visit: StaffVisit, kind: string, said: ReturnType<typeof sayingOf>): Outcome =>
  kind === "unknown" ? { kind: "missing" } : go(visit, said);

/** What was not taken of an answer: its words stay in the form. */
interface Untaken {
  readonly fault: Said;
  readonly form: ReplyForm;
}

async function casePage(host: ConsoleHost, visit: StaffVisit, untaken?: Untaken): Promise<Outcome> {
  const found = await caseForReading(host, stepOf(visit), visit.isRefresh);
  if (found === null) return { kind: "missing" };
  const form = untaken?.form ?? { text: "", once: host.newId() };
  const data = {
    found,
    form,
    firstName: firstNameOf(visit.staff),
    isHers: found.takenBy?.staffId === visit.staff.id,
  };
  const page = { kind: "page", view: "case", title: "case.title", data } as const;
  return untaken === undefined ? page : { ...page, status: 422, fault: untaken.fault };
}

async function reply(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const form = readReplyForm(visit.body);
  if (form.kind === "fault") return casePage(host, visit, form);
  const found = await host.store.read.case.findUnique({ where: { id: idOf(visit) }, select: { id: true } });
  if (found === null) return { kind: "missing" };
  const { kind } = await host.caseDesk.answerInCase({
    ...stepOf(visit),
    ...form.form,
    staffName: firstNameOf(visit.staff),
  });
  const untaken = (key: Said["key"]) => casePage(host, visit, { fault: { key }, form: form.form });
  if (kind === "not_yours") return untaken("said.caseNotYours");
  if (kind === "closed") return untaken("said.caseClosed");
  if (kind === "unreachable") return untaken("case.unreachable");
  return go(visit, "said.replySent");
}

async function close(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const found = await host.store.read.case.findUnique({
    where: { id: idOf(visit) },
    select: { takenBy: true, closedAt: true },
  });
  if (found === null) return { kind: "missing" };
  if (found.closedAt === null && found.takenBy !== visit.staff.id) return go(visit, "said.caseNotYours");
  const { kind } = await host.caseDesk.endCase(stepOf(visit));
  return { kind: "go", to: "/inbox", said: kind === "ended" ? "said.caseEnded" : "said.caseClosed" };
}
