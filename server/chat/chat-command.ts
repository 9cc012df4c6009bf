import { dayMs, hourMs, minuteMs } from "../../domain/moment.ts";

/** What a typed line is: a message for the Union, or a word to the phone itself. */
export type ChatCommand =
  | { readonly kind: "message"; readonly text: string }
  /** A tap on the button or the row with this label. */
  | { readonly kind: "tap"; readonly label: string }
  | { readonly kind: "wait"; readonly milliseconds: number }
  | { readonly kind: "as"; readonly from: string }
  | { readonly kind: "help" }
  | { readonly kind: "quit" }
  | { readonly kind: "unknown"; readonly advice: string };

export const commandHelp = `Type what the person would type. Words to the phone begin with a colon:
  :wait 3d     let time pass (m minutes, h hours, d days): reminders arrive
  :as +number  go on as another person
  [Label]      tap a button, by what is written on it
  :help        this text
  :quit        put the phone away; everything is forgotten
Words the Union understands at any time: MENU, HELP, ME, LANG, PERSON, STOP, START, DELETE; 0 goes back.`;

const units: Readonly<Record<string, number>> = { m: minuteMs, h: hourMs, d: dayMs };
/** Every hour is lived through, so that a longer wait would only be a wait. */
const longestWaitMs = 60 * dayMs;

/** Reads a typed line. What begins with a colon is for the phone and never sent. */
export function readChatCommand(line: string): ChatCommand {
  const label = /^\[(.+)\]$/.exec(line.trim())?.[1];
  if (label !== undefined) return { kind: "tap", label: label.trim() };
  if (!line.startsWith(":")) return { kind: "message", text: line };
  const [word = "", ...rest] = line.slice(1).trim().split(/\s+/);
  const value = rest.join("");
  switch (word) {
    case "help":
      return { kind: "help" };
    case "quit":
    case "q":
      return { kind: "quit" };
    case "as":
      return value === ""
        ? { kind: "unknown", advice: "Say as whom, like :as +15550100199" }
        : { kind: "as", from: value };
    case "wait":
      return readWait(value);
    default:
      return { kind: "unknown", advice: "The phone does not know that word. Type :help" };
  }
}

function readWait(value: string): ChatCommand {
  const [, count = "", unit = ""] = /^(\d{1,6})([mhd])$/.exec(value) ?? [];
  const milliseconds = Number(count) * (units[unit] ?? 0);
  return milliseconds > 0 && milliseconds <= longestWaitMs
    ? { kind: "wait", milliseconds }
    : { kind: "unknown", advice: "Say how long, like :wait 30m, :wait 5h or :wait 3d (at most 60 days)" };
}
