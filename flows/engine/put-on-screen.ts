import { type Question, revisionOf } from "./question.ts";
import type { Reader } from "./reply.ts";
import type { Asked } from "./session.ts";

/** Puts a question on the screen; a list that is there already, and is still the same, stays on the page it was turned to. */
export function putOnScreen(key: string, question: Question, before: Asked | null, reader: Reader): Asked {
  const asked = onFirstPage(key, question, reader);
  const isSame =
    before?.key === key &&
    before.options.length === asked.options.length &&
    before.options.every((option, at) => option === asked.options[at]);
  return isSame ? { ...asked, page: before.page } : asked;
}

function onFirstPage(key: string, question: Question, reader: Reader): Asked {
  const rev = revisionOf(question);
  if (question.kind === "choice" || question.kind === "several")
    return { key, rev, options: question.options, page: 0 };
  if (question.kind !== "pick") return { key, rev, options: [], page: 0 };
  const offered = reader.offered(question.source);
  return {
    key,
    rev,
    options: offered.map(({ id }) => id),
    labels: offered.map(({ label }) => label),
    page: 0,
  };
}
