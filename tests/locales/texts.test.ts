import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isCurrency } from "../../domain/currency.ts";
import { digestWord } from "../../domain/digest-words.ts";
import { foldText } from "../../domain/fold-text.ts";
import { languages } from "../../domain/language.ts";
import { everyStep } from "../../flows/engine/flow.ts";
import { sharedLabels } from "../../flows/engine/question.ts";
import { flows } from "../../flows/index.ts";
import { createKeywords } from "../../locales/keywords.ts";
import { texts } from "../../locales/texts.ts";
import { type Entry, english, everyText, faultsIn, textsIn } from "./every-text.ts";

const entry = (text: string, over: Partial<Entry> = {}): Entry => ({
  language: "ar",
  name: "planted",
  namespace: "join",
  base: "done",
  forms: [],
  text,
  ...over,
});

/** Each check is shown to find a planted fault before it is trusted with the real texts. */
function check(
  title: string,
  entries: readonly Entry[],
  planted: Entry,
  find: (entry: Entry) => string | null,
) {
  test(title, () => {
    expect(find(planted), "the check does not see a planted fault").not.toBeNull();
    expect(faultsIn(entries, find)).toEqual([]);
  });
}

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
const numbers = (text: string): readonly string[] => (text.match(/\d+/g) ?? []).toSorted();
const differs = (a: readonly string[], b: readonly string[]): string | null =>
  a.join() === b.join() ? null : `has ${a.join() || "none"}, English has ${b.join() || "none"}`;

const channels: readonly string[] = ["sms", "whatsapp", "telegram"];
const categories = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

const translated = everyText.filter(({ language }) => language !== "en");
const rightToLeft = textsIn("ar");
/** A language is always called by its own name. */
const isLanguageName = ({ base }: Entry): boolean => /^language\.(en|ar|fr)$/.test(base);

describe("every text", () => {
  check("is the same letters on every keyboard (NFC)", everyText, entry("e\u0301"), ({ text }) =>
    text === text.normalize("NFC") ? null : "is not NFC",
  );

  const ascii = /[\u00a0\u00ad\u2000-\u206f\u3000\ufeff«»…]/u;
  check(
    "has no typographic quote, dash, ellipsis or hidden space",
    everyText,
    entry("don’t"),
    ({ text }) => ascii.exec(text)?.[0] ?? null,
  );

  check("has no double, leading or trailing space", everyText, entry("one  two"), ({ text }) =>
    / {2}| \n|\n |^\s|\s$|^$/.test(text) ? "has a space too many, or nothing" : null,
  );

  check(
    "has no code of a web page and no emoji",
    everyText,
    entry("O&#39;Neil"),
    ({ text }) => /&#?\w+;|<\w|\p{Extended_Pictographic}/u.exec(text)?.[0] ?? null,
  );

  check(
    "writes digits as 0 to 9, as phones show menus",
    everyText,
    entry("١٨"),
    ({ text }) => /[^\P{Nd}0-9]/u.exec(text)?.[0] ?? null,
  );

  check(
    "that labels an option does not begin with a digit, which would run into the option's number",
    everyText,
    entry("50 up", { base: "age.from50" }),
    ({ base, text }) => (base.includes(".") && !base.endsWith(".ask") && /^\d/.test(text) ? text : null),
  );

  check(
    "says nothing in plural unless all plural forms of its language are there",
    everyText,
    entry("x", { base: "nowhere", forms: ["one"] }),
    ({ language, namespace, base, forms }) => {
      if (!forms.some((form) => categories(language).includes(form))) return null;
      const there = textsIn(language).filter((other) => other.namespace === namespace && other.base === base);
      const missing = categories(language).filter(
        (category) => !there.some((other) => other.forms.includes(category)),
      );
      return missing.length > 0 ? `lacks ${missing.join()}` : null;
    },
  );

  check(
    "has no ending that is neither a channel nor a plural form",
    everyText,
    entry("x", { forms: ["smss"] }),
    ({ language, forms }) =>
      forms.find((form) => !channels.includes(form) && !categories(language).includes(form)) ?? null,
  );

  const scripts = {
    en: /[^\p{Script=Latin}\p{Script=Common}]/u,
    fr: /[^\p{Script=Latin}\p{Script=Common}]/u,
    ar: /[^\p{Script=Arabic}\p{Script=Latin}\p{Script=Common}]/u,
  };
  check(
    "is written in the script of its language",
    everyText.filter((each) => !isLanguageName(each)),
    entry("Привет"),
    ({ language, text }) => scripts[language].exec(text)?.[0] ?? null,
  );
});

