import { dayMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import { queueLetterAbout } from "../letters/queue-letter.ts";
import type { Means } from "../means.ts";
import type { ChatDigest } from "./chat-digest.ts";
import { readFunnel } from "./digest-content.ts";
import { digestToken } from "./digest-link.ts";
import type { OpeningAtHand } from "./opening-at-hand.ts";

/** More than five are not compared but skimmed. */
const mostCards = 5;
/** As long as its page can be opened. */
const validMs = 14 * dayMs;

/**
 * Makes the next digest of an opening: keeps which cards it shows, counts them as shown, and asks for the letter. Null
 * where there is nothing to show, or where this very digest was made before.
 */
export async function makeDigest(
  tx: Transaction,
  { newId, secrets, publicUrl }: Pick<Means, "newId" | "secrets" | "publicUrl">,
  opening: OpeningAtHand,
  kind: "cards" | "reminder",
  now: Date,
): Promise<ChatDigest | null> {
  const { employerId, recipient, language } = opening;
  const waiting = kind === "cards" ? opening.fresh : opening.undecided;
  const cards = waiting.slice(0, mostCards);
  const [first] = cards;
  if (first === undefined) return null;
  const key = kind === "cards" ? `digest:${employerId}:${first.id}` : `reminder:${opening.silentSince}`;
  if ((await tx.digest.findUnique({ where: { key }, select: { id: true } })) !== null) return null;

  const id = newId();
  const expiresAt = new Date(now.getTime() + validMs);
  await tx.digest.create({
    data: { id, employerId, openingId: opening.id, kind, key, createdAt: now, expiresAt },
  });
  await tx.digestCard.createMany({ data: cards.map((card) => ({ digestId: id, cardId: card.id })) });
  await tx.card.updateMany({
    where: { id: { in: cards.map((card) => card.id) }, state: "new" },
    data: { state: "shown", shownAt: now },
  });
  const detail = { employer: employerId, opening: opening.id, kind, cards: cards.map((card) => card.id) };
  await audit(tx, { actor: "system", action: "digest.made", object: `digest:${id}`, detail, at: now });
  if (recipient !== null) {
    const letter = { key: `digest:${id}`, kind: "digest", about: id, recipient, language, now } as const;
    await queueLetterAbout(tx, letter);
  }
  return {
    digestId: id,
    kind,
    employerId,
    addressId: opening.addressId,
    language,
    openingId: opening.id,
    openingCode: opening.code,
    livelihood: opening.livelihood,
    place: opening.place,
    cards: cards.map(({ view }) => view),
    ...(await readFunnel(tx, opening.id)),
    more: opening.fresh.length - (kind === "cards" ? cards.length : 0),
    pageUrl: `${publicUrl}/d/${digestToken(secrets, "page", { id, createdAt: now })}`,
  };
}
