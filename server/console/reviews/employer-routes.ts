import { z } from "zod";
import { newApiKey, revokeApiKey } from "../../../union/employers/api-keys.ts";
import { pauseEmployer, refuseEmployer, verifyEmployer } from "../../../union/employers/decide-employer.ts";
import { employersToReview } from "../../../union/employers/review-employers.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, StaffVisit } from "../console-route.ts";
import { employerPage } from "./employer-page.ts";
import { readReasonForm } from "./reason-form.ts";

const states = ["waiting", "verified", "paused", "refused"] as const;
const listQuestion = z.object({ state: z.enum(states).catch("waiting") });
const keyForm = z.object({ label: z.string().trim().min(1).max(60) });

const decisions = {
  verify: { decide: verifyEmployer, said: "said.employerVerified", news: "verified" },
  refuse: { decide: refuseEmployer, said: "said.employerRefused", news: "refused" },
  pause: { decide: pauseEmployer, said: "said.employerPaused", news: "paused" },
} as const;

/** Employers: who they are, whether members may hear of them, and the keys their own systems post with. */
export function employerRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/employers",
      permission: "employers.review",
      visit: async ({ query }) => {
        const { state } = listQuestion.parse(query);
        const data = { employers: await employersToReview(host.store, state), state, states };
        return { kind: "page", view: "employers", title: "employers.title", data };
      },
    },
    {
      method: "GET",
      path: "/employers/:id",
      permission: "employers.review",
      visit: (visit) => employerPage(host, visit, idOf(visit)),
    },
    {
      method: "POST",
      path: "/employers/:id/decide",
      permission: "employers.review",
      visit: (visit) => decide(host, visit),
    },
    {
      method: "POST",
      path: "/employers/:id/keys",
      permission: "employers.key",
      visit: (visit) => makeKey(host, visit),
    },
    {
      method: "POST",
      path: "/employers/:id/keys/:keyId/revoke",
      permission: "employers.key",
      visit: async ({ params, staff }) => {
        const isDone = await revokeApiKey(host, { keyId: params.keyId ?? "", staffId: staff.id });
        const said = isDone ? "said.keyRevoked" : "said.nothingChanged";
        return { kind: "go", to: `/employers/${params.id}`, said };
      },
    },
  ];
}

const idOf = ({ params }: StaffVisit): string => params.id ?? "";

async function decide(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const form = readReasonForm(visit.body, "employer", ["verify", "refuse", "pause"]);
  if (form === null) return employerPage(host, visit, idOf(visit), { key: "review.sayWhy" });
  const { decide: run, said, news } = decisions[form.decision];
  const decided = await run(host, {
    employerId: idOf(visit),
    staffId: visit.staff.id,
    reason: form.inWords,
  });
  if (decided.kind === "unknown") return { kind: "missing" };
  if (decided.kind === "decided") await host.tellEmployer({ employerId: idOf(visit), news });
  return {
    kind: "go",
    to: `/employers/${idOf(visit)}`,
    said: decided.kind === "decided" ? said : "said.decidedBefore",
  };
}

/** The key stands on the page that answers the form, and nowhere after that. */
async function makeKey(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const form = keyForm.safeParse(visit.body);
  if (!form.success) return employerPage(host, visit, idOf(visit), { key: "employer.keyLabelMissing" });
  const made = await newApiKey(host, {
    employerId: idOf(visit),
    staffId: visit.staff.id,
    label: form.data.label,
  });
  if (made.kind === "unknown") return { kind: "missing" };
  const data = { key: made.key, employerId: idOf(visit), label: form.data.label };
  return { kind: "page", view: "api-key", title: "employer.newKey", data };
}
