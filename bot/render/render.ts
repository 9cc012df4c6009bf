import type { Capabilities } from "../../domain/capabilities.ts";
import { foldAccents } from "../../domain/fold-accents.ts";
import type { Payload } from "../../domain/payload.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import { asButtons, asKeyboard, asList } from "./interactive.ts";
import { numberedLines } from "./numbered-lines.ts";
import type { Prompt } from "./prompt.ts";
import { splitText } from "./split-text.ts";

/** One provider call's worth, and what it will be billed as. */
export interface RenderedPart {
  readonly payload: Payload;
  /** SMS segments; on other channels each message counts as one. */
  readonly segments: number;
}

/**
 * Turns a prompt into what a channel can show.
 *
 * Decided from the channel's capabilities and never from its name: buttons where there are few short options, a list
 * where there are more, a keyboard where it has one, and numbered lines everywhere else. Typed digits always work.
 */
export function render(
  prompt: Prompt,
  capabilities: Capabilities,
  language: string,
): readonly RenderedPart[] {
  const payloads = payloadsOf(prompt, capabilities);
  return payloads.map((payload) => {
    const shown = capabilities.foldsAccents
      ? { ...payload, text: foldAccents(payload.text, language) }
      : payload;
    return {
      payload: shown,
      segments: capabilities.unit === "segment" ? countSegments(shown.text).segments : 1,
    };
  });
}

function payloadsOf(prompt: Prompt, capabilities: Capabilities): readonly Payload[] {
  const { question } = prompt;
  const gap = capabilities.interactive === "none" ? "\n" : "\n\n";
  const plain = (paragraphs: readonly string[]): readonly Payload[] =>
    splitText(paragraphs.join(gap), capabilities.maxText).map((text) => ({ kind: "text", text }));
  if (question === null) return plain(prompt.says);
  if (question.options.length === 0 || !capabilities.canReply) return plain([...prompt.says, question.text]);
  if (capabilities.interactive === "none")
    return plain([...prompt.says, numberedLines(question.text, question.options)]);
  const whole = [...prompt.says, question.text].join(gap);
  const fits = whole.length <= capabilities.maxInteractiveText;
  const body = fits ? whole : question.text;
  const tappable =
    capabilities.interactive === "keyboard"
      ? asKeyboard(body, question.options, capabilities)
      : (asButtons(body, question.options, capabilities) ?? asList(body, question, capabilities));
  if (tappable === null) return plain([...prompt.says, numberedLines(question.text, question.options)]);
  return fits ? [tappable] : [...plain(prompt.says), tappable];
}
