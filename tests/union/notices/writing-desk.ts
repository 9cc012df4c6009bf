import { systemClock } from "../../../domain/clock.ts";
import { dayMs } from "../../../domain/moment.ts";
import { everyMember } from "../../../domain/notice-audience.ts";
import type { Store } from "../../../prisma/store.ts";
import { silentDoorbell } from "../../../queues/doorbell.ts";
import type { Means } from "../../../union/means.ts";
import type { NoticeDraft } from "../../../union/notices/notice-draft.ts";
import { saveDraft } from "../../../union/notices/save-draft.ts";
import { secretsFrom } from "../../../union/secrets.ts";

/** Noon in Turkey. */
export const noon = new Date("2026-11-24T09:00:00Z");

/** Means on a store of a test; `later` moves its clock. */
export function meansOn(store: Store): Means & { later(milliseconds: number): void } {
  let now = noon.getTime();
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return String(ids).padStart(32, "0");
  };
  return {
    store,
    clock: { now: () => new Date(now), monotonicMs: systemClock.monotonicMs },
    newId,
    randomInt: () => 0,
    secrets: secretsFrom("a secret key of the tests, long enough"),
    doorbell: silentDoorbell,
    publicUrl: "http://localhost:3000",
    later: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** A draft in English to every member, good for three days. */
export const aDraft = (over: Partial<NoticeDraft> = {}): NoticeDraft => ({
  title: "Course",
  texts: { en: "Free course on Monday at 9." },
  audience: everyMember,
  missing: "fallback",
  notAfter: noon.getTime() + 3 * dayMs,
  ...over,
});

/** Writes a draft by "writer"; gives back its id. */
export async function written(means: Means, over: Partial<NoticeDraft> = {}): Promise<string> {
  const saved = await saveDraft(means, { staffId: "writer", noticeId: null, draft: aDraft(over) });
  if (saved.kind !== "saved") throw new Error(`A draft was refused: ${JSON.stringify(saved)}.`);
  return saved.noticeId;
}
