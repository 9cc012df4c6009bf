import { readChoiceId } from "../../domain/inbound-message.ts";
import { advance, type Turn } from "../../flows/engine/advance.ts";
import type { Question } from "../../flows/engine/question.ts";
import type { Refusal, Reply } from "../../flows/engine/reply.ts";
import { flowOf } from "../../flows/index.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import { isDigestReply } from "../employers/is-digest-reply.ts";
import { begin, beginFitting, type Ears, readerFor } from "./lead.ts";
import { obey, service } from "./obey.ts";
import { readCommand } from "./read-command.ts";
import { reopened } from "./reopen.ts";
import { isMember, type OpenSession, saying, type Talk, taking } from "./talk.ts";

/** How many misunderstandings in a row make us offer a person. */
const missesUntilPerson = 2;

/**
 * Hears one message and decides what is said, asked and wanted: commands first, then the conversation that is open, and
 * where there is none, the one that fits the person. Pure: the same talk and message always give the same.
 */
export function converse(talk: Talk, mail: Mail, ears: Ears): Talk {
  const command = readCommand(mail, talk, ears.locales);
  if (command !== null) return obey(talk, command, mail, ears);
  if (isErasing(talk)) return service(heard(talk, mail, ears));
  if (talk.lane.state !== "open" || isForPerson(talk)) return talk;
  // What she has not read yet comes now, with its question: what she wrote cannot have been the answer.
  return talk.isHolding ? talk : heard(talk, mail, ears);
}

/** Somebody who stopped us is asked whether to erase everything: that answer is heard. */
const isErasing = ({ lane, open }: Talk): boolean =>
  lane.state === "stopped" && open.at(-1)?.flow === "delete-me";

function heard(talk: Talk, mail: Mail, ears: Ears): Talk {
  const older = reopened(talk, mail, ears);
  if (older !== null) return older;
  const reply = replyOf(mail, talk);
  if (reply === null) return saying(talk, mail.kind === "edit" ? "editSeen" : "textOnly");
  const open = talk.open.at(-1);
  if (talk.employer !== null && reply.kind === "text" && isDigestReply(reply.text, questionOf(open)))
    return begin(withoutMenus(talk), "digest-reply", ears, { words: reply.text });
  return open === undefined ? greet(talk, reply, ears) : hear(talk, open, reply, ears);
}

/** The question on the screen; null where there is none. */
const questionOf = (open: OpenSession | undefined): Question | null =>
  (open === undefined ? null : flowOf(open.flow).questions[open.session.asked?.key ?? ""]) ?? null;

const menus: readonly string[] = ["menu", "employer-menu"];

/** A menu that was left open is nothing to come back to. */
const withoutMenus = (talk: Talk): Talk => ({
  ...talk,
  open: talk.open.filter(({ flow }) => !menus.includes(flow)),
  closed: [...talk.closed, ...talk.open.flatMap(({ flow }) => (menus.includes(flow) ? [flow] : []))],
});

/** A person holds the talk; only her language, and a code she wants checked, may be asked for meanwhile. */
const isForPerson = ({ lane, open }: Talk): boolean =>
  lane.owner === "person" && !["language", "verify"].includes(open.at(-1)?.flow ?? "");

function hear(talk: Talk, open: OpenSession, reply: Reply, ears: Ears): Talk {
  const turn = advance(flowOf(open.flow), open.session, reply, readerFor(talk, open.flow, ears));
  return taking(explaining(talk, open, turn, reply), open.flow, turn, open.openedAt);
}

/** Says why the question comes again, where it does. */
function explaining(talk: Talk, open: OpenSession, turn: Turn, reply: Reply): Talk {
  if (turn.heard === "ambiguous") return saying(talk, "ambiguous");
  if (turn.heard === "superseded") return turn.asked === null ? talk : saying(talk, "superseded");
  if (turn.refusal !== undefined) return refusing(talk, open, turn, turn.refusal);
  if (turn.heard !== "not_understood") return talk;
  if (turn.session.retries >= missesUntilPerson) return saying(talk, "misunderstood.person");
  const question = flowOf(open.flow).questions[turn.asked?.key ?? ""];
  if (isTooLong(question, reply)) return saying(talk, "tooLong");
  return saying(talk, `misunderstood.${kindOfMiss(question?.kind)}`);
}

/** Says why an answer that was understood cannot be taken. */
function refusing(talk: Talk, open: OpenSession, turn: Turn, why: Refusal): Talk {
  const question = flowOf(open.flow).questions[turn.asked?.key ?? ""];
  const bounds =
    question?.kind === "number" ? { least: String(question.least), most: String(question.most) } : {};
  return { ...saying(talk, `refused.${why}`), values: { ...talk.values, ...bounds } };
}

const isTooLong = (question: Question | undefined, reply: Reply): boolean =>
  (question?.kind === "text" || question?.kind === "place") &&
  reply.kind === "text" &&
  reply.text.length > question.maxChars;

const kindOfMiss = (kind: string | undefined): string =>
  kind === undefined || kind === "pick" ? "choice" : kind;

/** Somebody writes who is in no conversation. A tap on an old menu still opens what it says. */
function greet(talk: Talk, reply: Reply & { readonly flow?: string }, ears: Ears): Talk {
  if (reply.kind === "tap" && reply.flow === "menu" && isMember(talk)) {
    return begin(talk, "menu", ears, { [reply.question]: reply.option });
  }
  if (reply.kind === "tap" && reply.flow === "employer-menu" && talk.employer !== null) {
    return begin(talk, "employer-menu", ears, { [reply.question]: reply.option });
  }
  return beginFitting(talk, ears);
}

/** What a message says in reply; null for pictures and the like, and for an edit of what was understood. */
function replyOf(mail: Mail, talk: Talk): (Reply & { readonly flow?: string }) | null {
  if (mail.kind === "choice") return tapOf(mail, talk);
  if (mail.kind === "edit")
    return (talk.open.at(-1)?.session.retries ?? 0) > 0 ? { kind: "text", text: mail.text } : null;
  return mail.kind === "text" || mail.kind === "start" ? { kind: "text", text: mail.text } : null;
}

/** A tap on a question of another conversation answers nothing: it is given a question that is never on the screen. */
function tapOf(mail: Mail, talk: Talk): Reply & { readonly flow?: string } {
  const tapped = readChoiceId(mail.choice ?? "");
  if (tapped === null) return { kind: "text", text: mail.text };
  const open = talk.open.at(-1);
  const isElsewhere = open !== undefined && open.flow !== tapped.flow;
  return {
    kind: "tap",
    flow: tapped.flow,
    question: isElsewhere ? "" : tapped.question,
    option: tapped.option,
  };
}
