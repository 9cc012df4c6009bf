import { describe, expect, test } from "vitest";
import { optionWordsOf } from "../../bot/inbound/option-words.ts";
import { foldText } from "../../domain/fold-text.ts";
import { languages } from "../../domain/language.ts";
import { questionsOf } from "../../flows/engine/flow.ts";
import { flowOf, flows, isFlowId } from "../../flows/index.ts";
import { texts } from "../../locales/texts.ts";
import { createWords } from "../../locales/words.ts";

const { optionWords: ofFlow } = createWords();
const optionWords = (id: string, key: string, option: string): readonly string[] =>
  isFlowId(id) ? optionWordsOf({ optionWords: ofFlow }, id)(key, option) : [];

/** Every option of every question: flow, question, its options. */
const questions = Object.keys(flows)
  .filter(isFlowId)
  .flatMap((id) =>
    questionsOf(flowOf(id)).flatMap(([key, question]) =>
      "options" in question ? [{ id, key, options: question.options }] : [],
    ),
  );

describe("what people may type for an option", () => {
  test("is its label in every language, whatever language they were written to in", () => {
    expect(optionWords("join", "work", "cooking")).toEqual(
      expect.arrayContaining(["cooking", "cuisine", foldText("الطبخ")]),
    );
    expect(optionWords("join", "language", "fr")).toEqual(
      expect.arrayContaining(["francais", "french", foldText("فرنسي")]),
    );
    expect(optionWords("my-details", "shared", "no")).toContain("only me");
  });

  test.each(questions)(
    "of $id $key is at least its label, and is never a word for another option",
    ({ id, key, options }) => {
      const owners = new Map<string, string>();
      const shared: string[] = [];
      for (const option of options) {
        const words = optionWords(id, key, option);
        expect(words.length, option).toBeGreaterThan(0);
        for (const word of words) {
          const owner = owners.get(word);
          if (owner !== undefined) shared.push(`${word}: ${owner} and ${option}`);
          owners.set(word, option);
        }
      }
      expect(shared).toEqual([]);
    },
  );

  test("has nothing in it that folding would change or empty, or that reads as a number", () => {
    for (const { id, key, options } of questions) {
      for (const word of options.flatMap((option) => optionWords(id, key, option))) {
        expect(foldText(word)).toBe(word);
        expect(word).toMatch(/\p{L}|\d[^\d]/u);
      }
    }
  });

  test("gives consent only in words that can mean nothing else: not by ok", () => {
    for (const word of ["ok", "okay", "start", "1", "d'accord"])
      expect(optionWords("join", "consent", "yes")).not.toContain(word);
  });

  test("is nothing for an option that does not exist", () => {
    expect(optionWords("join", "work", "banking")).toEqual([]);
    expect(optionWords("join", "name", "ask")).toEqual([]);
  });

  test("names only options that exist", () => {
    const names = new Set(
      questions.flatMap(({ id, key, options }) =>
        options.flatMap((option) => [`${id}.${key}.${option}`, `*.${option}`]),
      ),
    );
    for (const language of languages) {
      expect(
        Object.keys(texts[language].synonyms).filter((name) => !names.has(name)),
        language,
      ).toEqual([]);
    }
  });
});
