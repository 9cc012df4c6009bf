import type { ChannelKind } from "../../domain/address.ts";
import type { Language } from "../../domain/language.ts";
import type { Moment } from "../../domain/moment.ts";
import { type LeftOutReason, leftOutReasons } from "../../domain/notice-audience.ts";
import type { AudienceCount } from "../../prisma/rows/notice.ts";
import type { Store } from "../../prisma/store.ts";
import { type Addressed, audienceQuestion } from "./audience-question.ts";

/** People who get the same words, on the same channel, in the same country. */
export interface AudienceGroup {
  readonly language: Language;
  readonly channel: ChannelKind;
  readonly country: string | null;
  readonly people: number;
}

/** Who an audience is now: one for each person. */
export interface CountedAudience {
  readonly people: number;
  readonly groups: readonly AudienceGroup[];
  /** Who is meant and gets none, by the first reason that holds; only reasons that somebody has. */
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly people: number }[];
  /** The languages of those who get none because there are no words in theirs. */
  readonly withoutText: readonly { readonly language: string; readonly people: number }[];
}

/** Addresses in one query: each is a pause in which everything else goes on. */
const addressesAtOnce = 10_000;

/** Counts, as of now, who would be sent a notice, and who would not and why. Changes nothing. */
export async function countAudience(
  store: Store,
  addressed: Addressed,
  now: Moment,
): Promise<CountedAudience> {
  const { read, statements } = store;
  const question = await audienceQuestion(read, addressed, now);
  const counts: AudienceCount[] = [];
  let slice = await statements.nextSlice(read, "", addressesAtOnce);
  while (slice !== null) {
    counts.push(...(await statements.countAudience(read, question, slice)));
    slice = await statements.nextSlice(read, slice.upTo, addressesAtOnce);
  }
  const groups = groupsOf(counts);
  return {
    people: groups.reduce((sum, { people }) => sum + people, 0),
    groups,
    leftOut: leftOutReasons
      .map((reason) => ({ reason, people: sumOf(counts.filter((count) => count.reason === reason)) }))
      .filter(({ people }) => people > 0),
    withoutText: [
      ...Map.groupBy(
        counts.filter(({ reason }) => reason === "no_text"),
        ({ spoken }) => spoken,
      ),
    ].map(([language, alike]) => ({ language, people: sumOf(alike) })),
  };
}

/** Adds up those that get the same, the largest group first. */
function groupsOf(counts: readonly AudienceCount[]): readonly AudienceGroup[] {
  const groups = new Map<string, AudienceGroup>();
  for (const { language, channel, country, reason, people } of counts) {
    if (reason !== null || language === null) continue;
    const name = JSON.stringify([language, channel, country]);
    const before = groups.get(name)?.people ?? 0;
    groups.set(name, { language, channel, country, people: before + people });
  }
  return [...groups.values()].sort((one, other) => other.people - one.people);
}

const sumOf = (counts: readonly AudienceCount[]): number =>
  counts.reduce((sum, { people }) => sum + people, 0);
