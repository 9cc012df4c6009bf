/** The commands that are one word or a few, and carry nothing else. */
export const plainCommands = [
  "menu",
  "help",
  "start",
  "language",
  "me",
  "delete",
  "person",
  "employer",
  "papers",
  "share",
] as const;

/** The words of one language that are understood at any time, as people write them; they are folded when they are loaded. */
export interface KeywordTable extends Readonly<Record<(typeof plainCommands)[number], readonly string[]>> {
  /** Each of these also stops one topic when a word of `stopTopics` follows it. */
  readonly stop: readonly string[];
  /** What else people write who want no more messages. A carrier reads only the exact word, so nobody else will stop for these. */
  readonly stopSoftly: readonly string[];
  readonly stopTopics: { readonly jobs: readonly string[]; readonly sharing: readonly string[] };
  /** Each of these, alone or with a code behind it, asks whether a paper is good. */
  readonly verify: readonly string[];
  /** No command: by how a person greets us we guess her language. */
  readonly greetings: readonly string[];
}
