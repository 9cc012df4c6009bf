import { openingsOfMember, type Standing } from "../../union/matching/openings-of-member.ts";
import { languageOf } from "../inbound/talk.ts";
import type { LoadValues } from "./flow-values.ts";
import { cut, livelihoodName } from "./opening-words.ts";

/** How many one SMS has room for, and how much of the name of the work. */
const room = { jobs: 3, work: 14 } as const;

const standings = {
  not_seen: "standing.notSeen",
  seen: "standing.seen",
  wanted: "standing.wanted",
  not_chosen: "standing.notChosen",
  withdrawn: "standing.withdrawn",
  filled: "standing.filled",
  closed: "standing.closed",
  expired: "standing.expired",
} as const satisfies Readonly<Record<Standing, string>>;

/** What a member said yes to and how it stands, the latest first, a line each. */
export const jobsValues: LoadValues = async (tx, { person, ...talk }, _answers, { locales }) => {
  const language = languageOf(talk);
  const openings = person === null ? [] : await openingsOfMember(tx, person.id);
  const lines = openings.slice(0, room.jobs).map(({ code, livelihood, standing }) =>
    locales.text(language, "common", "jobLine", {
      jobCode: code,
      job: cut(livelihoodName(livelihood, language, locales), room.work),
      standing: locales.text(language, "common", standings[standing]),
    }),
  );
  return { myJobs: lines.map((line) => `\n${line}`).join(""), jobCode: openings[0]?.code ?? "" };
};
