import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Scene, TurnWrite } from "../../prisma/rows/scene.ts";
import type { DueTimer } from "../../prisma/rows/timer.ts";
import { closeCases } from "../../union/cases/close-case.ts";
import { returned } from "../cases/end-case.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import { outboundOf } from "../reaching-out/outbound-of.ts";
import type { Runtime } from "../runtime.ts";
import { fillIn } from "../values/fill-in.ts";
import { askOpenQuestion, type Ears } from "./lead.ts";
import { saying, type Talk, talkOf, turnWrite } from "./talk.ts";

const mostAtOnce = 100;

/** Rings the timers that are due: reminders of open questions, and the bot's return after a talk with a person. Gives back how many. */
export function ringTimers(runtime: Runtime): () => Promise<number> {
  const { store, statements, clock, doorbell } = runtime;
  return async () => {
    const { rung, queued } = await store.write.once(async (tx) => {
      const now = clock.now().getTime();
      const timers = await statements.takeDueTimers(tx, now, mostAtOnce);
      const scenes = await statements.loadScenes(
        tx,
        timers.map(({ addressId }) => addressId),
      );
      const writes: TurnWrite[] = [];
      const messages: NewOutbound[] = [];
      for (const [at, scene] of scenes.entries()) {
        const timer = timers[at];
        if (timer === undefined || isSettled(scene, timer)) continue;
        if (timer.kind === "case_return") await closeCases(tx, timer.addressId, "time", new Date(now));
        const talk = await fillIn(tx, ring(scene, timer, { locales: runtime.locales, now }), runtime);
        writes.push(turnWrite(talk, null));
        messages.push(
          ...outboundOf(talk, runtime, {
            key: `timer:${timer.key}:${timer.turn}`,
            ...(timer.kind === "reminder" ? reminders : answers),
            requestId: `timer-${runtime.newId()}`,
          }),
        );
      }
      if (writes.length > 0) await statements.saveTurns(tx, writes, now);
      const ids = new Set(await queueMessages(tx, messages, runtime));
      return {
        rung: timers.length,
        queued: messages.filter(({ id, isHeld }) => ids.has(id) && isHeld !== true),
      };
    });
    void doorbell.announceMessages(queued.map((message) => ({ ...message, attempt: 0 })));
    return rung;
  };
}

const reminders = { class: "reminder", topic: "reminders" } as const;
const answers = { class: "reply", topic: "talk" } as const;

/** The member took the talk back herself: there is nothing to return from. */
const isSettled = ({ lane }: Scene, { kind }: DueTimer): boolean =>
  kind === "case_return" && lane.owner !== "person";

/** What a timer says. Its turn moves on, so that an older timer of the same lane does nothing. */
function ring(scene: Scene, timer: DueTimer, ears: Ears): Talk {
  const talk = talkOf(scene);
  if (timer.kind !== "reminder") return returned(talk, ears);
  const moved: Talk = { ...talk, lane: { ...talk.lane, turn: talk.lane.turn + 1 } };
  return askOpenQuestion(saying(moved, "reminder"), ears);
}
