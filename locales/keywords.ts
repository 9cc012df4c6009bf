import type { Command } from "../domain/command.ts";
import { foldText } from "../domain/fold-text.ts";
import { plainCommands } from "./keyword-table.ts";
import { texts } from "./texts.ts";

export interface Keywords {
  /** The command that a whole message is, in any language and spelling we know; null when it is none. */
  readonly readCommand: (text: string) => Command | null;
}

/** Longer than any command with its vowel signs; a longer text is none, and is not worth folding. */
const longestCommand = 100;

/** Telegram's way of writing a command: `/stop`, and in a group `/stop@OurBot`. */
const slashCommand = /^\/([\p{L}\d]+)(?:@\w+)?/u;

/** Punctuation between words: "Stop, please". */
const between = /[,.;:!?]+ ?/g;

/** Nothing but a question mark, or several: "??", "?!". */
const onlyAsking = /^[\p{P}\s]*\?[\p{P}\s]*$/u;

/** A word said over and over is that word: "STOP STOP STOP". */
const repeated = /^(\S+)(?: \1)+$/;

/**
 * Makes a reader of commands that knows all languages at once, as people write STOP in the language that comes to them.
 *
 * The whole message must be the command; a word inside a sentence is none.
 */
export function createKeywords(): Keywords {
  const commands = commandsByWords();
  // The longest first, so that none is taken for another with something behind it.
  const verifying = Object.values(texts)
    .flatMap(({ keywords }) => keywords.verify.map(foldText))
    .sort((one, other) => other.length - one.length);
  return {
    readCommand: (text) => {
      const message = text.trim();
      if (message.length > longestCommand) return null;
      const words = foldText(message.replace(slashCommand, "$1"));
      return commands.get(words) ?? commands.get(plain(words)) ?? readVerify(words, verifying);
    },
  };
}

/** What may stand behind VERIFY: a code, perhaps a PIN, and the words for them. */
const codeAndPin = /^(?=.*\d)(?:[\d\s\p{P}]|code|pin)+$/u;
/** As long as an answer to the question for the code may be. */
const longestCode = 60;

function readVerify(words: string, verifying: readonly string[]): Command | null {
  const verb = verifying.find((word) => words.startsWith(`${word} `) || words.startsWith(`${word}:`));
  const code = verb === undefined ? "" : words.slice(verb.length + 1).trim();
  return code.length <= longestCode && codeAndPin.test(code) ? { kind: "verify", code } : null;
}

const plain = (words: string): string =>
  onlyAsking.test(words) ? "?" : words.replace(between, " ").trim().replace(repeated, "$1");

function commandsByWords(): ReadonlyMap<string, Command> {
  const tables = Object.values(texts).map(({ keywords }) => keywords);
  const found = new Map<string, Command>([
    ["0", { kind: "back" }],
    ["00", { kind: "menu" }],
  ]);
  const learn = (words: readonly string[], command: Command) => {
    for (const word of words) found.set(foldText(word), command);
  };
  for (const table of tables) {
    for (const kind of plainCommands) learn(table[kind], { kind });
    learn(table.verify, { kind: "verify", code: null });
    learn([...table.stop, ...table.stopSoftly], { kind: "stop", topic: "all" });
  }
  for (const topic of ["jobs", "sharing"] as const) {
    const words = tables.flatMap(({ stopTopics }) => stopTopics[topic]);
    for (const stop of tables.flatMap((table) => table.stop))
      learn(
        words.map((word) => `${stop} ${word}`),
        { kind: "stop", topic },
      );
  }
  return found;
}
