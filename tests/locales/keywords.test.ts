import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "../../domain/command.ts";
import { foldText } from "../../domain/fold-text.ts";
import { languages } from "../../domain/language.ts";
import { flows } from "../../flows/index.ts";
import { type KeywordTable, plainCommands } from "../../locales/keyword-table.ts";
import { createKeywords } from "../../locales/keywords.ts";
import { texts } from "../../locales/texts.ts";
import { createWords } from "../../locales/words.ts";

const { readCommand } = createKeywords();
const stopAll: Command = { kind: "stop", topic: "all" };
const stopJobs: Command = { kind: "stop", topic: "jobs" };
const stopSharing: Command = { kind: "stop", topic: "sharing" };

/** Every command word of a language, with what it must be read as. */
function commandsOf(table: KeywordTable): readonly (readonly [word: string, command: Command])[] {
  return [
    ...plainCommands.flatMap((kind) => table[kind].map((word) => [word, { kind }] as const)),
    ...[...table.stop, ...table.stopSoftly].map((word) => [word, stopAll] as const),
    ...table.stop.flatMap((stop) => [
      ...table.stopTopics.jobs.map((topic) => [`${stop} ${topic}`, stopJobs] as const),
      ...table.stopTopics.sharing.map((topic) => [`${stop} ${topic}`, stopSharing] as const),
    ]),
    ...table.verify.map((word) => [word, { kind: "verify", code: null }] as const),
  ];
}
const allCommands = languages.flatMap((language) => commandsOf(texts[language].keywords));

describe("a command", () => {
  test.each(languages)(
    "in %s is read as itself in small and capital letters, with a dot, with spaces around",
    (language) => {
      for (const [word, command] of commandsOf(texts[language].keywords)) {
        for (const typed of [
          word,
          word.toLowerCase(),
          word.toUpperCase(),
          `${word}.`,
          ` ${word} !!`,
          `"${word}"`,
          `\n${word}\n`,
        ]) {
          expect(readCommand(typed), typed).toEqual(command);
        }
      }
    },
  );

  test("means one thing in all languages", () => {
    const seen = new Map<string, Command>();
    for (const [word, command] of allCommands) {
      expect(seen.get(foldText(word)) ?? command, word).toEqual(command);
      seen.set(foldText(word), command);
    }
    expect(seen.size).toBeGreaterThan(500);
  });

  test("is never a greeting, and a greeting belongs to one language", () => {
    const greeted = languages.flatMap((language) => texts[language].keywords.greetings.map(foldText));
    expect(greeted.filter((word) => readCommand(word) !== null)).toEqual([]);
    expect(greeted.filter((word, at) => greeted.indexOf(word) !== at)).toEqual([]);
  });

  // From the providers' own lists: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out and
  // https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html
  test.each([
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
    "OPT-OUT",
    "REMOVE",
    "TD",
    "ARRET",
  ])("%s stops all messages, as it does at the carriers", (word) =>
    expect(readCommand(word)).toEqual(stopAll),
  );
  test.each(["START", "UNSTOP", "/start"])("%s brings messages back", (word) =>
    expect(readCommand(word)).toEqual({ kind: "start" }),
  );
  test.each(["YES", "yes", "ok", "1"])("%s brings nothing back: it is an answer", (word) =>
    expect(readCommand(word)).toBeNull(),
  );
  test.each(["HELP", "INFO", "?", "??", " ؟", "/help@UnionBot"])("%s asks for help", (word) =>
    expect(readCommand(word)).toEqual({ kind: "help" }),
  );
  test.each(["0", "٠", "۰", "০", "０", "0.", "0️⃣"])("%s goes back", (word) =>
    expect(readCommand(word)).toEqual({ kind: "back" }),
  );
  test.each(["00", "٠٠", "MENU", "/menu", "Menu!", "القائمة", "قَائِمَة"])("%s opens the menu", (word) =>
    expect(readCommand(word)).toEqual({ kind: "menu" }),
  );
  test.each([
    "stop please",
    "Stop, please!",
    "STOP STOP STOP",
    "stop now",
    "/stop",
    "إيقاف الرسائل",
    "أَوْقِفْ",
    "Arrêt",
    "arrête s'il te plaît",
  ])("%s stops all messages, although no carrier would read it", (words) =>
    expect(readCommand(words)).toEqual(stopAll),
  );
  test.each(["STOP JOBS", "stop: jobs", "/stop jobs", "ARRET OFFRES", "وقف الوظائف", "stop الوظائف"])(
    "%s stops job messages only",
    (words) => expect(readCommand(words)).toEqual(stopJobs),
  );
});

describe("VERIFY and a code", () => {
  test.each([
    ["VERIFY 1234-5678-9012", "1234-5678-9012"],
    ["verify: 1234 5678 9012 123456", "1234 5678 9012 123456"],
    ["/verify 123456789012", "123456789012"],
    ["Check 1234 5678 9012 PIN 123456", "1234 5678 9012 pin 123456"],
    ["vérifier 1234-5678-9012", "1234-5678-9012"],
    ["تحقق ١٢٣٤-٥٦٧٨-٩٠١٢", "1234-5678-9012"],
    ["تحقق من 123456789012", "123456789012"],
  ])("%s asks about it", (typed, code) => expect(readCommand(typed)).toEqual({ kind: "verify", code }));

  test.each(["check my papers", "verify me please", "check 2 things"])("%s is none", (typed) =>
    expect(readCommand(typed)).toBeNull(),
  );
});

describe("what is no command", () => {
  test.each([
    "I cannot stop thinking about home",
    "Aida Menuhin",
    "stop 2",
    "000",
    "10",
    "help is on the way",
    "أبدا",
    "Ana",
    "Moi",
    "personne",
  ])("%s", (text) => expect(readCommand(text)).toBeNull());

  test("neither a very long text nor a broken one is read as a command, or throws", () => {
    expect(readCommand("stop ".repeat(5000))).toBeNull();
    expect(readCommand("\ud800 \u0000")).toBeNull();
    expect(readCommand("")).toBeNull();
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => readCommand(text) === null || text.trim().length <= 100,
      ),
    );
  });

  test("no word for an option, in any language, is taken by a command that does something else", () => {
    /** Here the command does what the option would have done. */
    const sameThing: Readonly<Record<string, Command["kind"]>> = {
      "menu.item.details": "me",
      "menu.item.papers": "papers",
      "menu.item.language": "language",
      "menu.item.person": "person",
      "employer-menu.item.person": "person",
      "join.consent.person": "person",
    };
    const { optionWords } = createWords();
    const taken: string[] = [];
    for (const [id, flow] of Object.entries(flows)) {
      for (const [key, question] of Object.entries(flow.questions)) {
        for (const option of "options" in question ? question.options : []) {
          for (const word of optionWords(id, key, option)) {
            const command = readCommand(word);
            if (command !== null && command.kind !== sameThing[`${id}.${key}.${option}`])
              taken.push(`${id}.${key}.${option}: ${word}`);
          }
        }
      }
    }
    expect(taken).toEqual([]);
  });
});
