import { noteReading } from "../../../union/audit/note-reading.ts";
import { employerForReview } from "../../../union/employers/review-employers.ts";
import { stepsFrom } from "../../../union/openings/steer-opening.ts";
import { staffNames } from "../../../union/staff/list-staff.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { Outcome, Said, StaffVisit } from "../console-route.ts";
import { reasons } from "./reason-form.ts";

/** An employer: who that is, what is offered, and what can be decided. That she was looked at is noted. */
export async function employerPage(
  host: ConsoleHost,
  { staff }: StaffVisit,
  employerId: string,
  fault?: Said,
): Promise<Outcome> {
  const employer = await employerForReview(host.store, employerId);
  if (employer === null) return { kind: "missing" };
  await noteReading(host, {
    ...{ staffId: staff.id, action: "employer.read", object: `employer:${employer.id}` },
    ...{ personId: null, purpose: "review" },
  });
  const names = await staffNames(host, [employer.decidedBy]);
  const data = {
    employer,
    decidedBy: names.get(employer.decidedBy ?? "") ?? null,
    reasons: reasons.employer,
    stepReasons: reasons.openingStep,
    steps: stepsFrom,
  };
  const page = { kind: "page", view: "employer", title: "employer.title", data } as const;
  return fault === undefined ? page : { ...page, status: 422, fault };
}
