import { setEmployerLanguage } from "../../union/employers/set-digests.ts";
import { saveDetails } from "../../union/members/save-person.ts";
import { answer, type PerformAction, writing } from "./action.ts";

/** From now on everything is said in the chosen language, this very answer included. */
export const setLanguage: PerformAction = async (context) => {
  const { tx, talk, ears } = context;
  const language = answer(context, "language");
  if (language === null) return talk;
  const person =
    talk.person === null ? null : await saveDetails(writing(context), talk.person, { language }, ears.now);
  if (talk.employer !== null) await setEmployerLanguage(tx, talk.employer.id, language);
  return { ...talk, person, lane: { ...talk.lane, language } };
};
