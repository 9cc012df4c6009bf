import { foldAccents } from "../../domain/fold-accents.ts";
import { directionOf } from "../../domain/language.ts";
import { type NoticePrice, noticePrice } from "../../domain/notice-price.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import type { Addressed } from "../../union/notices/audience-question.ts";
import {
  type AudienceGroup,
  type CountedAudience,
  countAudience,
} from "../../union/notices/count-audience.ts";
import type { Runtime } from "../runtime.ts";
import { wordsOf } from "./notice-messages.ts";

/** People who get the same words, what these are, and what they are billed as. */
export interface PreviewedGroup extends AudienceGroup {
  /** The words as they stand on the phone, with how to stop. */
  readonly words: string;
  /** SMS segments, else 1; at most: for those who are told how to stop. */
  readonly segments: number;
  readonly mostSegments: number;
  /** The letters that make an SMS cost more than double, where one would not need them: each once. */
  readonly costlyLetters: readonly string[];
}

export interface NoticePreview extends Omit<CountedAudience, "groups"> {
  readonly groups: readonly PreviewedGroup[];
  readonly price: NoticePrice;
}

/** Says whom a notice would reach now, with which words, whom not and why, and what it would cost. Changes nothing. */
export async function previewNotice(runtime: Runtime, addressed: Addressed): Promise<NoticePreview> {
  const counted = await countAudience(runtime.store, addressed, runtime.clock.now().getTime());
  const groups = counted.groups.map((group) =>
    preview(group, addressed.texts[group.language] ?? "", runtime),
  );
  return { ...counted, groups, price: noticePrice(groups) };
}

function preview(group: AudienceGroup, text: string, runtime: Runtime): PreviewedGroup {
  const { language } = group;
  const channel = [...runtime.channels.values()].find(({ kind }) => kind === group.channel);
  if (channel === undefined)
    return { ...group, words: text, segments: 1, mostSegments: 1, costlyLetters: [] };
  const { foldsAccents, unit } = channel.capabilities;
  const shown = (before: number): string => {
    const words = wordsOf({ text, language, before }, channel, runtime);
    return foldsAccents ? foldAccents(words, language) : words;
  };
  const words = shown(0);
  if (unit !== "segment") return { ...group, words, segments: 1, mostSegments: 1, costlyLetters: [] };
  const most = countSegments(words);
  return {
    ...group,
    words,
    segments: countSegments(shown(1)).segments,
    mostSegments: most.segments,
    // In its own script every letter is one; only among Latin letters can they be done without.
    costlyLetters: directionOf(language) === "rtl" ? [] : most.charactersOutsideGsm7,
  };
}
