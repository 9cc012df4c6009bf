import { everyStep, type Flow } from "./flow.ts";
import type { Session } from "./session.ts";

/**
 * The session without one answer, under any name of its question.
 *
 * The actions that lie behind the question count as not done, because they have to be done with the new answer:
 * actions must bear repeating.
 */
export function takeBack(flow: Flow, session: Session, key: string): Session {
  const names = new Set([key, ...(flow.questions[key]?.formerly ?? [])]);
  const answers = Object.fromEntries(Object.entries(session.answers).filter(([name]) => !names.has(name)));
  const undone = new Set(behind(flow, key).flatMap((step) => (step.kind === "run" ? [step.action] : [])));
  return { ...session, answers, ran: session.ran.filter((action) => !undone.has(action)) };
}

/** The session as if nothing behind a question had been said: the person is to read it again. */
export function unsay(flow: Flow, session: Session, key: string): Session {
  const unsaid = new Set(behind(flow, key).flatMap((step) => (step.kind === "say" ? [step.key] : [])));
  return { ...session, said: session.said.filter((said) => !unsaid.has(said)) };
}

/** The steps of the script from a question on. */
function behind(flow: Flow, key: string) {
  const steps = [...everyStep(flow.steps)];
  const at = steps.findIndex((step) => step.kind === "ask" && step.key === key);
  return at < 0 ? [] : steps.slice(at);
}
