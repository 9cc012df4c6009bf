import type { Speech } from "../../bot/inbound/compose.ts";
import { readChoiceId } from "../../domain/inbound-message.ts";
import type { Language } from "../../domain/language.ts";
import { advance, start, type Turn } from "../../flows/engine/advance.ts";
import type { Path } from "../../flows/engine/every-path.ts";
import { hasPages, moreDigit, onPage } from "../../flows/engine/page.ts";
import type { Reader, Reply } from "../../flows/engine/reply.ts";
import type { Asked, Value } from "../../flows/engine/session.ts";
import { answersOf } from "../../flows/engine/walk.ts";
import { type FlowId, flowOf } from "../../flows/index.ts";
import { flawsOf, tapsOf } from "./find-flaws.ts";
import { locales, type Rendering, type Shown, shown } from "./renderings.ts";

const readerOf = (flow: FlowId): Reader => ({
  words: (question, option) => locales.optionWords(flow, question, option),
  offered: () => [],
  country: null,
});

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
    for (const reply of repliesFor(turn.asked, value, screen)) {
      turn = advance(flowOf(flow), turn.session, reply, reader);
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

function look(flow: FlowId, turn: Turn, language: Language, to: Rendering, found: string[]): Shown | null {
  if (turn.asked === null && turn.says.length === 0) return null;
  const screen = shown(speechOf(flow, turn), language, to);
  const name = [flow, ...turn.says, turn.asked?.key ?? "end"].join(" ");
  const budget = turn.asked?.key === "consent" ? "consent" : "usual";
  found.push(...flawsOf(screen, language, to, budget).map((flaw) => `${name} ${flaw}`));
  return screen;
}

/** How this is answered here: a tap where the handset shows one for it, the digit in front of it elsewhere, words for an open question. */
function repliesFor(asked: Asked, value: Value, screen: Shown | null): readonly Reply[] {
  if (asked.options.length === 0) return [typed(String(value))];
  if (typeof value === "object") return [typed(value.map((option) => digitOf(asked, option)).join(" "))];
  const taps = screen?.parts.flatMap(({ payload }) => tapsOf(payload)) ?? [];
  const tapped = taps.map(({ id }) => readChoiceId(id)).find((tap) => tap?.option === value);
  if (tapped != null) return [{ kind: "tap", question: tapped.question, option: tapped.option }];
  const page = hasPages(asked.options)
    ? Math.floor(asked.options.indexOf(String(value)) / (moreDigit - 1))
    : 0;
  const turns = Array.from({ length: page }, () => typed(String(moreDigit)));
  return [...turns, typed(digitOf({ ...asked, page }, String(value)))];
}

const digitOf = (asked: Asked, option: string): string => String(onPage(asked).indexOf(option) + 1);
