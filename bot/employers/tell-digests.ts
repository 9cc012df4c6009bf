import { isLanguage } from "../../domain/language.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { ChatDigest, PausedOpening } from "../../union/digests/chat-digest.ts";
import { digestsDue } from "../../union/digests/digests-due.ts";
import { reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { type Over, tellOpeningOver } from "../work/tell-opening-over.ts";
import { announce } from "./announce.ts";
import { digestSpeech } from "./digest-speech.ts";

/**
 * The round "digests": makes what is due and tells the employers who have a chat, each in the transaction that made it, so
 * that none is made without its text and none is told twice. Gives back how much was done.
 *
 * @param smallest  how many members must look the same on a card, for it to be shown
 */
export async function tellDigests(runtime: Runtime, smallest?: number): Promise<number> {
  const queued: NewOutbound[] = [];
  const told = {
    digest: async (tx: Transaction, digest: ChatDigest) => {
      queued.push(...(await tellDigest(tx, digest, runtime)));
    },
    paused: async (tx: Transaction, opening: PausedOpening) => {
      queued.push(...(await tellPaused(tx, opening, runtime)));
      queued.push(...(await tellOpeningOver(tx, restingFor(opening), runtime)));
    },
  };
  try {
    const { digests, paused } = await digestsDue(runtime, told, smallest);
    return digests.length + paused.length;
  } finally {
    announce(queued, runtime);
  }
}

/** The members who wait for an employer's word that does not come. */
const restingFor = ({
  openingId,
  openingCode: code,
  livelihood,
  personIds,
}: PausedOpening): readonly Over[] =>
  personIds.map((personId) => ({ openingId, personId, code, livelihood, how: "paused" }));

async function tellDigest(
  tx: Transaction,
  digest: ChatDigest,
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  const { addressId, digestId } = digest;
  if (addressId === null) return [];
  const address = await tx.address.findUniqueOrThrow({
    where: { id: addressId },
    select: { channel: true, lane: { select: { language: true } } },
  });
  // As the rest of the message will be.
  const spoken = address.lane?.language ?? digest.language;
  const language = isLanguage(spoken) ? spoken : digest.language;
  const channel = address.channel === "whatsapp" || address.channel === "telegram" ? address.channel : "sms";
  const approach = {
    addressId,
    cause: unasked(`digest:${digestId}`),
    ...digestSpeech(digest, language, channel, runtime.locales),
  };
  return reachOut(tx, [approach], runtime);
}

async function tellPaused(
  tx: Transaction,
  { addressId, openingId, openingCode }: PausedOpening,
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  if (addressId === null) return [];
  const at = runtime.clock.now().getTime();
  const approach = {
    addressId,
    cause: unasked(`opening-paused:${openingId}:${at}`),
    says: [{ namespace: "common", key: "employer.openingPaused" }] as const,
    values: { jobCode: openingCode },
  };
  return reachOut(tx, [approach], runtime);
}

/** By day, and only to those who allowed it. */
const unasked = (key: string) => ({ key, class: "alert", topic: "digests", requestId: key }) as const;
