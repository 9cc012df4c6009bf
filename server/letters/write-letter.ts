import type { LetterContent } from "../../union/letters/letter-content.ts";
import type { WriteLetter } from "../../union/letters/send-letters.ts";
import { cardLines, workLabel } from "./card-lines.ts";
import { type EmployerWords, employerWords, type WordKey } from "./employer-words.ts";
import { type Block, htmlLetter, type LetterBody, plainLetter } from "./letter-body.ts";

/** Puts what an employer's letter is to say into her language, as text and as HTML, with the headers that go with it. */
export const writeLetter: WriteLetter = (content, language) => {
  const words = employerWords(language);
  const body = bodyOf(content, words);
  return {
    subject: subjectOf(content, words),
    text: plainLetter(body),
    html: htmlLetter(body),
    headers: headersOf(content),
  };
};

/** A machine wrote it, so no machine should answer (RFC 3834); a digest can be ended with one click (RFC 8058). */
function headersOf(content: LetterContent): Readonly<Record<string, string>> {
  const automatic = { "Auto-Submitted": "auto-generated" };
  if (content.kind !== "digest") return automatic;
  return {
    ...automatic,
    "List-Unsubscribe": `<${content.unsubscribeUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function subjectOf(content: LetterContent, words: EmployerWords): string {
  const values = aboutOf(content, words);
  if (content.kind === "digest") return words.count("digest.subject", content.cards.length, values);
  return words.say(subjectKeys[content.kind], { ...values, card: content.card });
}

const subjectKeys = {
  introduction: "introduction.subject",
  "not-available": "gone.subject",
  forget: "forget.subject",
} as const satisfies Readonly<Record<Exclude<LetterContent["kind"], "digest">, WordKey>>;

function bodyOf(content: LetterContent, words: EmployerWords): LetterBody {
  const { say, language } = words;
  const values = aboutOf(content, words);
  const letter = { language, footer: [say("footer")], unsubscribe: null };
  switch (content.kind) {
    case "digest":
      return {
        ...letter,
        heading: say("digest.heading", values),
        blocks: digestBlocks(content, words),
        unsubscribe: { label: say("digest.unsubscribe"), url: content.unsubscribeUrl },
      };
    case "introduction": {
      const { name, phone } = content.member;
      const blocks = [
        say("introduction.intro", { ...values, card: content.card }),
        ...(name === null ? [] : [say("introduction.name", { name })]),
        phone === null ? say("introduction.writes") : say("introduction.phone", { phone }),
      ];
      return { ...letter, heading: say("introduction.heading", values), blocks: blocks.map(text) };
    }
    case "not-available":
      return {
        ...letter,
        heading: say("gone.subject", { ...values, card: content.card }),
        blocks: [text(say("gone.intro", { ...values, card: content.card }))],
      };
    case "forget":
      return {
        ...letter,
        heading: say("forget.subject", { ...values, card: content.card }),
        blocks: [text(say("forget.intro", { ...values, card: content.card }))],
      };
  }
}

function digestBlocks(
  content: Extract<LetterContent, { readonly kind: "digest" }>,
  words: EmployerWords,
): readonly Block[] {
  const { say } = words;
  const [first] = content.cards;
  return [
    text(say("digest.funnel", { ...content.funnel })),
    text(say(content.isReminder ? "digest.reminder" : "digest.intro")),
    ...content.cards.map((view) => ({ kind: "card", card: cardLines(view, words) }) as const),
    { kind: "button", label: say("digest.decide"), url: content.pageUrl },
    ...(content.hasChat && first !== undefined ? [text(say("digest.reply", { card: first.code }))] : []),
  ];
}

const text = (line: string): Block => ({ kind: "text", text: line });

/** A subject is one line, whatever an employer called the place. */
const aboutOf = ({ livelihood, place, openingCode }: LetterContent, words: EmployerWords) => ({
  work: workLabel(`work.${livelihood}`, words),
  place: place.replaceAll(/\s+/g, " "),
  code: openingCode,
});
