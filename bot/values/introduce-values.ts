import { introductionForAsking } from "../../union/introductions/introduction-for-asking.ts";
import { languageOf } from "../inbound/talk.ts";
import type { LoadValues } from "./flow-values.ts";
import { cut, openingWords } from "./opening-words.ts";

/** What an SMS has room for of an employer's name and place, in characters. */
const room = { employer: 40, place: 20 } as const;

/** What the question for an introduction says: who asks, for which job, for what pay. */
export const introduceValues: LoadValues = async (tx, talk, answers, { locales }) => {
  const language = languageOf(talk);
  const { introduction: id } = answers;
  const found = typeof id === "string" ? await introductionForAsking(tx, id) : null;
  const none = locales.text(language, "common", "none");
  if (found === null || found.personId !== talk.person?.id)
    return Object.fromEntries(names.map((name) => [name, none]));
  return {
    ...openingWords(found, language, locales),
    employer: cut(found.employer, room.employer),
    employerPlace: cut(found.employerPlace, room.place),
  };
};

const names = ["jobCode", "job", "jobPlace", "jobPay", "employer", "employerPlace"];
