import { everyStep, type Flow, questionsOf } from "./flow.ts";
import type { Question } from "./question.ts";
import type { Steps } from "./step.ts";

/** The ids, questions and options must fit a button's id (64 bytes at Telegram), so they stay short and ASCII. */
const word = /^[A-Za-z][A-Za-z0-9-]{0,19}$/;
/** An option may be the number of an entry in a catalogue. */
const optionWord = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;

/** Names the mistakes in a flow that its types do not catch; an empty list is a sound flow. */
export function faults(flow: Flow): readonly string[] {
  return [
    ...orderFaults(flow.steps),
    ...unused(flow),
    ...namingFaults(flow),
    ...formerFaults(flow),
    ...questionsOf(flow).flatMap(([key, question]) => boundFaults(key, question)),
  ];
}

interface Seen {
  readonly asked: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  readonly ran: ReadonlySet<string>;
}

/** Follows the script top to bottom with what is certain to have been asked by then. */
function orderFaults(
  steps: Steps,
  before: Seen = { asked: new Set(), said: new Set(), ran: new Set() },
): string[] {
  const found: string[] = [];
  const asked = new Set(before.asked);
  const said = new Set(before.said);
  const ran = new Set(before.ran);
  steps.forEach((step, at) => {
    if (step.kind === "ask" && asked.has(step.key)) found.push(`asked twice: ${step.key}`);
    if (step.kind === "say" && said.has(step.key)) found.push(`said twice: ${step.key}`);
    if (step.kind === "run" && ran.has(step.action)) found.push(`run twice: ${step.action}`);
    if (step.kind === "when" && !asked.has(step.key))
      found.push(`decided on before it is asked: ${step.key}`);
    if (step.kind === "end" && at < steps.length - 1) found.push("steps after an end are never reached");
    if (step.kind === "when") found.push(...orderFaults(step.then, { asked, said, ran }));
    if (step.kind === "ask") asked.add(step.key);
    if (step.kind === "say") said.add(step.key);
    if (step.kind === "run") ran.add(step.action);
  });
  return found;
}

function unused(flow: Flow): string[] {
  const asked = new Set(
    [...everyStep(flow.steps)].flatMap((step) => (step.kind === "ask" ? [step.key] : [])),
  );
  return questionsOf(flow).flatMap(([key, { kind }]) =>
    // What a conversation is about is handed in, not asked.
    asked.has(key) === (kind === "subject")
      ? [`${kind === "subject" ? "asked" : "never asked"}: ${key}`]
      : [],
  );
}

/** What an option may not be called: the text of a question is `<question>.ask`, and these two are taps of their own. */
const taken: readonly string[] = ["ask", "back", "more"];

const optionsOf = (question: Question): readonly string[] =>
  question.kind === "choice" || question.kind === "several" ? question.options : [];

function namingFaults(flow: Flow): string[] {
  const options = Object.values(flow.questions).flatMap(optionsOf);
  const notWords = [
    ...[flow.id, ...Object.keys(flow.questions)].filter((name) => !word.test(name)),
    ...options.filter((option) => !optionWord.test(option)),
  ];
  return [
    ...notWords.map((name) => `not a short ASCII word: ${name}`),
    ...options.flatMap((option) => (taken.includes(option) ? [`no name for an option: ${option}`] : [])),
  ];
}

/** What makes a question impossible to answer, or its options impossible to tell apart. */
function boundFaults(key: string, question: Question): string[] {
  const options = optionsOf(question);
  const isListed = question.kind === "choice" || question.kind === "several";
  const isImpossible =
    (isListed && options.length === 0) ||
    ((question.kind === "text" || question.kind === "place") && question.maxChars < 1) ||
    (question.kind === "number" && question.least > question.most) ||
    (question.kind === "several" && (question.most < 1 || question.most > options.length));
  const twice = options.filter((option, at) => options.indexOf(option) !== at);
  return [
    ...(isImpossible ? [`cannot be answered: ${key}`] : []),
    ...twice.map((option) => `offered twice: ${key}.${option}`),
  ];
}

function formerFaults(flow: Flow): string[] {
  const names = Object.entries(flow.questions).flatMap(([key, question]) => [
    key,
    ...(question.formerly ?? []),
  ]);
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [`two questions share the name: ${name}`],
  );
}
