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
  return {
    readCommand: (text) => {
      const message = text.trim();
      if (message.length > longestCommand) return null;
      const words = foldText(message.replace(slashCommand, "$1"));
      return commands.get(words) ?? commands.get(plain(words)) ?? null;
    },
  };
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
    learn([...table.stop, ...table.stopSoftly], { kind: "stop", topic: "all" });
  }
  const topics = tables.flatMap(({ stopTopics }) => stopTopics.jobs);
  for (const { stop } of tables) {
    for (const word of stop)
      learn(
        topics.map((topic) => `${word} ${topic}`),
        { kind: "stop", topic: "jobs" },
      );
  }
  return found;
}
