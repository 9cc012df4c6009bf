import type { ContentStore } from "../bot/channels/twilio/content.ts";
import type { Store } from "../prisma/store.ts";

/** Remembers which interactive contents were made at Twilio, across restarts and processes. */
export const contentStore = ({ read, write }: Store): ContentStore => ({
  get: async (key) => (await read.contentTemplate.findUnique({ where: { key } }))?.sid ?? null,
  put: (key, sid) =>
    write.once(async (tx) => {
      await tx.contentTemplate.upsert({
        where: { key },
        create: { key, sid, createdAt: new Date() },
        update: { sid },
      });
    }),
});
