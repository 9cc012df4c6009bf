import { z } from "zod";
import {
  type OpeningDecided,
  openingsShown,
  openingsToReview,
  refuseOpening,
  releaseOpening,
} from "../../../union/openings/review-openings.ts";
import { stepsFrom } from "../../../union/openings/steer-opening.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, StaffVisit } from "../console-route.ts";
import type { TextKey } from "../page/texts.ts";
import { openingStepRoute } from "./opening-steps.ts";
import { readReasonForm, reasons } from "./reason-form.ts";

const listQuestion = z.object({ state: z.enum(openingsShown).catch("held") });

/** Openings: those that wait for a caseworker's look before anybody hears of them, and those that are under way. */
export function openingRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/openings",
      permission: "openings.review",
      visit: ({ query }) => openingsPage(host, listQuestion.parse(query).state),
    },
    {
      method: "POST",
      path: "/openings/:id/release",
      permission: "openings.review",
      visit: async (visit) => answer(await releaseOpening(host, decisionOf(visit)), "said.openingReleased"),
    },
    {
      method: "POST",
      path: "/openings/:id/refuse",
      permission: "openings.review",
      visit: async (visit) => {
        const form = readReasonForm(visit.body, "opening", ["refuse"]);
        if (form === null)
          return { ...(await openingsPage(host)), status: 422, fault: { key: "review.sayWhy" } };
        const { reason } = form;
        return answer(await refuseOpening(host, { ...decisionOf(visit), reason }), "said.openingRefused");
      },
    },
    openingStepRoute(host),
  ];
}

const openingsPage = async (host: ConsoleHost, state: (typeof openingsShown)[number] = "held") =>
  ({
    kind: "page",
    view: "openings",
    title: "openings.title",
    data: {
      ...{ state, states: openingsShown, openings: await openingsToReview(host.store, state) },
      ...{ reasons: reasons.opening, stepReasons: reasons.openingStep, steps: stepsFrom },
    },
  }) as const;

const decisionOf = ({ params, staff }: StaffVisit) => ({ openingId: params.id ?? "", staffId: staff.id });

function answer({ kind }: OpeningDecided, done: TextKey): Outcome {
  if (kind === "unknown") return { kind: "missing" };
  const said = kind === "decided" ? done : kind === "too_late" ? "said.openingTooLate" : "said.decidedBefore";
  return { kind: "go", to: "/openings", said };
}
