import { z } from "zod";
import { isLanguage, type Language } from "../../domain/language.ts";
import { hourMs, minuteMs } from "../../domain/moment.ts";
import type { Letter } from "../../prisma/client/client.ts";
import type { Transaction } from "../../prisma/store.ts";
import { usualCrowd } from "../digests/crowd.ts";
import type { Means } from "../means.ts";
import { type LetterContent, letterContent } from "./letter-content.ts";
import { type LetterAbout, subjects } from "./queue-letter.ts";
import type { HandedOver, Transport, WrittenLetter } from "./transport.ts";

/** How long a letter may be on its way to the server before it counts as not sent: longer than any of our timeouts. */
const leaseMs = 10 * minuteMs;
/** How long to wait after each failed try; after the last it is given up. */
const backoffMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs];
const atOnce = 50;

const storedHeaders = z.record(z.string(), z.string());

/** Puts what a letter is to say into words. */
export type WriteLetter = (content: LetterContent, language: Language) => WrittenLetter;

export interface Sending {
  readonly transport: Transport;
  readonly write: WriteLetter;
  /** How many members must look the same on a card. */
  readonly smallest?: number;
}

type RoundMeans = Pick<Means, "store" | "clock" | "secrets" | "publicUrl">;

/**
 * The round "letters": sends what is due, the oldest first; gives back how many letters it tried. Each is claimed before
 * it is handed over, so two rounds never send the same; one that was claimed and never settled is tried again later, with
 * the Message-ID it had.
 */
export async function sendLetters(means: RoundMeans, sending: Sending): Promise<number> {
  const { store, clock } = means;
  const due = await store.read.letter.findMany({
    where: { dueAt: { lte: clock.now() } },
    select: { id: true },
    orderBy: { dueAt: "asc" },
    take: atOnce,
  });
  for (const { id } of due) await sendLetter(means, sending, id);
  return due.length;
}

async function sendLetter(means: RoundMeans, sending: Sending, id: string): Promise<void> {
  const { store, clock } = means;
  const letter = await store.write.once((tx) => claim(tx, id, clock.now()));
  if (letter === null) return;
  const words = await wordsOf(means, sending, letter);
  if (words === null) return settle(means, letter, { state: "dropped", reason: "nothing_left_to_say" });
  const { recipient, language } = letter;
  const outcome = await sending.transport.send({ id, recipient, language, ...words });
  await settle(means, letter, settlement(outcome, words, letter.attempts, clock.now()));
}

/** Takes a letter that is due, for this try alone; null where another round has it. */
async function claim(tx: Transaction, id: string, now: Date): Promise<Letter | null> {
  const { count } = await tx.letter.updateMany({
    where: { id, dueAt: { lte: now } },
    data: { state: "sending", attempts: { increment: 1 }, dueAt: new Date(now.getTime() + leaseMs) },
  });
  return count === 0 ? null : tx.letter.findUnique({ where: { id } });
}

/** The words it came with, or those for what it is about as that stands now; null where there is nothing left to say. */
async function wordsOf(
  means: RoundMeans,
  { write, smallest = usualCrowd }: Sending,
  letter: Letter,
): Promise<WrittenLetter | null> {
  const { subject, text, html, headers, language } = letter;
  const about = aboutOf(letter);
  if (about === null)
    return subject === null || text === null || html === null
      ? null
      : { subject, text, html, headers: storedHeaders.parse(JSON.parse(headers)) };
  const content = await letterContent(means.store.read, means, about, { now: means.clock.now(), smallest });
  return content === null ? null : write(content, isLanguage(language) ? language : "en");
}

function aboutOf({ kind, about }: Letter): Pick<LetterAbout, "kind" | "about"> | null {
  const subject = subjects.find((one) => one === kind);
  return subject === undefined || about === null ? null : { kind: subject, about };
}

type Settlement = Partial<
  Pick<Letter, "state" | "reason" | "dueAt" | "sentAt" | "subject" | "text" | "html" | "headers">
>;

/** Words are kept only where somebody reads them here, or where they are needed for another try. */
function settlement(outcome: HandedOver, words: WrittenLetter, attempts: number, now: Date): Settlement {
  const emptied = { text: null, html: null, headers: "{}" };
  switch (outcome.kind) {
    case "sent":
      return { state: "sent", sentAt: now, reason: null, ...emptied };
    case "kept":
      return { state: "kept", sentAt: now, ...words, headers: JSON.stringify(words.headers) };
    case "refused":
      return { state: "failed", reason: outcome.reason, ...emptied };
    case "unreachable": {
      const wait = backoffMs[attempts - 1];
      if (wait === undefined) return { state: "failed", reason: outcome.reason, ...emptied };
      return { state: "queued", reason: outcome.reason, dueAt: new Date(now.getTime() + wait) };
    }
  }
}

/** Only by the try that still has it: one that came too late must not overwrite what a later one found. */
async function settle({ store }: RoundMeans, { id, attempts }: Letter, settled: Settlement): Promise<void> {
  await store.write.once((tx) =>
    tx.letter.updateMany({
      where: { id, attempts, state: "sending" },
      data: { dueAt: null, ...settled },
    }),
  );
}
