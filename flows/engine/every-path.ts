import type { Flow } from "./flow.ts";
import type { Question } from "./question.ts";
import { revisionOf } from "./question.ts";
import type { Session, Value } from "./session.ts";
import { walk } from "./walk.ts";

/** One way through a flow: its questions and the answers given, in order. */
export type Path = readonly (readonly [question: string, value: Value])[];

/**
 * Every way through a flow. Each option of a choice is a way of its own; an open question is represented by the
 * longest answer it takes, which is what can break a text's length.
 */
export function* everyPath(flow: Flow, path: Path = [], answers: Session["answers"] = {}): Generator<Path> {
  const { pending } = walk(flow, answers);
  const question = pending === null ? undefined : flow.questions[pending];
  if (pending === null || question === undefined) return yield path;
  for (const value of examples(question)) {
    yield* everyPath(flow, [...path, [pending, value]], {
      ...answers,
      [pending]: { value, rev: revisionOf(question) },
    });
  }
}

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
