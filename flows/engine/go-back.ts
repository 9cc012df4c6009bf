import { askAgain, type Turn } from "./advance.ts";
import type { Flow } from "./flow.ts";
import type { Reader } from "./reply.ts";
import type { Session } from "./session.ts";
import { walk } from "./walk.ts";

/** Goes back to the question answered last; null when there is none before this one. */
export function goBack(flow: Flow, session: Session, reader: Reader): Turn | null {
  const asks = walk(flow, session.answers).passed.filter((step) => step.kind === "ask");
  const last = asks.at(-1);
  return last === undefined ? null : correct(flow, session, last.key, reader);
}

/**
 * Takes one answer back and asks its question again; later answers survive if they still lie on the path.
 *
 * What was said and run behind that answer counts as undone: it is said and run again with the corrected one, so
 * actions must bear repeating.
 */
export function correct(flow: Flow, session: Session, key: string, reader: Reader): Turn {
  const names = new Set([key, ...(flow.questions[key]?.formerly ?? [])]);
  const answers = Object.fromEntries(Object.entries(session.answers).filter(([name]) => !names.has(name)));
  const { passed } = walk(flow, answers);
  const stillSaid = new Set(passed.flatMap((step) => (step.kind === "say" ? [step.key] : [])));
  const stillRan = new Set(passed.flatMap((step) => (step.kind === "run" ? [step.action] : [])));
  return askAgain(
    flow,
    {
      ...session,
      answers,
      retries: 0,
      asked: null,
      said: session.said.filter((said) => stillSaid.has(said)),
      ran: session.ran.filter((ran) => stillRan.has(ran)),
    },
    reader,
  );
}
