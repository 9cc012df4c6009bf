import { advance, start, type Turn } from "../../../flows/engine/advance.ts";
import type { Flow } from "../../../flows/engine/flow.ts";
import type { Reader } from "../../../flows/engine/reply.ts";
import { readerWith } from "./reader-with.ts";

/** Every turn of a conversation with somebody who types these replies, the opening one first. */
export function talkThrough(
  flow: Flow,
  typed: readonly string[],
  reader: Reader = readerWith(),
): readonly Turn[] {
  let turn = start(flow, reader);
  return [turn, ...typed.map((text) => (turn = advance(flow, turn.session, { kind: "text", text }, reader)))];
}

/** The turn such a conversation has come to. */
export const lastTurn = (flow: Flow, typed: readonly string[], reader: Reader = readerWith()): Turn =>
  talkThrough(flow, typed, reader).at(-1) ?? start(flow, reader);