describe("every translation", () => {
  check("has the placeholders of the English text", translated, entry("شكرا {{nme}}"), (each) =>
    differs(placeholders(each.text), placeholders(english(each))),
  );

  check("has the numbers of the English text", translated, entry("21", { base: "age.under18" }), (each) =>
    differs(numbers(each.text), numbers(english(each))),
  );

  const same: readonly string[] = ["common/none", "menu/item.ask"];
  check("says something other than the English text", translated, entry(english(entry(""))), (each) =>
    each.text === english(each) && !same.includes(each.name) && !isLanguageName(each)
      ? "is the English text"
      : null,
  );

  const { readCommand } = createKeywords();
  /** A command, or a word with which employers answer digests. */
  const isWord = (word: string): boolean =>
    readCommand(word) !== null || digestWord(foldText(word)) !== undefined;
  const kindsNamed = (words: readonly string[]): readonly string[] =>
    [...new Set(words.flatMap((word) => readCommand(word)?.kind ?? []))].sort();
  const capitals = (text: string): readonly string[] => text.match(/\b\p{Lu}{2,}\b/gu) ?? [];
  const afterSend = (text: string): readonly string[] =>
    [...text.matchAll(/أرسل: (\S+?)(?=[.،\n]|$)/gu)].map(([, word]) => word ?? "");

  test("in French names the commands that the English text names", () => {
    const find = (each: Entry) =>
      differs(kindsNamed(capitals(each.text)), kindsNamed(capitals(english(each))));
    expect(find(entry("Écrivez MENNU", { base: "done" }))).not.toBeNull();
    expect(faultsIn(textsIn("fr"), find)).toEqual([]);
  });

  test("in French writes no word in capitals that is not read as a command", () => {
    const words = textsIn("fr").flatMap(({ text }) => capitals(text));
    expect(words.filter((word) => !isWord(word) && word !== "MU" && !isCurrency(word))).toEqual([]);
  });

  test("in Arabic names every command that the English text names, in a word that is read as it", () => {
    const find = (each: Entry) => {
      const named = kindsNamed(each.text.split(/[\s.:،]+/u));
      const missing = kindsNamed(capitals(english(each))).filter((kind) => !named.includes(kind));
      return missing.length > 0 ? `does not name ${missing.join()}` : null;
    };
    expect(find(entry("للقائمة أرسل: قائمات", { base: "done" }))).not.toBeNull();
    expect(faultsIn(rightToLeft, find)).toEqual([]);
  });

  test("in Arabic asks to send nothing that is not read as a command", () => {
    const words = rightToLeft.flatMap(({ text }) => afterSend(text));
    expect(words.length).toBeGreaterThan(8);
    expect(words.filter((word) => !isWord(word))).toEqual([]);
  });
});

describe("every Arabic text reads from the right", () => {
  const lines = rightToLeft
    .filter((each) => !isLanguageName(each))
    .flatMap((each) => each.text.split("\n").map((text) => ({ ...each, text })));

  /** What fills a line by itself: a code or a link has no neighbour to change places with, the others are whole lines of Arabic. */
  const ownLine = /^\{\{(?:code|link|page|papers|reason)\}\}$/;
  check(
    "no line begins with a Latin letter or a name, which would turn it round",
    lines,
    entry("{{name}} شكرا"),
    ({ text }) =>
      /^[^\p{Script=Arabic}]*(?:\p{Script=Latin}|\{\{)/u.test(text) && !ownLine.test(text) ? text : null,
  );
  check("no digit carries a dot or bracket", lines, entry("1) نعم"), ({ text }) =>
    /\d[.)\]]|[([]\d|[()[\]]/.test(text) ? text : null,
  );
  check(
    "no phone number, date or link stands inside a line",
    lines,
    entry("اتصل +905550001122"),
    ({ text }) => (/\S\s+\+?\d{6,}|\d+[-/]\d+|\d:\d|https?:|www\./.test(text) ? text : null),
  );
  check(
    "no sign that steers direction is in it; not every old phone knows them",
    lines,
    entry("\u200fنعم"),
    ({ text }) => (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text) ? text : null),
  );
});

describe("the English texts are plain", () => {
  const longestSentence = 12;
  check(
    `no sentence is longer than ${longestSentence} words`,
    textsIn("en"),
    entry("a ".repeat(16)),
    ({ text }) => {
      const longest = Math.max(
        ...text.split(/[.?!\n]/).map((sentence) => sentence.split(/\s+/).filter(Boolean).length),
      );
      return longest > longestSentence ? `${longest} words` : null;
    },
  );
});

describe("the files", () => {
  test("hold no text that no conversation uses", () => {
    const used = new Set<string>();
    for (const [id, flow] of Object.entries(flows)) {
      for (const step of everyStep(flow.steps)) {
        if (step.kind === "say") used.add(`${id}/${step.key}`);
        if (step.kind === "run") for (const outcome of step.outcomes ?? []) used.add(`${id}/${outcome}`);
      }
      for (const [key, question] of Object.entries(flow.questions)) {
        if (sharedLabels(question)?.asks === undefined) used.add(`${id}/${key}.ask`);
        for (const option of "options" in question ? question.options : [])
          used.add(`${id}/${key}.${option}`);
      }
    }
    const unused = everyText.filter(
      ({ namespace, base }) =>
        !["common", "livelihoods", "achievements", "credentials"].includes(namespace) &&
        !used.has(`${namespace}/${base}`),
    );
    expect(unused.map(({ language, name }) => `${language}/${name}`)).toEqual([]);
    const common = new Set(Object.keys(texts.en.texts.common));
    expect(everyText.filter(({ namespace, base }) => namespace === "common" && !common.has(base))).toEqual(
      [],
    );
  });

  test("keep their keys sorted, so that two people's changes rarely meet", () => {
    for (const language of languages) {
      const folder = new URL(`../../locales/${language}/`, import.meta.url);
      for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
        const keys = Object.keys(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
        expect(keys, `${language}/${file}`).toEqual(keys.toSorted());
      }
    }
  });

  test("say of every language how far people have checked it", () => {
    const status = JSON.parse(
      readFileSync(new URL("../../locales/review-status.json", import.meta.url), "utf8"),
    );
    expect(Object.keys(status).toSorted()).toEqual([...languages].toSorted());
    expect(status.en).toBe("source");
    for (const language of languages.filter((each) => each !== "en")) {
      expect(["machine", "translated", "reviewed", "approved"]).toContain(status[language]);
    }
  });
});
