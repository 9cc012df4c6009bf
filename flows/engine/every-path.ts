import { everyStep, type Flow } from "./flow.ts";
import type { Question } from "./question.ts";
import { revisionOf } from "./question.ts";
import type { Session, Value } from "./session.ts";
import { walk } from "./walk.ts";

/** One way through a flow: its questions and the answers given, in order. */
export type Path = readonly (readonly [question: string, value: Value])[];

/**
 * Every way through a flow. Each option of a choice is a way of its own; an open question is represented by the
 * longest answer it takes, which is what can break a text's length.
 *
 * Options that nothing is decided by lead to the same talk: one of them is followed through every way behind it, each of
 * the others through one, or lists of work after lists of work would multiply.
 */
export function* everyPath(
  flow: Flow,
  path: Path = [],
  answers: Session["answers"] = {},
  isFollowed = true,
): Generator<Path> {
  const { pending } = walk(flow, answers);
  const question = pending === null ? undefined : flow.questions[pending];
  if (pending === null || question === undefined) return yield path;
  let isFirstAlike = true;
  for (const value of isFollowed ? examples(question) : examples(question).slice(0, 1)) {
    const decides = isDecidedBy(flow, pending, value);
    const follows = isFollowed && (decides || isFirstAlike);
    if (!decides) isFirstAlike = false;
    const given = { ...answers, [pending]: { value, rev: revisionOf(question) } };
    yield* everyPath(flow, [...path, [pending, value]], given, follows);
  }
}

/** Whether a part of the talk is only for those who gave that answer; of several options given, for any of them. */
const isDecidedBy = (flow: Flow, key: string, value: Value): boolean =>
  [...everyStep(flow.steps)].some(
    (step) =>
      step.kind === "when" &&
      step.key === key &&
      (typeof value === "object" ? value.includes(step.is) : value === step.is),
  );

/** Answers that stand for all those a question takes. */
function examples(question: Question): readonly Value[] {
  switch (question.kind) {
    case "choice":
      return question.options;
    case "several":
      return [...question.options.map((option) => [option]), question.options.slice(-question.most)];
    case "text":
    case "place":
      return ["M".repeat(question.maxChars)];
    case "number":
      return [question.most];
    case "phone":
      return ["+905550001122"];
    case "email":
      return ["post@example.org"];
    case "date":
      return ["2027-12-31"];
    case "wage":
      return ["1000000 TRY month"];
    case "pick":
      return ["none", "example"];
    case "subject":
      return ["example"];
  }
}
