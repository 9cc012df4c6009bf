import type { Store } from "../../prisma/store.ts";
import { erasedInbound, erasedPayload } from "../messages/erased-content.ts";
import { before, keptForMs } from "./retention-rules.ts";

// Each looks on the reading connection, which holds nobody up, and then changes those rows by their ids.

/** Empties what providers sent along and nobody reads, of messages that have been handled. */
export async function emptyUnreadFields(store: Store, now: Date, most: number): Promise<number> {
  const old = await store.read.inboundMessage.findMany({
    where: { receivedAt: { lte: before(now, keptForMs.unreadFields) }, ...handled, unread: { not: "{}" } },
    select: { id: true },
    take: most,
  });
  const where = { id: { in: old.map(({ id }) => id) } };
  if (old.length > 0)
    await store.write.once((tx) =>
      tx.inboundMessage.updateMany({ where, data: { unread: erasedInbound.unread } }),
    );
  return old.length;
}

/** Empties what people wrote and tapped, once it has been handled. */
export async function emptyOldMessages(store: Store, now: Date, most: number): Promise<number> {
  const old = await store.read.inboundMessage.findMany({
    where: {
      receivedAt: { lte: before(now, keptForMs.texts) },
      ...handled,
      OR: [{ text: { not: "" } }, { choice: { not: null } }],
    },
    select: { id: true },
    take: most,
  });
  const where = { id: { in: old.map(({ id }) => id) } };
  if (old.length > 0)
    await store.write.once((tx) => tx.inboundMessage.updateMany({ where, data: erasedInbound }));
  return old.length;
}

/** Empties what we wrote, except what is still on its way. */
export async function emptyOldParts(store: Store, now: Date, most: number): Promise<number> {
  const old = await store.read.messagePart.findMany({
    where: {
      payload: { not: erasedPayload },
      message: {
        queuedAt: { lte: before(now, keptForMs.texts) },
        status: { notIn: ["queued", "sending", "unknown"] },
      },
    },
    select: { messageId: true, n: true },
    take: most,
  });
  if (old.length > 0)
    await store.write.once((tx) =>
      tx.messagePart.updateMany({
        where: { messageId: { in: old.map(({ messageId }) => messageId) } },
        data: { payload: erasedPayload },
      }),
    );
  return old.length;
}

/** What waits for its turn is needed whole, however old. */
const handled = { state: { not: "new" } } as const;
