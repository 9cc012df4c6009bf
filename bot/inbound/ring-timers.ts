import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Scene, TurnWrite } from "../../prisma/rows/scene.ts";
import type { DueTimer } from "../../prisma/rows/timer.ts";
import { closeCases } from "../../union/cases/close-case.ts";
import { queueMessages } from "../outbound/queue-messages.ts";
import type { Runtime } from "../runtime.ts";
import { askOpenQuestion, type Ears } from "./lead.ts";
import { outboundOf } from "./reply-message.ts";
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
        const talk = ring(scene, timer, { locales: runtime.locales, now });
        writes.push(turnWrite(talk, null));
        const messageClass = timer.kind === "reminder" ? "reminder" : "reply";
        const topic = timer.kind === "reminder" ? "reminders" : "talk";
        const cause = {
          key: `timer:${timer.key}:${timer.turn}`,
          class: messageClass,
          requestId: `timer-${runtime.newId()}`,
        } as const;
        messages.push(...outboundOf(talk, runtime, cause).map((message) => ({ ...message, topic })));
      }
      if (writes.length > 0) await statements.saveTurns(tx, writes, now);
      const ids = new Set(await queueMessages(tx, messages, runtime));
      return { rung: timers.length, queued: messages.filter(({ id }) => ids.has(id)) };
    });
    void doorbell.announceMessages(queued.map((message) => ({ ...message, attempt: 0 })));
    return rung;
  };
}

/** The member took the talk back herself: there is nothing to return from. */
const isSettled = ({ lane }: Scene, { kind }: DueTimer): boolean =>
  kind === "case_return" && lane.owner !== "person";

/** What a timer says. Its turn moves on, so that an older timer of the same lane does nothing. */
function ring(scene: Scene, timer: DueTimer, ears: Ears): Talk {
  const talk = talkOf(scene);
  const moved: Talk = { ...talk, lane: { ...talk.lane, turn: talk.lane.turn + 1 } };
  if (timer.kind === "reminder") return askOpenQuestion(saying(moved, "reminder"), ears);
  const back: Talk = { ...saying(moved, "caseClosed"), lane: { ...moved.lane, owner: "bot" } };
  return talk.open.length > 0 ? askOpenQuestion(back, ears) : back;
}
