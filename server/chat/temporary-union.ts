import { randomInt } from "node:crypto";
import { pino } from "pino";
import type { SimulatedInbound } from "../../bot/channels/simulator/parse-inbound.ts";
import { parseSimulatorInbound } from "../../bot/channels/simulator/parse-inbound.ts";
import { simulators } from "../../bot/channels/simulator/simulator.ts";
import { noCounts } from "../../bot/counts.ts";
import { handleMail } from "../../bot/inbound/handle-mail.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { sendQueued } from "../../bot/outbound/send-queued.ts";
import type { Runtime } from "../../bot/runtime.ts";
import { sweep } from "../../bot/sweep.ts";
import { describeFault } from "../../domain/describe-fault.ts";
import { hourMs, minuteMs } from "../../domain/moment.ts";
import { createLocales } from "../../locales/index.ts";
import { migrateDatabase } from "../../prisma/migrate-database.ts";
import { openStore } from "../../prisma/store.ts";
import type { OpenIssuer } from "../../union/credentials/open-issuer.ts";
import type { Secrets } from "../../union/secrets.ts";
import { fixedTimings } from "../config/config.ts";
import { listSimMessages } from "../sim/list-messages.ts";
import type { SimMessages } from "../sim/sim-message.ts";
import { directDoorbell } from "../workers/direct-doorbell.ts";
import type { MovableClock } from "./movable-clock.ts";
import { workInHand } from "./work-in-hand.ts";

/** The whole service in one small box: the real conversation on a database that is thrown away, without Redis or network. */
export interface TemporaryUnion {
  readonly clock: MovableClock;
  /** Takes in what a person did and settles when it has been answered; `faults` says why nobody could have sent it. */
  hear(posted: unknown): Promise<SimulatedInbound>;
  /** What has reached a handset since a cursor. */
  arrived(channel: string, address: string, after: string): Promise<SimMessages>;
  /** Lets time pass, an hour at a time, so that each thing happens when its hour has come. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface TemporaryUnionOptions {
  readonly databaseUrl: string;
  readonly clock: MovableClock;
  readonly newId: () => string;
  readonly secrets: Secrets;
  readonly issuer: OpenIssuer;
}

/** Opens a Union whose every function is the real one; only the doorbell, the clock and the phones are near at hand. */
export async function openTemporaryUnion(options: TemporaryUnionOptions): Promise<TemporaryUnion> {
  const { databaseUrl, clock, newId, secrets, issuer } = options;
  await migrateDatabase({ databaseUrl, clock, newId });
  const store = await openStore(databaseUrl);
  const work = workInHand();
  const log = pino({ level: "error", base: null }, pino.destination(process.stderr.fd));
  const runtime: Runtime = {
    store,
    statements: store.statements,
    doorbell: directDoorbell(
      () => handle,
      () => send,
      () => async () => 0,
      (fault) => log.error({ fault: describeFault(fault) }, "working failed; the sweep takes it up"),
    ),
    clock,
    newId,
    randomInt: (below) => randomInt(below),
    secrets,
    issuer,
    telegramName: null,
    publicUrl: issuer.publicUrl,
    log,
    locales: createLocales(),
    channels: new Map(simulators(newId).map((channel) => [channel.account, channel])),
    timings: { ...fixedTimings, leaseMs: minuteMs, lookUpAfterMs: minuteMs },
    counts: noCounts,
  };
  const handle = work.watch(handleMail(runtime));
  const send = work.watch(sendQueued(runtime));
  const receive = receiveInbound(runtime);
  const sweepOnce = sweep(runtime);

  return {
    clock,
    async hear(posted) {
      const parsed = parseSimulatorInbound(posted, newId);
      if (parsed.kind === "faults") return parsed;
      await receive([parsed.message], newId());
      await work.done();
      return parsed;
    },
    arrived: (channel, address, after) => listSimMessages(store, { channel, address, after }),
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= hourMs) {
        clock.forward(Math.min(left, hourMs));
        await sweepOnce();
        await work.done();
      }
    },
    close: async () => {
      await work.done();
      await store.close();
    },
  };
}
