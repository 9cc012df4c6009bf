import { acceptable } from "./acceptable.ts";
import type { Flow } from "./flow.ts";
import { type Question, revisionOf } from "./question.ts";
import type { Given, Session } from "./session.ts";
import type { Step, Steps, When } from "./step.ts";

/** How far the answers lead into the script. */
export interface Walked {
  /** The steps behind us, in order, those of the branches taken included. */
  readonly passed: readonly Step[];
  /** The first question without an acceptable answer; null when the talk is over. */
  readonly pending: string | null;
}

/**
 * Walks the script from the top and stops at the first question without an acceptable answer.
 *
 * This is how the position is found: a changed script asks what it newly needs, and skips what it already knows.
 */
export function walk(flow: Flow, answers: Session["answers"]): Walked {
  const passed: Step[] = [];
  let pending: string | null = null;
  const through = (steps: Steps): boolean => {
    for (const step of steps) {
      if (step.kind === "end") return false;
      if (step.kind === "ask" && answerTo(flow, answers, step.key) === null) {
        pending = step.key;
        return false;
      }
      passed.push(step);
      if (step.kind === "when" && holds(answerTo(flow, answers, step.key), step) && !through(step.then))
        return false;
    }
    return true;
  };
  through(flow.steps);
  return { passed, pending };
}

/** Whether a branch is for those who gave this answer; of several options given, each has its branch. */
const holds = (given: Given | null, { is }: When): boolean =>
  typeof given?.value === "object" ? given.value.includes(is) : given?.value === is;

/** The answer that counts for a question, under its name or a former one; null when there is none that the question accepts today. */
export function answerTo(flow: Flow, answers: Session["answers"], key: string): Given | null {
  const question = flow.questions[key];
  if (question === undefined) return null;
  const given = answers[key] ?? formerAnswer(question, answers);
  if (given === undefined || given.rev !== revisionOf(question)) return null;
  return acceptable(question, given.value) ? given : null;
}

function formerAnswer(question: Question, answers: Session["answers"]): Given | undefined {
  for (const name of question.formerly ?? []) {
    const given = answers[name];
    if (given !== undefined) return given;
  }
  return undefined;
}

/** The name a question has today, given one it has or had; null when it has gone from the flow. */
export function currentKey(flow: Flow, key: string): string | null {
  if (flow.questions[key] !== undefined) return key;
  for (const [name, question] of Object.entries(flow.questions))
    if (question.formerly?.includes(key)) return name;
  return null;
}

/** The answers that count today, by the questions' present names. */
export function answersOf(flow: Flow, session: Session): Readonly<Record<string, Given["value"]>> {
  const found: Record<string, Given["value"]> = {};
  for (const key of Object.keys(flow.questions)) {
    const given = answerTo(flow, session.answers, key);
    if (given !== null) found[key] = given.value;
  }
  return found;
}
