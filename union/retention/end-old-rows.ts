import type { Store } from "../../prisma/store.ts";
import { idleMs } from "../staff/session.ts";
import { linkLivesMs } from "../staff/sign-in-link.ts";
import { before, keptForMs } from "./retention-rules.ts";

// Each looks on the reading connection, which holds nobody up, and then ends those rows by their ids.

/** Removes letters that have left or were given up, with the address they went to. */
export async function endOldLetters(store: Store, now: Date, most: number): Promise<number> {
  const old = before(now, keptForMs.letters);
  const rows = await store.read.letter.findMany({
    where: { dueAt: null, OR: [{ sentAt: { lte: old } }, { sentAt: null, createdAt: { lte: old } }] },
    select: { id: true },
    take: most,
  });
  const where = { id: { in: rows.map(({ id }) => id) }, dueAt: null };
  if (rows.length > 0) await store.write.once((tx) => tx.letter.deleteMany({ where }));
  return rows.length;
}

/** Removes what was shown to employers of openings that are over. */
export async function endOldDigests(store: Store, now: Date, most: number): Promise<number> {
  const rows = await store.read.digest.findMany({
    where: { opening: { closedAt: { lte: before(now, keptForMs.digests) } } },
    select: { id: true },
    take: most,
  });
  const where = { id: { in: rows.map(({ id }) => id) } };
  if (rows.length > 0) await store.write.once((tx) => tx.digest.deleteMany({ where }));
  return rows.length;
}

/** Empties the words of notices that are over. Who wrote it, for whom it was and how many it reached stay. */
export async function emptyOldNotices(store: Store, now: Date, most: number): Promise<number> {
  const rows = await store.read.notice.findMany({
    where: {
      state: { in: ["done", "cancelled", "expired"] },
      // Nothing of it is sent after that moment, whatever became of it.
      notAfter: { lte: before(now, keptForMs.texts) },
      texts: { not: noTexts },
    },
    select: { id: true },
    take: most,
  });
  const where = { id: { in: rows.map(({ id }) => id) } };
  if (rows.length > 0)
    await store.write.once((tx) => tx.notice.updateMany({ where, data: { texts: noTexts } }));
  return rows.length;
}

const noTexts = "{}";

/** Removes links for signing in that are over; as long again as they lived, a browser is told so. */
export async function endOldSignInLinks(store: Store, now: Date, most: number): Promise<number> {
  const rows = await store.read.signInLink.findMany({
    where: { expiresAt: { lte: before(now, linkLivesMs) } },
    select: { id: true },
    take: most,
  });
  const where = { id: { in: rows.map(({ id }) => id) } };
  if (rows.length > 0) await store.write.once((tx) => tx.signInLink.deleteMany({ where }));
  return rows.length;
}

/** Removes sessions of staff whose time is over, or that nobody has used for too long. */
export async function endOldSessions(store: Store, now: Date, most: number): Promise<number> {
  const over = { OR: [{ expiresAt: { lte: now } }, { seenAt: { lte: before(now, idleMs) } }] };
  const rows = await store.read.staffSession.findMany({ where: over, select: { id: true }, take: most });
  // Whoever has clicked meanwhile is let be.
  const where = { id: { in: rows.map(({ id }) => id) }, ...over };
  if (rows.length > 0) await store.write.once((tx) => tx.staffSession.deleteMany({ where }));
  return rows.length;
}
