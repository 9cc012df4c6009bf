import type { Language } from "../../domain/language.ts";
import { hasPages, moreDigit, onPage } from "../../flows/engine/page.ts";
import { type Question, sharedLabels } from "../../flows/engine/question.ts";
import type { Step, Steps } from "../../flows/engine/step.ts";
import { type FlowId, flowOf, flows, isFlowId } from "../../flows/index.ts";
import type { CommonKey } from "../../locales/language-pack.ts";
import { texts } from "../../locales/texts.ts";
import { createTranslator } from "../../locales/translator.ts";
import { worstValues } from "./worst-values.ts";

const { text } = createTranslator();

/** One message as an SMS carries it, by name. */
export interface Message {
  readonly name: string;
  readonly sms: string;
}

const inSms = (language: Language, id: FlowId, key: string): string =>
  text(language, id, key, worstValues(language), "sms");
const common = (language: Language, key: CommonKey): string =>
  text(language, "common", key, worstValues(language), "sms");

/** A question as the feature phone shows it: its options a line each, and the way back. */
function asked(language: Language, id: FlowId, key: string, question: Question): string {
  const options = "options" in question ? question.options : [];
  const shared = sharedLabels(question);
  const label = (option: string): string =>
    shared === null
      ? inSms(language, id, `${key}.${option}`)
      : text(language, shared.from, `${shared.as}.${option}`, {}, "sms");
  const asks =
    shared?.asks === undefined ? inSms(language, id, `${key}.ask`) : text(language, shared.from, shared.asks);
  const lines = onPage({ options, page: 0 }).map((option, at) => `${at + 1} ${label(option)}`);
  if (hasPages(options)) lines.push(`${moreDigit} ${common(language, "more")}`);
  const first = flowOf(id).steps.find((step) => step.kind === "ask");
  const back = first?.kind === "ask" && first.key === key ? [] : [`0 ${common(language, "back")}`];
  return [asks, ...lines, ...back].join("\n");
}

/** What is said before each question of a script, and what is said at its ends. */
function* spoken(
  steps: Steps,
  said: readonly (readonly string[])[] = [[]],
): Generator<{ readonly says: readonly string[]; readonly ask: string | null }> {
  // One list for each way things may have turned out.
  let ways = said;
  for (const step of steps satisfies readonly Step[]) {
    if (step.kind === "say") ways = ways.map((says) => [...says, step.key]);
    if (step.kind === "run" && step.outcomes !== undefined)
      ways = ways.flatMap((says) => (step.outcomes ?? []).map((outcome) => [...says, outcome]));
    if (step.kind === "when") yield* spoken(step.then, ways);
    if (step.kind === "ask") {
      for (const says of ways) yield { says, ask: step.key };
      ways = [[]];
    }
    if (step.kind === "end") break;
  }
  for (const says of ways) if (says.length > 0) yield { says, ask: null };
}

/** What may stand before any question when the conversation does not go straight on. */
const interruptions = (question: Question): readonly CommonKey[] => {
  const misunderstood = {
    choice: "choice",
    pick: "choice",
    text: "text",
    place: "place",
    number: "number",
    phone: "phone",
    email: "email",
    date: "date",
    several: "several",
    wage: "wage",
    subject: "text",
  } as const;
  const always = ["misunderstood.person", "superseded", "reminder", "textOnly", "tooLong"] as const;
  const chosen = ["choice", "pick", "several"].includes(question.kind) ? (["ambiguous"] as const) : [];
  return [`misunderstood.${misunderstood[question.kind]}`, ...always, ...chosen];
};

/** Every message the conversations can send in a language, with the longest values. */
export function everyMessage(language: Language, only?: readonly string[]): readonly Message[] {
  const found: Message[] = [];
  for (const id of Object.keys(flows)
    .filter(isFlowId)
    .filter((each) => only?.includes(each) ?? true)) {
    const flow = flowOf(id);
    for (const { says, ask } of spoken(flow.steps)) {
      const question = ask === null ? undefined : flow.questions[ask];
      const paragraphs = says.map((key) => inSms(language, id, key));
      if (ask !== null && question !== undefined) paragraphs.push(asked(language, id, ask, question));
      found.push({ name: [id, ...says, ask ?? "end"].join(" "), sms: paragraphs.join("\n") });
    }
    for (const [key, question] of Object.entries(flow.questions)) {
      if (question.kind === "subject") continue;
      for (const before of interruptions(question)) {
        found.push({
          name: `${before} + ${id} ${key}`,
          sms: `${common(language, before)}\n${asked(language, id, key, question)}`,
        });
      }
    }
  }
  for (const [namespace, keys] of Object.entries(texts[language].texts)) {
    if (namespace !== "common") continue;
    // What has a wording of its own for SMS is not sent as one.
    for (const key of Object.keys(keys).filter((each) => !Object.hasOwn(keys, `${each}_sms`)))
      found.push({ name: `common ${key}`, sms: String(Reflect.get(keys, key)) });
  }
  return found;
}
