import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Runtime } from "../runtime.ts";

/** Rings for messages that are on disk. An unheard ring is found by the sweep, so nobody waits for it. */
export const announce = (queued: readonly NewOutbound[], { doorbell }: Pick<Runtime, "doorbell">): void => {
  if (queued.length > 0)
    void doorbell.announceMessages(queued.map((message) => ({ ...message, attempt: 0 })));
};
