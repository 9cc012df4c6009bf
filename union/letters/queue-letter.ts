import { createHash } from "node:crypto";
import type { Language } from "../../domain/language.ts";
import type { Transaction } from "../../prisma/store.ts";

interface Order {
  /** The same letter has the same key, however often it is asked for. */
  readonly key: string;
  readonly kind: string;
  /** An e-mail address that was checked where it came in. */
  readonly recipient: string;
  readonly language: Language;
  readonly now: Date;
}

/** A letter whose words are there. */
export interface LetterOrder extends Order {
  readonly subject: string;
  /** The whole letter in plain text: the master, from which nothing is missing. */
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a letter can be about: its words are written only when it leaves, from what is true then. */
export const subjects = ["digest", "introduction", "not-available", "forget"] as const;
export type Subject = (typeof subjects)[number];

/** A letter about a digest, an introduction or, where a member is to be forgotten, her card. */
export interface LetterAbout extends Order {
  readonly kind: Subject;
  /** The id of the digest, introduction or card. */
  readonly about: string;
}

/** Asks for a letter to be sent, once for each key; gives back its id. The caller rings for the round "letters" after the commit. */
export async function queueLetter(
  tx: Transaction,
  { now, headers, ...letter }: LetterOrder,
): Promise<string> {
  return insertOnce(tx, { ...letter, headers: JSON.stringify(headers) }, now);
}

/** Asks for a letter that is written when it leaves, once for each key; gives back its id. */
export async function queueLetterAbout(tx: Transaction, { now, ...letter }: LetterAbout): Promise<string> {
  return insertOnce(tx, { ...letter, headers: "{}" }, now);
}

async function insertOnce(
  tx: Transaction,
  letter: Omit<Order, "now"> & { readonly headers: string },
  now: Date,
): Promise<string> {
  const id = letterId(letter.key);
  await tx.letter.upsert({
    where: { id },
    create: { ...letter, id, state: "queued", attempts: 0, createdAt: now, dueAt: now },
    update: {},
  });
  return id;
}

/** 32 hex digits that follow from the key, so that a repeat finds the letter, and its Message-ID, again. */
const letterId = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 32);
