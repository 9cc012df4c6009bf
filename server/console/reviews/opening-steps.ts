import { openingSteps, steerOpening } from "../../../union/openings/steer-opening.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, StaffVisit } from "../console-route.ts";
import { employerPage } from "./employer-page.ts";
import { readReasonForm } from "./reason-form.ts";

/** What is done with an opening from its employer's page: going on, pausing, filled, closed. */
export const openingStepRoute = (host: ConsoleHost): ConsoleRoute => ({
  method: "POST",
  path: "/openings/:id/step",
  permission: "openings.review",
  visit: (visit) => step(host, visit),
});

const sayings = {
  resume: "said.openingResumed",
  pause: "said.openingPaused",
  fill: "said.openingFilled",
  close: "said.openingClosed",
} as const;

async function step(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const { params, staff, body } = visit;
  const openingId = params.id ?? "";
  const opening = await host.store.read.opening.findUnique({ where: { id: openingId } });
  if (opening === null) return { kind: "missing" };
  const form = readReasonForm(body, "openingStep", openingSteps);
  if (form === null) return employerPage(host, visit, opening.employerId, { key: "review.sayWhyOpening" });
  const { decision, reason } = form;
  const { kind } = await steerOpening(host, { openingId, staffId: staff.id, step: decision, reason });
  if (kind === "unknown") return { kind: "missing" };
  const said =
    kind === "done" ? sayings[decision] : kind === "too_late" ? "said.openingTooLate" : "said.decidedBefore";
  return { kind: "go", to: `/employers/${opening.employerId}`, said };
}
