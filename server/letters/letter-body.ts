import { fileURLToPath } from "node:url";
import { Eta } from "eta";
import { directionOf, type Language } from "../../domain/language.ts";
import type { CardLines } from "./card-lines.ts";

/** A piece of a letter. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "card"; readonly card: CardLines }
  | { readonly kind: "button"; readonly label: string; readonly url: string };

/** A letter before it is text or HTML, so that both say the same. */
export interface LetterBody {
  readonly language: Language;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
  readonly unsubscribe: { readonly label: string; readonly url: string } | null;
}

const eta = new Eta({ views: fileURLToPath(new URL("templates", import.meta.url)), cache: true });

/** The letter as plain text, which is the master: nothing is missing from it. */
export function plainLetter({ heading, blocks, footer, unsubscribe }: LetterBody): string {
  const paragraphs = [
    heading,
    ...blocks.map(plainBlock),
    ["-- ", ...footer, ...(unsubscribe === null ? [] : [`${unsubscribe.label}:`, unsubscribe.url])].join(
      "\n",
    ),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "card":
      return [block.card.title, ...block.card.lines.map((line) => `  ${line}`)].join("\n");
    case "button":
      return `${block.label}:\n${block.url}`;
  }
}

/** The letter as a page of 600 pixels, by hand and with a table, as mail programs need it: no picture, no script, nothing loaded. */
export const htmlLetter = (body: LetterBody): string =>
  eta.render("./letter", { ...body, direction: directionOf(body.language) });
