import type { FlowId } from "../../flows/index.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { TurnWrite } from "../../prisma/rows/scene.ts";
import type { Transaction } from "../../prisma/store.ts";
import { begin, type Ears } from "../inbound/lead.ts";
import { type Answers, type Talk, talkOf, turnWrite, type Utterance } from "../inbound/talk.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import type { Runtime } from "../runtime.ts";
import { fillIn } from "../values/fill-in.ts";
import type { TextValues } from "../values/flow-values.ts";
import { type Cause, outboundOf } from "./outbound-of.ts";

/** What somebody is told, or asked, who did not just write. */
export interface Approach {
  readonly addressId: string;
  readonly cause: Cause;
  /** What is said, before the question where there is one. */
  readonly says?: readonly Utterance[];
  /** A conversation to begin, behind what is known already. */
  readonly begins?: { readonly flow: FlowId; readonly given: Answers };
  /** What placeholders stand for that the conversation itself does not find out. */
  readonly values?: TextValues;
}

/**
 * Says something to people, or begins conversations with them, each in the language and by the sender of her lane: in
 * the given transaction, and once for each key. What consent or quiet hours do not allow is left out or delayed.
 *
 * Gives back the messages that were queued, for the caller to announce once they are on disk.
 */
export async function reachOut(
  tx: Transaction,
  approaches: readonly Approach[],
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  const ears: Ears = { locales: runtime.locales, now: runtime.clock.now().getTime() };
  const queued: NewOutbound[] = [];
  for (const batch of oneEach(approaches)) queued.push(...(await reachEach(tx, batch, runtime, ears)));
  return queued;
}

async function reachEach(
  tx: Transaction,
  approaches: ReadonlyMap<string, Approach>,
  runtime: Runtime,
  ears: Ears,
): Promise<readonly NewOutbound[]> {
  const { statements } = runtime;
  const writes: TurnWrite[] = [];
  const messages: NewOutbound[] = [];
  for (const scene of await statements.loadScenes(tx, [...approaches.keys()])) {
    const approach = approaches.get(scene.lane.addressId);
    if (approach === undefined || scene.lane.state !== "open") continue;
    const talk = await fillIn(tx, approached(talkOf(scene), approach, ears), runtime);
    messages.push(...outboundOf(talk, runtime, approach.cause));
    writes.push(turnWrite(talk, null));
  }
  const ids = new Set(await queueMessages(tx, messages, runtime));
  const reached = new Set(messages.filter(({ id }) => ids.has(id)).map(({ addressId }) => addressId));
  // Nobody is asked in the database what she was not asked on her phone.
  const kept = writes.filter(({ addressId }) => reached.has(addressId));
  if (kept.length > 0) await statements.saveTurns(tx, kept, ears.now);
  return messages.filter(({ id, isHeld }) => ids.has(id) && isHeld !== true);
}

/** The talk with what is new in it. Its turn moves on, so that an older timer of the same lane does nothing. */
function approached(talk: Talk, { says = [], begins, values = {} }: Approach, ears: Ears): Talk {
  const moved: Talk = {
    ...talk,
    lane: { ...talk.lane, turn: talk.lane.turn + 1 },
    says,
    values,
  };
  return begins === undefined ? moved : begin(withoutMenu(moved), begins.flow, ears, begins.given);
}

/** A menu that was left open is nothing to come back to. */
const withoutMenu = (talk: Talk): Talk => ({
  ...talk,
  open: talk.open.filter(({ flow }) => flow !== "menu"),
  closed: talk.open.some(({ flow }) => flow === "menu") ? [...talk.closed, "menu"] : talk.closed,
});

/** Approaches in batches that hold no address twice, so that the second finds what the first left. */
function oneEach(approaches: readonly Approach[]): readonly ReadonlyMap<string, Approach>[] {
  const batches: Map<string, Approach>[] = [];
  for (const approach of approaches) {
    const free = batches.find((batch) => !batch.has(approach.addressId));
    if (free === undefined) batches.push(new Map([[approach.addressId, approach]]));
    else free.set(approach.addressId, approach);
  }
  return batches;
}
