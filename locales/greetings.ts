import { foldText } from "../domain/fold-text.ts";
import { type Language, languages } from "../domain/language.ts";
import { plainCommands } from "./keyword-table.ts";
import { texts } from "./texts.ts";

/** The folded words by which a language gives itself away: its greetings, and its commands unless another language has them too. */
export function greetings(): ReadonlyMap<string, Language> {
  const found = new Map<string, Language>();
  const shared = new Set<string>();
  for (const language of languages) {
    const { keywords } = texts[language];
    const commands = plainCommands.flatMap((kind) => keywords[kind]);
    for (const word of new Set([...keywords.greetings, ...keywords.stop, ...commands].map(foldText))) {
      if (found.has(word)) shared.add(word);
      found.set(word, language);
    }
  }
  for (const word of shared) found.delete(word);
  return found;
}
