import { z } from "zod";
import { dayStart } from "../../domain/local-day.ts";
import { dayMs } from "../../domain/moment.ts";
import type { OpeningDraft } from "../../domain/opening-draft.ts";
import { postOpening as keepOpening, type Posted } from "../../union/openings/post-opening.ts";
import { type ActionContext, type PerformAction, ringing, turnsOut } from "./action.ts";
import { livelihoodIn } from "./livelihood-in.ts";
import { payIn } from "./pay-in.ts";

const told = z.object({
  pay: z.string(),
  town: z.string(),
  hours: z.number(),
  places: z.number(),
  startsOn: z.string(),
  until: z.string(),
});

/** Posts what the employer has just confirmed, and says what became of it. */
export const postOpening: PerformAction = async (context) => {
  const { tx, talk, runtime, ears } = context;
  const { employer } = talk;
  if (employer === null) return turnsOut(context, "noEmployer");
  const draft = draftOf(context);
  if (draft === null) return turnsOut(context, "notPossible");
  const posted = await keepOpening(tx, {
    id: runtime.newId(),
    employerId: employer.id,
    draft,
    source: "text",
    actor: `employer:${employer.id}`,
    now: ears.now,
  });
  const said = turnsOut(
    context,
    outcomeOf(posted),
    posted.kind === "refused" ? {} : { jobCode: posted.code },
  );
  return posted.kind === "posted" && posted.isDue ? ringing(said, "matching") : said;
};

function outcomeOf(posted: Posted): string {
  if (posted.kind === "posted") return posted.isDue ? "posted" : "waiting";
  if (posted.kind !== "refused") return posted.kind;
  const whys = posted.faults.map(({ why }) => why);
  if (whys.includes("too_many_openings")) return "tooMany";
  return whys.some((why) => why === "employer_refused" || why === "employer_paused")
    ? "notNow"
    : "notPossible";
}

/** The opening as it was answered; null where an answer no longer says what it must. */
function draftOf({ answers, talk }: Pick<ActionContext, "answers" | "talk">): OpeningDraft | null {
  const livelihood = livelihoodIn(answers)?.livelihood ?? null;
  const pay = payIn(answers);
  const parts = told.safeParse(answers);
  if (livelihood === null || pay === null || !parts.success) return null;
  const { town, until, ...rest } = parts.data;
  return {
    ...rest,
    livelihood,
    pay,
    place: town,
    country: talk.lane.country,
    // Until the end of that day.
    validUntil: dayStart(until) + dayMs,
    details: null,
  };
}
