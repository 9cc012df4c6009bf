import type { Language } from "../../domain/language.ts";
import type { Question } from "../../flows/engine/question.ts";
import type { Step, Steps } from "../../flows/engine/step.ts";
import { type FlowId, flowOf, flows, isFlowId } from "../../flows/index.ts";
import type { CommonKey } from "../../locales/language-pack.ts";
import { texts } from "../../locales/texts.ts";
import { createTranslator } from "../../locales/translator.ts";

const { text } = createTranslator();

/** One message as an SMS carries it, by name. */
export interface Message {
  readonly name: string;
  readonly sms: string;
}

/** The most a person can put into a text; her words in place of a label are the longest it can be. */
export function worstValues(language: Language) {
  const wide = { en: "M", fr: "M", ar: "م" }[language].repeat(40);
  return {
    name: wide,
    place: wide,
    work: wide,
    number: "MU-123456-K",
    age: text(language, "join", "age.from50"),
    shared: text(language, "common", "yes"),
    alerts: text(language, "common", "yes"),
    language: text(language, "join", "language.fr", {}, "sms"),
  };
}

const inSms = (language: Language, id: FlowId, key: string): string =>
  text(language, id, key, worstValues(language), "sms");
const common = (language: Language, key: CommonKey): string =>
  text(language, "common", key, worstValues(language), "sms");

/** A question as the feature phone shows it: its options a line each, and the way back. */
function asked(language: Language, id: FlowId, key: string, question: Question): string {
  const options = "options" in question ? question.options : [];
  const lines = options.map((option, at) => `${at + 1} ${inSms(language, id, `${key}.${option}`)}`);
  return [inSms(language, id, `${key}.ask`), ...lines, `0 ${common(language, "back")}`].join("\n");
}

/** What is said before each question of a script, and what is said at its ends. */
function* spoken(
  steps: Steps,
  said: readonly string[] = [],
): Generator<{ readonly says: readonly string[]; readonly ask: string | null }> {
  let says = said;
  for (const step of steps satisfies readonly Step[]) {
    if (step.kind === "say") says = [...says, step.key];
    if (step.kind === "when") yield* spoken(step.then, says);
    if (step.kind === "ask") {
      yield { says, ask: step.key };
      says = [];
    }
    if (step.kind === "end") break;
  }
  if (says.length > 0) yield { says, ask: null };
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
    date: "date",
    several: "several",
  } as const;
  const always = ["misunderstood.person", "superseded", "reminder", "textOnly", "tooLong"] as const;
  const chosen = ["choice", "pick", "several"].includes(question.kind) ? (["ambiguous"] as const) : [];
  return [`misunderstood.${misunderstood[question.kind]}`, ...always, ...chosen];
};

/** Every message the conversations can send in a language, with the longest values. */
export function everyMessage(language: Language): readonly Message[] {
  const found: Message[] = [];
  for (const id of Object.keys(flows).filter(isFlowId)) {
    const flow = flowOf(id);
    for (const { says, ask } of spoken(flow.steps)) {
      const question = ask === null ? undefined : flow.questions[ask];
      const paragraphs = says.map((key) => inSms(language, id, key));
      if (ask !== null && question !== undefined) paragraphs.push(asked(language, id, ask, question));
      found.push({ name: [id, ...says, ask ?? "end"].join(" "), sms: paragraphs.join("\n") });
    }
    for (const [key, question] of Object.entries(flow.questions)) {
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
    for (const key of Object.keys(keys))
      found.push({ name: `common ${key}`, sms: String(Reflect.get(keys, key)) });
  }
  return found;
}
