import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";

/** How often an employer wants to hear of candidates. */
export const digestRhythms = ["day", "week", "off"] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** Keeps how often an employer wants to hear of candidates; to say the same again changes nothing. */
export async function setDigests(
  tx: Transaction,
  { employerId, every, now }: { employerId: string; every: DigestRhythm; now: Date },
): Promise<void> {
  const { count } = await tx.employer.updateMany({
    where: { id: employerId, digestEvery: { not: every } },
    data: { digestEvery: every },
  });
  if (count === 0) return;
  const actor = `employer:${employerId}` as const;
  await audit(tx, { actor, action: "digests.set", object: actor, detail: { every }, at: now });
}

/** From now on an employer is written to in this language, letters included. */
export const setEmployerLanguage = (
  tx: Transaction,
  employerId: string,
  language: string,
): Promise<unknown> => tx.employer.updateMany({ where: { id: employerId }, data: { language } });
