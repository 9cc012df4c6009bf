import { dayMs, type Moment } from "../../domain/moment.ts";
import type { NewTimer } from "../../prisma/rows/timer.ts";
import type { Talk } from "./talk.ts";

/** How long an unanswered question waits before we remind once. */
const remindAfterMs = dayMs;

/** The reminder of a question that is left open: after a day (the outbox keeps it until morning if that is at night). Void as soon as the person writes again. */
export function reminderFor(talk: Talk, now: Moment): NewTimer | null {
  if (talk.asked === null || talk.asked.flow !== "join") return null;
  return {
    key: `reminder:${talk.lane.addressId}`,
    addressId: talk.lane.addressId,
    kind: "reminder",
    turn: talk.lane.turn,
    dueAt: now + remindAfterMs,
  };
}
