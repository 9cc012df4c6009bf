import { readChoiceId } from "../../domain/inbound-message.ts";
import { revisionOf } from "../../flows/engine/question.ts";
import { readShownName } from "../../flows/engine/session.ts";
import { flowOf } from "../../flows/index.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import { begin, type Ears } from "./lead.ts";
import { isMember, type Talk } from "./talk.ts";

/**
 * The conversations whose old buttons still mean what stands above them, with the question that holds what each is about.
 * Their actions look whether that is hers: a tap can be made up.
 */
const subjects: Readonly<Record<string, "alert" | "introduction">> = {
  "job-alert": "alert",
  introduce: "introduction",
};

/**
 * Takes a tap under an older message of such a conversation as the answer to that message, which it says itself; null for
 * every other mail, and for a tap on the question that is open.
 */
export function reopened(talk: Talk, mail: Mail, ears: Ears): Talk | null {
  const tapped = mail.kind === "choice" ? readChoiceId(mail.choice ?? "") : null;
  const subject = tapped === null ? undefined : subjects[tapped.flow];
  if (tapped === null || subject === undefined || !isMember(talk)) return null;
  const { key, rev, about } = readShownName(tapped.question);
  const open = talk.open.at(-1);
  const flow = subject === "alert" ? "job-alert" : "introduce";
  const isOpen = open?.flow === flow && open.session.asked?.about === about;
  if (about === undefined || isOpen) return null;
  const question = flowOf(flow).questions[key];
  const isOffered =
    question?.kind === "choice" && question.options.includes(tapped.option) && revisionOf(question) === rev;
  const { years } = talk.person ?? { years: null };
  return begin(talk, flow, ears, {
    [subject]: about,
    ...(isOffered ? { [key]: tapped.option } : {}),
    ...(flow === "job-alert" && years !== null && years > 0 ? { years } : {}),
  });
}
