import { randomUUID } from "node:crypto";
import { parseSimulatorInbound } from "../../bot/channels/simulator/parse-inbound.ts";
import { simulators } from "../../bot/channels/simulator/simulator.ts";
import { noCounts } from "../../bot/counts.ts";
import { handleMail } from "../../bot/inbound/handle-mail.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { sendQueued } from "../../bot/outbound/send-queued.ts";
import { sweep } from "../../bot/sweep.ts";
import { describeFault } from "../../domain/describe-fault.ts";
import { dayMs } from "../../domain/moment.ts";
import { timeOrderedId } from "../../domain/time-ordered-id.ts";
import { migrateDatabase } from "../../prisma/migrate-database.ts";
import { openStore } from "../../prisma/store.ts";
import type { Round } from "../../queues/rounds.ts";
import type { MovableClock } from "../chat/movable-clock.ts";
import { workInHand } from "../chat/work-in-hand.ts";
import type { Service } from "../service.ts";
import { directDoorbell } from "../workers/direct-doorbell.ts";
import { everyRound } from "../workers/every-round.ts";
import { roundsOf } from "../workers/rounds.ts";

/** How much time passes at once before it is looked what is due. */
const stepMs = dayMs;

/**
 * The rounds that the invented past is made of. Letters are written, and lists signed, once the service runs: whatever is
 * due then is done as after any restart.
 */
const daily: readonly Round[] = ["matching", "alerts", "attestations", "digests", "notices", "expiry"];

/** What a handset of the simulator posts. */
export interface Posted {
  readonly channel: string;
  readonly from: string;
  readonly text?: string;
  readonly choice?: string;
}

/** The whole service on a database of its own, with a clock that is put forward: weeks are lived through in a second. */
export interface DemoUnion {
  readonly service: Service;
  /** Several people do something at the same time; settles when all of it has been answered. */
  hear(posted: readonly Posted[]): Promise<void>;
  /** Lets time pass, then does whatever is due. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the service once more beside itself: same keys, same rules, simulated phones, without Redis. */
export async function openDemoUnion(
  outer: Service,
  databaseUrl: string,
  clock: MovableClock,
): Promise<DemoUnion> {
  const newId = timeOrderedId(clock, randomUUID);
  await migrateDatabase({ databaseUrl, clock, newId: randomUUID });
  const store = await openStore(databaseUrl, "passing");
  const work = workInHand();
  const log = outer.log.child({ what: "demo" }, { level: "error" });
  const service: Service = {
    ...outer,
    ...{ store, statements: store.statements, clock, newId, log, counts: noCounts },
    doorbell: directDoorbell(
      () => handle,
      () => send,
      () => doRound,
      (fault) => log.error({ fault: describeFault(fault) }, "making the invented people's past failed"),
    ),
    channels: new Map(simulators(newId).map((channel) => [channel.account, channel])),
  };
  const handle = work.watch(handleMail(service));
  const send = work.watch(sendQueued(service));
  const doEvery = work.watch(roundsOf(service, everyRound(service)));
  const doRound = async (round: Round): Promise<number> => (daily.includes(round) ? doEvery(round) : 0);
  const receive = receiveInbound(service);
  const sweepOnce = sweep(service);

  return {
    service,
    async hear(posted) {
      const messages = posted.map((one) => {
        const parsed = parseSimulatorInbound(one, newId);
        if (parsed.kind === "faults") throw new Error(`An invented person: ${parsed.faults.join("; ")}`);
        return parsed.message;
      });
      await receive(messages, newId());
      await work.done();
    },
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= stepMs) {
        clock.forward(Math.min(left, stepMs));
        await sweepOnce();
        for (const round of daily) await doRound(round);
        await work.done();
      }
    },
    close: async () => {
      await work.done();
      await store.close();
    },
  };
}
