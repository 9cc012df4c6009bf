import type { ChannelKind } from "../../domain/address.ts";
import type { Language } from "../../domain/language.ts";
import { type Choice, choicesOf } from "../../domain/payload.ts";
import { type ChatCommand, commandHelp, readChatCommand } from "./chat-command.ts";
import type { ChatOptions } from "./chat-options.ts";
import { showMessage } from "./show-message.ts";
import type { TemporaryUnion } from "./temporary-union.ts";

/** A terminal, or a pipe. */
export interface Terminal {
  readonly lines: AsyncIterable<string>;
  /** Shows a line that was read. */
  echo(line: string): void;
  print(text: string): void;
}

/** How a stranger says hello: the language she writes in is the one she is answered in. */
const hello: Readonly<Record<Language, string>> = { en: "hello", ar: "مرحبا", fr: "bonjour" };

/** One handset: whose it is, what has been read on it, and what can be tapped on its last message. */
interface Handset {
  readonly channel: ChannelKind;
  readonly from: string;
  readonly cursor: string;
  readonly choices: readonly Choice[];
}

/** Says hello and then what is typed, one line after the other, until the lines end or `:quit`. */
export async function holdConversation(
  union: TemporaryUnion,
  { channel, from, language }: ChatOptions,
  terminal: Terminal,
): Promise<void> {
  terminal.print(
    `Migrant Union, seen from a phone (${channel}, ${from}). Nothing leaves this machine. :help`,
  );
  const greeting = { kind: "message", text: hello[language] } as const;
  terminal.print(`> ${greeting.text}`);
  let handset = await obey(union, { channel, from, cursor: "", choices: [] }, greeting, terminal);
  for await (const line of terminal.lines) {
    terminal.echo(line);
    const command = readChatCommand(line);
    if (command.kind === "quit") return;
    handset = await obey(union, handset, command, terminal);
  }
}

type Obeyed = Exclude<ChatCommand, { readonly kind: "quit" }>;

/** Does what a line says; gives back the handset as it is then. */
async function obey(
  union: TemporaryUnion,
  handset: Handset,
  command: Obeyed,
  terminal: Terminal,
): Promise<Handset> {
  switch (command.kind) {
    case "help":
      terminal.print(commandHelp);
      return handset;
    case "unknown":
      terminal.print(`  (${command.advice})`);
      return handset;
    case "as":
      terminal.print(`  (You are ${command.from} now. Say hello.)`);
      return (await showNews(union, { ...handset, from: command.from, cursor: "", choices: [] }, terminal))
        .handset;
    case "wait": {
      await union.pass(command.milliseconds);
      terminal.print(`  (It is ${whenOf(union.clock.now().toISOString())}.)`);
      return (await showNews(union, handset, terminal)).handset;
    }
    case "message":
      return say(union, handset, { text: command.text }, terminal);
    case "tap": {
      const choice = handset.choices.find(({ label }) => label === command.label);
      return say(
        union,
        handset,
        choice === undefined ? { text: command.label } : { choice: choice.id },
        terminal,
      );
    }
  }
}

async function say(
  union: TemporaryUnion,
  handset: Handset,
  said: { readonly text: string } | { readonly choice: string },
  terminal: Terminal,
): Promise<Handset> {
  const heard = await union.hear({ channel: handset.channel, from: handset.from, ...said });
  if (heard.kind === "message") {
    const news = await showNews(union, handset, terminal);
    if (news.shown === 0) terminal.print("  (No answer.)");
    return news.handset;
  }
  terminal.print(`  (Not sent: ${heard.faults.join("; ")})`);
  return handset;
}

/** Shows what has arrived since it was last looked at, and says how many messages that were. */
async function showNews(
  union: TemporaryUnion,
  handset: Handset,
  terminal: Terminal,
): Promise<{ readonly handset: Handset; readonly shown: number }> {
  const { channel, from } = handset;
  const { messages, cursor } = await union.arrived(channel, from, handset.cursor);
  const news = messages.filter(({ direction }) => direction === "out");
  for (const message of news) terminal.print(`${whenOf(message.at)}\n${showMessage(message, channel, from)}`);
  const last = news.at(-1);
  const choices = last === undefined ? handset.choices : last.payload === null ? [] : choicesOf(last.payload);
  return { handset: { ...handset, cursor, choices }, shown: news.length };
}

/** "Tue 24 Nov 09:12", by the machine's own clock. */
const whenOf = (at: string): string =>
  new Date(at).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
