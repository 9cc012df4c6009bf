import { foldText } from "../../domain/fold-text.ts";
import { dayMs, hourMs, type Moment } from "../../domain/moment.ts";
import { fallbackLanguage, livelihoodIdsOf, type NoticeAudience } from "../../domain/notice-audience.ts";
import { languagesOf } from "../../domain/notice-text.ts";
import { spellingsOf } from "../../domain/town.ts";
import type { AudienceQuestion } from "../../prisma/rows/notice.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Notice } from "./stored-notice.ts";

/** What decides who gets a notice, and in which words. */
export type Addressed = Pick<Notice, "audience" | "texts" | "missing">;

/**
 * Puts an audience as a question to the database. "Since" counts back from `asOf`, so that the same notice means the same
 * people however long it takes to go through them.
 */
export async function audienceQuestion(
  reader: Transaction,
  { audience, texts, missing }: Addressed,
  asOf: Moment,
): Promise<AudienceQuestion> {
  const { seenWithinDays, notMessagedForHours } = audience;
  return {
    languages: orAny(audience.languages),
    channels: orAny(audience.channels),
    places: audience.places.length === 0 ? null : await placesAsKept(reader, audience),
    livelihoods: audience.livelihoodGroups.length === 0 ? null : livelihoodIdsOf(audience),
    seenSince: seenWithinDays === null ? null : asOf - seenWithinDays * dayMs,
    onlyMembers: audience.onlyMembers,
    messagedSince: notMessagedForHours === null ? null : asOf - notMessagedForHours * hourMs,
    texts: languagesOf(texts),
    fallback: missing === "fallback" ? fallbackLanguage : null,
  };
}

const orAny = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list);

/**
 * The places as members wrote them that hold one of the wanted ones as a word, in any spelling we know of it: "Mersin,
 * Akdeniz" is in "mersin", and so is مرسين.
 */
async function placesAsKept(reader: Transaction, { places }: NoticeAudience): Promise<readonly string[]> {
  const wanted = places.flatMap(spellingsOf).map(spaced);
  const kept = await reader.person.groupBy({ by: ["place"], where: { place: { not: null } } });
  return kept.flatMap(({ place }) =>
    place !== null && wanted.some((each) => spaced(place).includes(each)) ? [place] : [],
  );
}

const spaced = (place: string): string =>
  ` ${foldText(place)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
