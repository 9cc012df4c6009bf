import { acceptable } from "./acceptable.ts";
import type { Flow } from "./flow.ts";
import { nextPage } from "./page.ts";
import { nothingToPick, type Question, revisionOf } from "./question.ts";
import { readReply } from "./read-reply.ts";
import type { Reader, Reply } from "./reply.ts";
import { type Asked, newSession, type Session, type Value } from "./session.ts";
import { currentKey, walk } from "./walk.ts";

/** How the reply was taken. */
export type Heard =
  /** There was no reply to read: the talk begins, or a question is asked again. */
  | "nothing"
  | "understood"
  /** The next page of the same question. */
  | "more"
  | "ambiguous"
  | "not_understood"
  /** A tap on a question that is no longer on the screen, or a reply to one that has gone from the flow or changed its meaning. */
  | "superseded";

/** One step of a conversation: what it is now, and what to say and do. */
export interface Turn {
  readonly session: Session;
  readonly heard: Heard;
  /** The texts to say, in order, before the question. */
  readonly says: readonly string[];
  /** The actions to run, in order. */
  readonly runs: readonly string[];
  /** The question now on the screen; null when the talk is over. */
  readonly asked: Asked | null;
}

/** Begins a conversation; with some answers given already, it begins behind them. */
export function start(flow: Flow, reader: Reader, given: Readonly<Record<string, Value>> = {}): Turn {
  const begun = Object.entries(given).reduce(
    (session, [key, value]) => answered(flow, session, key, value),
    newSession(flow),
  );
  return settle(flow, begun, "nothing", reader);
}

/** Asks the present question again, in whatever shape the flow has today. */
export const askAgain = (flow: Flow, session: Session, reader: Reader): Turn =>
  settle(flow, session, "nothing", reader);

/**
 * Takes one reply: the same flow, session and reply always give the same turn.
 *
 * The reply can only answer the question on the screen, with its options in the order shown. It never changes an
 * earlier answer and never throws.
 */
export function advance(flow: Flow, session: Session, reply: Reply, reader: Reader): Turn {
  const { asked } = session;
  if (asked === null) return settle(flow, session, "nothing", reader);
  const key = currentKey(flow, asked.key);
  const question = key === null ? undefined : flow.questions[key];
  if (key === null || question === undefined || asked.rev !== revisionOf(question)) {
    return settle(flow, session, "superseded", reader);
  }
  if (reply.kind === "tap" && currentKey(flow, reply.question) !== key)
    return settle(flow, session, "superseded", reader);
  const reading = readReply(question, asked, sameName(reply, asked), reader);
  if (reading.kind === "more") return settle(flow, turnPage(session, asked), "more", reader);
  if (reading.kind !== "value") return settle(flow, missed(session), reading.kind, reader);
  if (!acceptable(question, reading.value)) return settle(flow, missed(session), "not_understood", reader);
  return settle(flow, answered(flow, session, key, reading.value), "understood", reader);
}

/** A tap made under a question's former or newer name is a tap on the question that is on the screen. */
const sameName = (reply: Reply, asked: Asked): Reply =>
  reply.kind === "tap" ? { ...reply, question: asked.key } : reply;

const turnPage = (session: Session, asked: Asked): Session => ({
  ...session,
  retries: 0,
  asked: { ...asked, page: nextPage(asked) },
});

const missed = (session: Session): Session => ({ ...session, retries: session.retries + 1 });

function answered(flow: Flow, session: Session, key: string, value: Value): Session {
  const rev = revisionOf(flow.questions[key] ?? { kind: "date" });
  return {
    ...session,
    version: flow.version,
    retries: 0,
    answers: { ...session.answers, [key]: { value, rev } },
  };
}

/** Says and runs what lies behind the answers and has not been said or run, then asks what is pending. */
function settle(flow: Flow, session: Session, heard: Heard, reader: Reader): Turn {
  const { passed, pending } = walk(flow, session.answers);
  const question = pending === null ? undefined : flow.questions[pending];
  const asked =
    pending === null || question === undefined ? null : ask(pending, question, session.asked, reader);
  if (pending !== null && question?.kind === "pick" && asked?.options.length === 0) {
    return settle(flow, answered(flow, session, pending, nothingToPick), heard, reader);
  }
  const says = passed.flatMap((step) =>
    step.kind === "say" && !session.said.includes(step.key) ? [step.key] : [],
  );
  const runs = passed.flatMap((step) =>
    step.kind === "run" && !session.ran.includes(step.action) ? [step.action] : [],
  );
  return {
    session: { ...session, said: [...session.said, ...says], ran: [...session.ran, ...runs], asked },
    heard,
    says,
    runs,
    asked,
  };
}

/** Puts a question on the screen; one that is there already stays on the page it was turned to. */
function ask(key: string, question: Question, before: Asked | null, reader: Reader): Asked {
  const page = before?.key === key ? before.page : 0;
  const rev = revisionOf(question);
  if (question.kind === "choice" || question.kind === "several")
    return { key, rev, options: question.options, page };
  if (question.kind !== "pick") return { key, rev, options: [], page: 0 };
  const offered = reader.offered(question.source);
  return { key, rev, options: offered.map(({ id }) => id), labels: offered.map(({ label }) => label), page };
}
