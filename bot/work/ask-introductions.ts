import { hourMs } from "../../domain/moment.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import {
  askLater,
  type DueIntroduction,
  dueIntroductions,
  markAsked,
} from "../../union/introductions/due-introductions.ts";
import { alertAddresses } from "../../union/matching/alert-address.ts";
import { announce } from "../employers/announce.ts";
import { type Approach, reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { answeringMs, inTalk } from "./in-talk.ts";
import { queuedKeys } from "./queued-keys.ts";

/** Members asked in one transaction: few, so that nobody's answer waits behind them. */
const together = 20;

/**
 * The round "introductions": asks members whether they may be introduced to the employers who want them, each in the
 * transaction that marks her as asked. Whoever is in the middle of a talk, or talks with a person, is asked later.
 * Gives back how many were asked.
 */
export function askIntroductions(runtime: Runtime): () => Promise<number> {
  return async () => {
    for (let all = 0; ; ) {
      const { looked, asked, queued } = await runtime.store.write.once((tx) => askSome(tx, runtime));
      announce(queued, runtime);
      all += asked;
      if (looked === 0) return all;
    }
  };
}

interface AskedSome {
  readonly looked: number;
  readonly asked: number;
  readonly queued: readonly NewOutbound[];
}

const keyOf = (introductionId: string): string => `introduction:${introductionId}`;

async function askSome(tx: Transaction, runtime: Runtime): Promise<AskedSome> {
  const now = runtime.clock.now();
  const due = await dueIntroductions(tx, now, together);
  const addresses = await alertAddresses(
    tx,
    due.map(({ personId }) => personId),
  );
  const addressIds = [...addresses.values()].map(({ addressId }) => addressId);
  const busy = await inTalk(tx, addressIds, now.getTime());
  const taken = new Set<string>();
  const approaches = due.flatMap(({ introductionId, personId }): Approach[] => {
    const address = addresses.get(personId);
    if (address === undefined || address.isWithPerson) return [];
    const { addressId } = address;
    // One question at a time: her answer shall be to this employer and no other.
    if (busy.has(addressId) || taken.has(addressId)) return [];
    taken.add(addressId);
    const key = keyOf(introductionId);
    return [
      {
        addressId,
        cause: { key, class: "alert", topic: "jobs", requestId: `introduction-${runtime.newId()}` },
        begins: { flow: "introduce", given: { introduction: introductionId } },
      },
    ];
  });
  const queued = await reachOut(tx, approaches, runtime);
  const there = await queuedKeys(
    tx,
    due.map(({ introductionId }) => keyOf(introductionId)),
  );
  const isAsked = ({ introductionId }: DueIntroduction): boolean => there.has(keyOf(introductionId));
  for (const { introductionId } of due.filter(isAsked)) await markAsked(tx, introductionId, now);
  for (const one of due.filter((each) => !isAsked(each))) {
    const address = addresses.get(one.personId);
    const soon = address !== undefined && !address.isWithPerson;
    await askLater(tx, one.introductionId, new Date(now.getTime() + (soon ? answeringMs : hourMs)));
  }
  return { looked: due.length, asked: due.filter(isAsked).length, queued };
}
