import { noteReading } from "../../../union/audit/note-reading.ts";
import { type DecisionOutcome, decideRequest } from "../../../union/credentials/decide-request.ts";
import { requestForReview, reviewQueue } from "../../../union/credentials/review-queue.ts";
import { staffNames } from "../../../union/staff/list-staff.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, Said, StaffVisit } from "../console-route.ts";
import type { TextKey } from "../page/texts.ts";
import { readReasonForm, reasons } from "./reason-form.ts";

const decisions = ["approve", "more_info", "refuse"] as const;
/** From this level on two people must approve. */
const twoFromLevel = 3;

/** Requests for credentials: what the member says beside what the attestor said before seeing it, and the decision. */
export function requestRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/requests",
      permission: "requests.review",
      visit: async () => {
        const data = { requests: await reviewQueue(host.store.read) };
        return { kind: "page", view: "requests", title: "requests.title", data };
      },
    },
    {
      method: "GET",
      path: "/requests/:id",
      permission: "requests.review",
      visit: (visit) => requestPage(host, visit),
    },
    {
      method: "POST",
      path: "/requests/:id/decide",
      permission: "requests.review",
      visit: (visit) => decide(host, visit),
    },
  ];
}

const idOf = ({ params }: StaffVisit): string => params.id ?? "";

async function requestPage(host: ConsoleHost, visit: StaffVisit, fault?: Said): Promise<Outcome> {
  const request = await requestForReview(host.store.read, idOf(visit));
  if (request === null) return { kind: "missing" };
  await noteReading(host, {
    ...{ staffId: visit.staff.id, action: "request.read", object: `request:${request.id}` },
    ...{ personId: request.personId, purpose: "review" },
  });
  const names = await staffNames(host, [request.approvedBy, request.decidedBy]);
  const data = {
    request,
    needsTwo: request.level >= twoFromLevel,
    isMine: request.approvedBy === visit.staff.id,
    approvedBy: names.get(request.approvedBy ?? "") ?? null,
    decidedBy: names.get(request.decidedBy ?? "") ?? null,
    ...{ reasons: reasons.request, decisions },
  };
  const page = { kind: "page", view: "request", title: "request.title", data } as const;
  return fault === undefined ? page : { ...page, status: 422, fault };
}

async function decide(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const form = readReasonForm(visit.body, "request", decisions);
  if (form === null) return requestPage(host, visit, { key: "review.sayWhy" });
  const { kind } = await decideRequest(host, {
    requestId: idOf(visit),
    staffId: visit.staff.id,
    decision: form.decision,
    reason: form.inWords,
    tell: host.tellOfRequest,
  });
  if (kind === "unknown") return { kind: "missing" };
  return { kind: "go", to: `/requests/${idOf(visit)}`, said: sayings[kind] };
}

const sayings = {
  issued: "said.requestApproved",
  refused: "said.requestRefused",
  more_info: "said.requestMoreInfo",
  needs_second: "said.requestNeedsSecond",
  same_person: "said.requestSamePerson",
  no_reason: "said.nothingChanged",
  not_open: "said.decidedBefore",
  not_confirmed: "said.requestNotConfirmed",
} as const satisfies Readonly<Record<Exclude<DecisionOutcome["kind"], "unknown">, TextKey>>;
