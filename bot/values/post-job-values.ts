import { showDay } from "../../locales/show-day.ts";
import { showPay } from "../../locales/show-pay.ts";
import { livelihoodIn } from "../actions/livelihood-in.ts";
import { payIn } from "../actions/pay-in.ts";
import { languageOf } from "../inbound/talk.ts";
import type { LoadValues } from "./flow-values.ts";

/** The opening as it has been answered so far, for the employer to read before it counts. */
export const postJobValues: LoadValues = async (_tx, talk, answers, { locales }) => {
  const language = languageOf(talk);
  const none = locales.text(language, "common", "none");
  const word = (value: unknown): string =>
    typeof value === "string" || typeof value === "number" ? String(value) : none;
  const day = (value: unknown): string => (typeof value === "string" ? showDay(value, language) : none);
  const livelihood = livelihoodIn(answers)?.livelihood ?? null;
  const pay = payIn(answers);
  return {
    job:
      livelihood === null
        ? none
        : locales.text(language, "livelihoods", `work.${livelihood}`, {}, talk.lane.channel),
    pay: pay === null ? none : showPay(pay, language, locales),
    town: word(answers.town),
    hours: word(answers.hours),
    places: word(answers.places),
    start: day(answers.startsOn),
    until: day(answers.until),
  };
};
