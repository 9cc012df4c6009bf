import { foldAccents } from "../../domain/fold-accents.ts";
import type { Language } from "../../domain/language.ts";
import { choicesOf, type Payload } from "../../domain/payload.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import type { Rendering, Shown } from "./renderings.ts";

/** How many SMS parts a message may take: the alphabets differ in how much one part holds. */
const budgets = {
  usual: { gsm7: 1, ucs2: 2 },
  /** Says all that is kept, and why, before anything is. */
  consent: { gsm7: 2, ucs2: 3 },
  /** All that is known of a job, or a job with something said before it; an alert alone is measured in the lengths. */
  job: { gsm7: 3, ucs2: 4 },
  /** Nine kinds of work, with something said before them. */
  list: { gsm7: 2, ucs2: 3 },
} as const;

/** Words by which a text asks for a reply; where there can be none, they would be cruel. */
const asksForReply = /\breply\b|\br[ée]pondez\b|أجب|رد برقم/iu;

/** What is wrong with a message as a person gets to see it, one sentence each. */
export function flawsOf(
  { prompt, parts }: Shown,
  language: Language,
  to: Rendering,
  budget: keyof typeof budgets = "usual",
): readonly string[] {
  const payloads = parts.map(({ payload }) => payload);
  const found = payloads.flatMap((payload) => flawsOfAny(payload, to));
  if (payloads.length !== 1) found.push(`comes in ${payloads.length} messages`);
  const isTappable = to.capabilities.interactive !== "none" && (prompt.question?.options.length ?? 0) > 0;
  if (isTappable && payloads.every((payload) => choicesOf(payload).length === 0))
    found.push("cannot be tapped");
  if (to.channel !== "sms") return found;
  const text = payloads.map(({ text }) => text).join("\n");
  const lines = text.split("\n");
  const { encoding, segments, units } = countSegments(text);
  if (segments > budgets[budget][encoding])
    found.push(`takes ${segments} parts of ${encoding} (${units} units)`);
  const options = prompt.question?.options ?? [];
  const numbered = options.map(({ digit, label }) => foldAccents(`${digit} ${label}`, language));
  if (to.capabilities.canReply) {
    const block = lines.slice(lines.length - numbered.length);
    if (encoding === "gsm7" && block.join("\n") !== numbered.join("\n"))
      found.push(`does not end with its options, a line each: ${block.join(" | ")}`);
    if (encoding === "ucs2" && block.length !== numbered.length) found.push("does not end with its options");
  } else {
    if (lines.some((line) => /^\d /.test(line))) found.push("shows options that nobody can choose");
    if (asksForReply.test(text)) found.push("asks for a reply that nobody can give");
  }
  return found;
}

function flawsOfAny(payload: Payload, { capabilities }: Rendering): string[] {
  const text = payload.text;
  const found: string[] = [];
  const taps = choicesOf(payload);
  const ids = taps.map(({ id }) => id);
  const labels = taps.map(({ label }) => label);
  if (text.trim() === "") found.push("says nothing");
  if (/\{\{|\}\}|undefined|\[object/.test(text + labels.join())) found.push("has a placeholder left");
  if (text.length > (taps.length > 0 ? capabilities.maxInteractiveText : capabilities.maxText))
    found.push(`is ${text.length} characters long`);
  if (ids.some((id) => Buffer.byteLength(id) > capabilities.choiceIdBytes)) found.push("has too long a tap");
  if (new Set(ids).size < ids.length || new Set(labels).size < labels.length)
    found.push("has two taps alike");
  const [most, chars] =
    payload.kind === "buttons"
      ? [capabilities.maxButtons, capabilities.buttonChars]
      : [payload.kind === "list" ? capabilities.maxRows : 100, capabilities.rowChars];
  if (taps.length > most) found.push(`has ${taps.length} ${payload.kind}`);
  if (labels.some((label) => label === "" || label.length > chars))
    found.push("has a label too long, or none");
  if (payload.kind === "list" && (payload.open === "" || payload.open.length > 20))
    found.push("has no label that opens the list, or too long a one");
  return found;
}
