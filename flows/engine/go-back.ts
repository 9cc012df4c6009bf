import { askAgain, type Turn } from "./advance.ts";
import type { Flow } from "./flow.ts";
import { isHandedIn, nothingToPick } from "./question.ts";
import type { Reader } from "./reply.ts";
import type { Session } from "./session.ts";
import { takeBack, unsay } from "./take-back.ts";
import { answerTo, walk } from "./walk.ts";

/** Goes back to the question answered last; null when there is none before this one. */
export function goBack(flow: Flow, session: Session, reader: Reader): Turn | null {
  const last = walk(flow, session.answers).passed.findLast(
    (step) =>
      step.kind === "ask" &&
      !answeredItself(flow, session, step.key) &&
      !isHandedIn(flow.questions[step.key]),
  );
  return last?.kind === "ask" ? correct(flow, session, last.key, reader) : null;
}

/** There was nothing to pick: the question would only answer itself again. */
const answeredItself = (flow: Flow, session: Session, key: string): boolean =>
  flow.questions[key]?.kind === "pick" && answerTo(flow, session.answers, key)?.value === nothingToPick;

/**
 * Takes one answer back and asks its question again; later answers survive if they still lie on the path.
 *
 * What was said and done behind that answer counts as undone: it is said and done again with the corrected one.
 */
export function correct(flow: Flow, session: Session, key: string, reader: Reader): Turn {
  const before = unsay(flow, takeBack(flow, session, key), key);
  return askAgain(flow, { ...before, retries: 0, asked: null }, reader);
}
