import type { Transaction } from "../../prisma/store.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import type { Runtime } from "../runtime.ts";
import { type ReadyTurn, type TurnOutcome, takeTurn } from "./take-turn.ts";

/** Takes one turn with an address and keeps it; settles when it is on disk. */
export type CommitTurn = (addressId: string) => Promise<TurnOutcome>;

/** Makes the function that commits turns: those that come in one moment share a transaction. */
export const commitTurn = (runtime: Runtime): CommitTurn =>
  runtime.store.write.of<string, TurnOutcome>((tx, addressIds) => commitTogether(tx, addressIds, runtime));

/**
 * One turn for each address, all in the given transaction: sessions, answers, the actions' effects, consent, timers and
 * the answers as `queued` messages are kept together or not at all.
 *
 * A fault in one conversation throws, so that nothing half-done is kept; the group commit then takes each turn alone.
 */
async function commitTogether(
  tx: Transaction,
  addressIds: readonly string[],
  runtime: Runtime,
): Promise<readonly TurnOutcome[]> {
  const { statements } = runtime;
  const turns = new Map<string, ReadyTurn>();
  for (const scene of await statements.loadScenes(tx, [...new Set(addressIds)])) {
    turns.set(scene.lane.addressId, await takeTurn(tx, scene, runtime));
  }
  const ready = [...turns.values()];
  const writes = ready.flatMap(({ write }) => (write === null ? [] : [write]));
  if (writes.length > 0) await statements.saveTurns(tx, writes, runtime.clock.now().getTime());
  await queueMessages(
    tx,
    ready.flatMap(({ outcome }) => (outcome.kind === "done" ? outcome.replies : [])),
    runtime,
  );
  // An address that stands twice in the batch took one turn; whoever asked first comes back for the next.
  return addressIds.map(
    (addressId, at) =>
      (addressIds.indexOf(addressId) === at ? turns.get(addressId)?.outcome : undefined) ?? noMail,
  );
}

const noMail: TurnOutcome = { kind: "no_mail" };
