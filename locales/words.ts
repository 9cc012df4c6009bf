import { foldText } from "../domain/fold-text.ts";
import type { LanguagePack } from "./language-pack.ts";
import { texts } from "./texts.ts";

export interface Words {
  /** The labels of an option and what else people type for it, in all languages, folded; none for an option we do not know. */
  readonly optionWords: (flow: string, question: string, option: string) => readonly string[];
}

/** A label stands under `<question>.<option>`, with the channel behind it where its wording is that channel's. */
const label = /^([^._]+)\.([^._]+)(?:_[a-z]+)?$/;

/** Makes the dictionary of what people may type in place of an option's number. */
export function createWords(): Words {
  const words = new Map<string, ReadonlySet<string>>();
  const packs = Object.values(texts);
  for (const pack of packs) {
    for (const [flow, question, option, text] of labelsOf(pack)) {
      const name = `${flow}.${question}.${option}`;
      const synonyms = packs.flatMap((each) => [
        ...(each.synonyms[name] ?? []),
        ...(each.synonyms[`*.${option}`] ?? []),
      ]);
      words.set(name, new Set([...(words.get(name) ?? []), ...[text, ...synonyms].map(foldText)]));
    }
  }
  const lists = new Map([...words].map(([name, set]) => [name, [...set]]));
  return { optionWords: (flow, question, option) => lists.get(`${flow}.${question}.${option}`) ?? [] };
}

type Label = readonly [flow: string, question: string, option: string, text: string];

function labelsOf({ texts: namespaces }: LanguagePack): readonly Label[] {
  return Object.entries(namespaces).flatMap(([flow, keys]) =>
    Object.entries(keys).flatMap(([key, text]): Label[] => {
      const [, question, option] = label.exec(key) ?? [];
      return question === undefined || option === undefined || option === "ask"
        ? []
        : [[flow, question, option, text]];
    }),
  );
}
