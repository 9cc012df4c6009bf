import type { Speech } from "../../bot/inbound/compose.ts";
import { optionWordsOf } from "../../bot/inbound/option-words.ts";
import { readChoiceId } from "../../domain/inbound-message.ts";
import type { Language } from "../../domain/language.ts";
import { choicesOf } from "../../domain/payload.ts";
import { advance, start, type Turn } from "../../flows/engine/advance.ts";
import type { Path } from "../../flows/engine/every-path.ts";
import { moreDigit } from "../../flows/engine/page.ts";
import { sharedLabels } from "../../flows/engine/question.ts";
import type { Reader, Reply } from "../../flows/engine/reply.ts";
import type { Value } from "../../flows/engine/session.ts";
import { answersOf } from "../../flows/engine/walk.ts";
import { type FlowId, flowOf } from "../../flows/index.ts";
import { flawsOf } from "./find-flaws.ts";
import { locales, type Rendering, type Shown, shown } from "./renderings.ts";

const readerOf = (flow: FlowId): Reader => ({
  words: optionWordsOf(locales, flow),
  offered: () => [],
  country: null,
  today: "2027-12-01",
});

/** A list that does not come to what is wanted within so many pages never will. */
const mostPages = 12;

const typed = (text: string): Reply => ({ kind: "text", text });

/** What is said and asked in a turn, ready to be shown. */
const speechOf = (flow: FlowId, { says, asked }: Turn): Omit<Speech, "values"> => ({
  says: says.map((key) => ({ namespace: flow, key })),
  asked: asked === null ? null : { flow, asked },
});

/** Takes one way through a conversation on one kind of handset, and names everything that is wrong on it. */
export function takePath(flow: FlowId, path: Path, language: Language, to: Rendering): readonly string[] {
  const reader = readerOf(flow);
  const found: string[] = [];
  let turn = start(flowOf(flow), reader);
  for (const [question, value] of path) {
    const screen = look(flow, turn, language, to, found);
    if (turn.asked?.key !== question) return [...found, `${question} is not asked; ${turn.asked?.key} is`];
    turn = screen === null ? turn : advance(flowOf(flow), turn.session, replyTo(screen, value), reader);
    for (let pages = 0; turn.heard === "more" && pages < mostPages; pages += 1) {
      const page = look(flow, turn, language, to, found);
      turn = page === null ? turn : advance(flowOf(flow), turn.session, replyTo(page, value), reader);
    }
    if (turn.heard !== "understood") found.push(`${question}: ${value} is ${turn.heard}`);
  }
  look(flow, turn, language, to, found);
  if (turn.asked !== null) found.push(`does not end, but asks ${turn.asked.key}`);
  const meant = JSON.stringify(Object.fromEntries(path.toSorted()));
  const kept = JSON.stringify(
    Object.fromEntries(Object.entries(answersOf(flowOf(flow), turn.session)).toSorted()),
  );
  if (meant !== kept) found.push(`keeps ${kept} of ${meant}`);
  return found;
}

/** What must be read as a whole before a yes to it means anything: what is kept, what is posted. */
export const isRead = (flow: FlowId, key: string): boolean =>
  key === "consent" || (flow === "post-job" && key === "sure");

/** Whether a conversation speaks of jobs, which take room. */
export const isOfJobs = (flow: FlowId): boolean => ["job-alert", "introduce", "jobs"].includes(flow);

/** A screen as it was shown, and what is wrong on it. */
interface Seen {
  readonly screen: Shown;
  readonly flaws: readonly string[];
}
/** Most ways lead over the same screens: each is rendered once. */
const screens = new Map<string, Seen>();

function look(flow: FlowId, turn: Turn, language: Language, to: Rendering, found: string[]): Shown | null {
  if (turn.asked === null && turn.says.length === 0) return null;
  const at = JSON.stringify([to.name, language, flow, turn.says, turn.asked]);
  const seen = screens.get(at) ?? lookClosely(flow, turn, language, to);
  screens.set(at, seen);
  found.push(...seen.flaws);
  return seen.screen;
}

function lookClosely(flow: FlowId, turn: Turn, language: Language, to: Rendering): Seen {
  const screen = shown(speechOf(flow, turn), language, to);
  const name = [flow, ...turn.says, turn.asked?.key ?? "end"].join(" ");
  const shared = sharedLabels(flowOf(flow).questions[turn.asked?.key ?? ""]);
  // A page of skills or courses is long by itself.
  const isList = shared?.from === "achievements" || (turn.says.length > 0 && shared !== null);
  const budget = isRead(flow, turn.asked?.key ?? "")
    ? "consent"
    : isOfJobs(flow)
      ? "job"
      : isList
        ? "list"
        : "usual";
  const flaws = flawsOf(screen, language, to, budget).map((flaw) => `${name} ${flaw}`);
  return { screen, flaws };
}

/** How this is answered here: a tap where the handset shows one for it, the digits in front of it elsewhere, words for an open question. */
function replyTo({ prompt, parts }: Shown, value: Value): Reply {
  const options = prompt.question?.options ?? [];
  if (options.every(({ digit }) => digit === 0)) return typed(String(value));
  const wanted = typeof value === "object" ? value : [value];
  const taps = parts.flatMap(({ payload }) => choicesOf(payload)).map(({ id }) => readChoiceId(id));
  const tapped = taps.find((tap) => tap?.option === value);
  if (tapped != null) return { kind: "tap", question: tapped.question, option: tapped.option };
  const shownOptions = wanted.map((option) => options.find(({ id }) => readChoiceId(id)?.option === option));
  const digits = shownOptions.map((option) => option?.digit ?? moreDigit);
  return typed(digits.join(" "));
}
