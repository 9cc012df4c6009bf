import { dayMs, type Moment } from "../../domain/moment.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { markTold, tellLater } from "../../union/matching/answer-alert.ts";
import { type DueAlert, dueAlerts } from "../../union/matching/due-alerts.ts";
import { announce } from "../employers/announce.ts";
import { type Approach, reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { answeringMs, inTalk } from "./in-talk.ts";
import { queuedKeys } from "./queued-keys.ts";

/** Members told in one transaction: few, so that nobody's answer waits behind them. */
const together = 20;

/**
 * The round "alerts": tells the members whose turn it is, each of one opening, in the transaction that marks her as told.
 * Whoever is in the middle of a talk hears later. Gives back how many were told.
 */
export function tellAlerts(runtime: Runtime): () => Promise<number> {
  return async () => {
    for (let all = 0; ; ) {
      const { looked, told, queued } = await runtime.store.write.once((tx) => tellSome(tx, runtime));
      announce(queued, runtime);
      all += told;
      if (looked === 0) return all;
    }
  };
}

interface Told {
  /** How many could be told by the rules; 0: there is nobody left. */
  readonly looked: number;
  readonly told: number;
  readonly queued: readonly NewOutbound[];
}

async function tellSome(tx: Transaction, runtime: Runtime): Promise<Told> {
  const now = runtime.clock.now().getTime();
  const due = await dueAlerts(tx, now, together);
  const busy = await inTalk(
    tx,
    due.map(({ addressId }) => addressId),
    now,
  );
  const ready = due.filter(({ addressId }) => !busy.has(addressId));
  const waiting = due.filter(({ addressId }) => busy.has(addressId));
  await tellLater(tx, idsOf(waiting), new Date(now + answeringMs));
  // Marked first: those who are told in the same moment count among those told.
  for (const { alertId } of ready) await markTold(tx, alertId, new Date(now));
  const queued = await reachOut(tx, await approachesTo(tx, ready, runtime), runtime);
  const there = await queuedKeys(tx, ready.map(keyOf));
  const missed = ready.filter((alert) => !there.has(keyOf(alert)));
  await tellLater(tx, idsOf(missed), laterThan(now));
  return { looked: due.length, told: ready.length - missed.length, queued };
}

const keyOf = ({ alertId }: DueAlert): string => `alert:${alertId}`;
const idsOf = (alerts: readonly DueAlert[]): readonly string[] => alerts.map(({ alertId }) => alertId);
/** What could not be sent now will not be sent in a second either. */
const laterThan = (now: Moment): Date => new Date(now + dayMs);

async function approachesTo(
  tx: Transaction,
  alerts: readonly DueAlert[],
  runtime: Runtime,
): Promise<readonly Approach[]> {
  const people = await tx.person.findMany({
    where: { id: { in: alerts.map(({ personId }) => personId) }, years: { gte: 1 } },
    select: { id: true, years: true },
  });
  const years = new Map(people.map((person) => [person.id, person.years]));
  return alerts.map((alert) => {
    const known = years.get(alert.personId) ?? null;
    return {
      addressId: alert.addressId,
      cause: {
        key: keyOf(alert),
        class: "alert",
        topic: "jobs",
        requestId: `alert-${runtime.newId()}`,
      },
      begins: {
        flow: "job-alert",
        given: { alert: alert.alertId, ...(known === null ? {} : { years: known }) },
      },
    };
  });
}
