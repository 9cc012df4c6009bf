import { answer, type PerformAction } from "./action.ts";

/** From now on everything is said in the chosen language, this very answer included. */
export const setLanguage: PerformAction = async (context) => {
  const { tx, talk } = context;
  const language = answer(context, "language");
  if (language === null) return talk;
  if (talk.person !== null) await tx.person.update({ where: { id: talk.person.id }, data: { language } });
  return {
    ...talk,
    lane: { ...talk.lane, language },
    person: talk.person === null ? null : { ...talk.person, language },
  };
};
