import { type DigestWord, digestWord } from "./digest-words.ts";
import { foldText } from "./fold-text.ts";
import { readOpeningCode } from "./opening-code.ts";

/** A piece of an employer's reply that we understand, or one that we do not. */
export type DigestToken =
  | { readonly kind: "verdict"; readonly verdict: "yes" | "no" }
  | { readonly kind: Exclude<DigestWord, "yes" | "no" | "joining"> }
  /** A candidate's card in capitals: A1. */
  | { readonly kind: "card"; readonly card: string }
  | { readonly kind: "digit"; readonly digit: number }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "unknown"; readonly text: string };

const card = /^[a-z][1-9]\d?$/;
const cards = /^(?:[a-z][1-9]\d?){2,}$/;
/** "a1oui", "نعمa1": a word and a card that nothing parts. */
const cardThenWord = /^([a-z][1-9]\d?)([^\d]+)$/u;
const wordThenCard = /^([^\d]+?)([a-z][1-9]\d?)$/u;
/** Arabic writes "and" onto the next word, and has its own first letters for A and B. */
const arabicAnd = /^و(?=[a-zاب]\d)/u;
const arabicLetters: Readonly<Record<string, string>> = { ا: "a", ب: "b" };
const skinTone = /\p{Emoji_Modifier}/gu;
const signs = /(\p{Extended_Pictographic})/gu;
const between = /'*[\s,،;:=+&/|()[\]."!*_\-–—]+'*/u;

/** A card whose letter stands alone: "a 1". */
const partedCard = /(?<=^|[\s,;:=+&/|(.])([a-zاب])\s(?=\d)/gu;

/** Takes a reply apart. Small words that say nothing of their own are left out; a word that is not known is kept, to be told. */
export function digestTokens(text: string): readonly DigestToken[] {
  const folded = foldText(text).replace(skinTone, "").replace(partedCard, "$1");
  return folded
    .replace(signs, " $1 ")
    .split(between)
    .filter((word) => word !== "")
    .flatMap(tokensOf);
}

function tokensOf(typed: string): readonly DigestToken[] {
  const word = typed.replace(arabicAnd, "").replace(/^[اب](?=\d)|[اب](?=\d{1,2}$)/u, latinLetter);
  const known = digestWord(typed);
  if (known === "joining") return [];
  if (known === "yes" || known === "no") return [{ kind: "verdict", verdict: known }];
  if (known !== undefined) return [{ kind: known }];
  if (card.test(word)) return [{ kind: "card", card: word.toUpperCase() }];
  if (/^\d$/.test(word)) return [{ kind: "digit", digit: Number(word) }];
  const code = readOpeningCode(word);
  if (code !== null) return [{ kind: "code", code }];
  if (cards.test(word)) return (word.match(/[a-z]\d+/g) ?? []).flatMap(tokensOf);
  const [, first, second] = cardThenWord.exec(word) ?? wordThenCard.exec(word) ?? [];
  const parts = [first, second].flatMap((part) => (part === undefined ? [] : tokensOf(part)));
  return parts.length === 2 && parts.every(({ kind }) => kind !== "unknown")
    ? parts
    : [{ kind: "unknown", text: typed }];
}

const latinLetter = (letter: string): string => arabicLetters[letter] ?? letter;
