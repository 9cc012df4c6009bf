import fc from "fast-check";
import { expect } from "vitest";
import { acceptable } from "../../flows/engine/acceptable.ts";
import { advance } from "../../flows/engine/advance.ts";
import type { Flow } from "../../flows/engine/flow.ts";
import { onPage } from "../../flows/engine/page.ts";
import { revisionOf } from "../../flows/engine/question.ts";
import type { Reply } from "../../flows/engine/reply.ts";
import { type Session, shownName, type Value } from "../../flows/engine/session.ts";
import { answersOf, answerTo, currentKey } from "../../flows/engine/walk.ts";
import { sensibleReply } from "./any-reply.ts";
import { readerWith } from "./engine/reader-with.ts";

const jobs = Array.from({ length: 11 }, (_, at) => ({ id: `j${at}`, label: `Opening ${at}` }));
export const reader = readerWith({}, { jobs });

/** How a person answers what she sees: a digit of a list, a tap on a row of it, or words. */
export const anyAnswer = fc.record({ digit: fc.integer({ min: 1, max: 8 }), taps: fc.boolean() });
type Answer = typeof anyAnswer extends fc.Arbitrary<infer A> ? A : never;

interface Meant {
  readonly reply: Reply;
  readonly value: Value;
}

/** What she means who answers an open question sensibly, where that is kept otherwise than typed. */
const kept: Readonly<Record<string, Value>> = {
  number: 1,
  phone: "+9613123456",
  date: "2026-11-25",
  wage: "500 TRY month",
};

/** The reply of somebody who looks at her screen, and what she means by it. */
function meant(releases: readonly Flow[], { asked }: Session, { digit, taps }: Answer): Meant | null {
  if (asked === null) return null;
  const kind = releases.map((flow) => flow.questions[asked.key]?.kind).find((found) => found !== undefined);
  const typed = sensibleReply(asked, kind);
  if (asked.options.length === 0)
    return { reply: { kind: "text", text: typed }, value: kept[kind ?? ""] ?? typed };
  const shown = onPage(asked);
  const at = (digit - 1) % shown.length;
  const option = shown[at] ?? "";
  const reply: Reply = taps
    ? { kind: "tap", question: shownName(asked), option }
    : { kind: "text", text: String(at + 1) };
  return { reply, value: kind === "several" ? [option] : option };
}

/** What the person has answered that the new release still takes: none of it may be lost. */
const stillGood = (before: Flow, after: Flow, session: Session): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.keys(before.questions).flatMap((key) => {
      const given = answerTo(before, session.answers, key);
      const name = currentKey(after, key);
      const question = name === null ? undefined : after.questions[name];
      if (given === null || name === null || question === undefined) return [];
      return revisionOf(question) === given.rev && acceptable(question, given.value)
        ? [[name, given.value]]
        : [];
    }),
  );

/** Puts a release under a talk, lets the person answer what she saw, and goes on to the end. */
export function checkRelease(releases: readonly Flow[], after: Flow, session: Session, answer: Answer): void {
  const before = releases.at(-1) ?? after;
  const screen = meant(releases, session, answer);
  if (screen === null || session.asked === null) return;
  const good = stillGood(before, after, session);
  const turn = advance(after, session, screen.reply, reader);

  // Nothing is misread: what is new is the answer meant, under the name its question has now.
  const name = currentKey(after, session.asked.key);
  const question = name === null ? undefined : after.questions[name];
  const counts =
    question !== undefined &&
    revisionOf(question) === session.asked.rev &&
    acceptable(question, screen.value);
  const expected = counts && name !== null ? { ...good, [name]: screen.value } : good;
  const itself = Object.entries(answersOf(after, turn.session)).filter(([, value]) => value !== "none");
  expect(Object.fromEntries(itself)).toEqual(
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== "none")),
  );
  expect(turn.heard).toBe(counts ? "understood" : "superseded");

  // Nobody sticks, and nothing is said again.
  const said = [...session.said, ...turn.says];
  const ran = [...session.ran, ...turn.runs];
  let last = turn;
  for (let turns = 0; last.asked !== null; turns += 1) {
    expect(turns, "does not come to an end").toBeLessThanOrEqual(Object.keys(after.questions).length);
    const next = meant([after], last.session, { digit: 1, taps: false });
    last = advance(after, last.session, next?.reply ?? { kind: "text", text: "" }, reader);
    expect(last.heard).toBe("understood");
    said.push(...last.says);
    ran.push(...last.runs);
  }
  expect(said.filter((key, at) => said.indexOf(key) !== at)).toEqual([]);
  // Only an answer that had to be given anew is acted on again.
  const isAnew = Object.keys(session.answers).some(
    (key) => !Object.hasOwn(good, currentKey(after, key) ?? ""),
  );
  if (!isAnew) expect(ran.filter((action, at) => ran.indexOf(action) !== at)).toEqual([]);
}
