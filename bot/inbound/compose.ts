import type { ChannelKind } from "../../domain/address.ts";
import { choiceId } from "../../domain/inbound-message.ts";
import type { Language } from "../../domain/language.ts";
import { hasPages, moreDigit, onPage } from "../../flows/engine/page.ts";
import { isHandedIn, sharedLabels } from "../../flows/engine/question.ts";
import { type Asked, shownName } from "../../flows/engine/session.ts";
import { type FlowId, flowOf } from "../../flows/index.ts";
import type { Locales } from "../../locales/index.ts";
import type { Namespace } from "../../locales/language-pack.ts";
import type { Prompt, PromptOption } from "../render/prompt.ts";
import type { Utterance } from "./talk.ts";

/** What a message is made of. */
export interface Speech {
  readonly says: readonly Utterance[];
  readonly asked: { readonly flow: FlowId; readonly asked: Asked } | null;
  /** What the texts' placeholders stand for. */
  readonly values: Readonly<Record<string, string>>;
}

/** Puts a speech into words: one message, in one language, in the channel's wording where it has its own. */
export function compose(
  speech: Speech,
  language: Language,
  channel: ChannelKind,
  locales: Pick<Locales, "text">,
): Prompt {
  const text = (namespace: Namespace, key: string): string =>
    locales.text(language, namespace, key, speech.values, channel);
  const says = speech.says.map(({ namespace, key }) => text(namespace, key));
  if (speech.asked === null) return { says, question: null };
  const { flow, asked } = speech.asked;
  const options = optionsOf(flow, asked, text);
  return {
    says,
    question: { text: asks(flow, asked, text), options, open: text("common", "choose") },
  };
}

function asks(flow: FlowId, asked: Asked, text: (namespace: Namespace, key: string) => string): string {
  const shared = sharedLabels(flowOf(flow).questions[asked.key]);
  return shared?.asks === undefined ? text(flow, `${asked.key}.ask`) : text(shared.from, shared.asks);
}

function optionsOf(
  flow: FlowId,
  asked: Asked,
  text: (namespace: Namespace, key: string) => string,
): readonly PromptOption[] {
  const shared = sharedLabels(flowOf(flow).questions[asked.key]);
  const label = (option: string): string =>
    shared === null ? text(flow, `${asked.key}.${option}`) : text(shared.from, `${shared.as}.${option}`);
  const id = (option: string): string => choiceId(flow, shownName(asked), option);
  const shown = onPage(asked).map((option, at) => ({
    id: id(option),
    label: asked.labels?.[asked.options.indexOf(option)] ?? label(option),
    digit: at + 1,
  }));
  const more = hasPages(asked.options)
    ? [{ id: id("more"), label: text("common", "more"), digit: moreDigit }]
    : [];
  const back = isFirstQuestion(flow, asked)
    ? []
    : [{ id: id("back"), label: text("common", "back"), digit: 0 }];
  return [...shown, ...more, ...back];
}

/** Behind the first question of a conversation there is nothing to go back to. */
const isFirstQuestion = (flow: FlowId, asked: Asked): boolean =>
  flowOf(flow)
    .steps.filter((step) => step.kind === "ask")
    .find(({ key }) => !isHandedIn(flowOf(flow).questions[key]))?.key === asked.key;
