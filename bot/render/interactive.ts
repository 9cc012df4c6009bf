import type { Capabilities } from "../../domain/capabilities.ts";
import type { Payload } from "../../domain/payload.ts";
import { numberedLines } from "./numbered-lines.ts";
import type { PromptOption, PromptQuestion } from "./prompt.ts";

/**
 * Reply buttons; null where there are too many options or a label is too long. "Back" stays a line of text, because
 * buttons are few, but under an open question it is the button.
 */
export function asButtons(
  text: string,
  options: readonly PromptOption[],
  capabilities: Capabilities,
): Payload | null {
  const answers = options.filter(({ digit }) => digit !== 0);
  const [buttons, lines] =
    answers.length === 0 ? [options, []] : [answers, options.filter(({ digit }) => digit === 0)];
  if (
    buttons.length > capabilities.maxButtons ||
    !fitting(buttons, capabilities.buttonChars, capabilities.choiceIdBytes)
  )
    return null;
  const body = lines.length === 0 ? text : numberedLines(`${text}\n`, lines);
  if (body.length > capabilities.maxInteractiveText) return null;
  return { kind: "buttons", text: body, buttons: buttons.map(({ id, label }) => ({ id, label })) };
}

/** A list of rows; where a label is too long for a row, the options stand numbered in the text and the rows are their digits. */
export function asList(text: string, question: PromptQuestion, capabilities: Capabilities): Payload | null {
  const { options, open } = question;
  if (options.length > capabilities.maxRows) return null;
  if (fitting(options, capabilities.rowChars, capabilities.choiceIdBytes)) {
    return { kind: "list", text, open, rows: options.map(({ id, label }) => ({ id, label })) };
  }
  const body = numberedLines(text, options);
  if (body.length > capabilities.maxInteractiveText) return null;
  return {
    kind: "list",
    text: body,
    open,
    rows: options.map(({ id, digit }) => ({ id, label: String(digit) })),
  };
}

/** Buttons under the text, one a row, or two where all labels are short. */
export function asKeyboard(
  text: string,
  options: readonly PromptOption[],
  capabilities: Capabilities,
): Payload | null {
  if (!fitting(options, capabilities.buttonChars, capabilities.choiceIdBytes)) return null;
  const aRow = options.every(({ label }) => [...label].length <= 12) ? 2 : 1;
  const rows = [];
  for (let at = 0; at < options.length; at += aRow) {
    rows.push(options.slice(at, at + aRow).map(({ id, label }) => ({ id, label })));
  }
  return { kind: "keyboard", text, rows };
}

const fitting = (options: readonly PromptOption[], chars: number, idBytes: number): boolean =>
  options.every(({ id, label }) => label.length <= chars && Buffer.byteLength(id) <= idBytes);
