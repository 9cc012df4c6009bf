import {
  type DigestRhythm,
  digestRhythms,
  setDigests as keepDigests,
} from "../../union/employers/set-digests.ts";
import { openingsOf } from "../../union/openings/openings-of.ts";
import { languageOf } from "../inbound/talk.ts";
import { answer, nowOf, type PerformAction, turnsOut } from "./action.ts";

/** As many openings as one SMS holds. */
const mostShown = 3;

/** Shows an employer the newest of her openings that are not over: code, work, how many said yes, how it stands. */
export const listOpenings: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  const { employer } = talk;
  const openings = employer === null ? [] : (await openingsOf(tx, employer.id, "live")).slice(0, mostShown);
  const [first] = openings;
  if (employer === null || first === undefined) return turnsOut(context, "noJobs");
  const language = languageOf(talk);
  const { text } = runtime.locales;
  const lines = openings.map(({ code, livelihood, state, interested }) => {
    const isUnchecked = state === "open" && employer.state !== "verified";
    const key = isUnchecked ? "unchecked" : state === "held" || state === "paused" ? state : "open";
    return text(language, "common", "opening.line", {
      jobCode: code,
      job: text(language, "livelihoods", `work.${livelihood}`, {}, talk.lane.channel),
      yes: String(interested),
      state: text(language, "common", `opening.${key}`),
    });
  });
  return turnsOut(context, "jobs", { openings: `\n${lines.join("\n")}`, jobCode: first.code });
};

const said: Readonly<Record<DigestRhythm, string>> = { day: "everyDay", week: "everyWeek", off: "never" };

/** Keeps how often an employer wants to hear of candidates. */
export const setDigests: PerformAction = async (context) => {
  const { tx, talk } = context;
  const every = digestRhythms.find((rhythm) => rhythm === answer(context, "every"));
  if (every === undefined || talk.employer === null) return talk;
  await keepDigests(tx, { employerId: talk.employer.id, every, now: nowOf(context) });
  return turnsOut(context, said[every]);
};
