import { acceptable } from "./acceptable.ts";
import { type Flow, questionsOf } from "./flow.ts";
import { nextPage } from "./page.ts";
import { putOnScreen } from "./put-on-screen.ts";
import { nothingToPick, revisionOf } from "./question.ts";
import { readReply } from "./read-reply.ts";
import type { Reader, Refusal, Reply } from "./reply.ts";
import { type Asked, newSession, readShownName, type Session, type Value } from "./session.ts";
import { takeBack } from "./take-back.ts";
import { answerTo, currentKey, walk } from "./walk.ts";

/** How the reply was taken. */
export type Heard =
  /** There was no reply to read: the talk begins, or a question is asked again. */
  | "nothing"
  | "understood"
  /** The next page of the same question. */
  | "more"
  | "ambiguous"
  | "not_understood"
  /** Understood, and not to be taken: see `refusal`. */
  | "refused"
  /** A tap on a question that is no longer on the screen, or a reply to one that has changed its meaning or, like the option meant, has gone. */
  | "superseded";

/** One step of a conversation: what it is now, and what to say and do. */
export interface Turn {
  readonly session: Session;
  readonly heard: Heard;
  /** Why an answer was refused. */
  readonly refusal?: Refusal;
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
  if (reply.kind === "tap" && !isOnScreen(flow, asked, reply.question))
    return settle(flow, session, "superseded", reader);
  const reading = readReply(question, asked, sameName(reply, asked), reader);
  if (reading.kind === "more") return settle(flow, turnPage(session, asked), "more", reader);
  if (reading.kind === "refused")
    return { ...settle(flow, missed(session), "refused", reader), refusal: reading.why };
  if (reading.kind !== "value") return settle(flow, missed(session), reading.kind, reader);
  if (!acceptable(question, reading.value)) {
    const wasOffered = asked.options.length > 0;
    return wasOffered
      ? settle(flow, session, "superseded", reader)
      : settle(flow, missed(session), "not_understood", reader);
  }
  return settle(flow, answered(flow, session, key, reading.value), "understood", reader);
}

/** Whether a tap was made on the question as it now stands on the screen, under whatever name. */
function isOnScreen(flow: Flow, asked: Asked, tapped: string): boolean {
  const { key, rev, about } = readShownName(tapped);
  return currentKey(flow, key) === currentKey(flow, asked.key) && rev === asked.rev && about === asked.about;
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

/** Keeps an answer; where an older one no longer counted, what was done with that is to be done again. */
function answered(flow: Flow, session: Session, key: string, value: Value): Session {
  const question = flow.questions[key] ?? { kind: "date" };
  const rev = revisionOf(question);
  const isAnew = [key, ...(question.formerly ?? [])].some((name) => session.answers[name] !== undefined);
  const before = isAnew ? takeBack(flow, session, key) : session;
  return {
    ...before,
    version: flow.version,
    retries: 0,
    answers: { ...before.answers, [key]: { value, rev } },
  };
}

/** Says and runs what lies behind the answers and has not been said or run, then asks what is pending. */
function settle(flow: Flow, session: Session, heard: Heard, reader: Reader): Turn {
  const { passed, pending } = walk(flow, session.answers);
  const question = pending === null ? undefined : flow.questions[pending];
  const asked =
    pending === null || question === undefined
      ? null
      : { ...putOnScreen(pending, question, session.asked, reader), ...subjectOf(flow, session) };
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

/** What the conversation is about; none where it has no subject, or more than one. */
function subjectOf(flow: Flow, session: Session): Pick<Asked, "about"> {
  const subjects = questionsOf(flow).flatMap(([key, { kind }]) => (kind === "subject" ? [key] : []));
  const [key = "", ...others] = subjects;
  const about = others.length > 0 ? undefined : answerTo(flow, session.answers, key)?.value;
  return typeof about === "string" ? { about } : {};
}
