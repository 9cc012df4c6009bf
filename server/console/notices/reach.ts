import type { NoticePreview, PreviewedGroup } from "../../../bot/notices/preview-notice.ts";
import { type ChannelKind, channelKinds } from "../../../domain/address.ts";
import { type Language, languages } from "../../../domain/language.ts";
import { noticePrice } from "../../../domain/notice-price.ts";
import { languagesOf, type NoticeTexts } from "../../../domain/notice-text.ts";
import type { NoticeDesk } from "./notice-desk.ts";

/** People who get the same words on the same channel, wherever they are. */
export interface ReachRow {
  readonly language: Language;
  readonly channel: ChannelKind;
  readonly people: number;
  readonly segments: number;
  readonly mostSegments: number;
  /** Dollars, as they are read. */
  readonly price: string;
  readonly worst: string;
}

/** The words as they stand on phones, and on which. */
export interface ShownWords {
  readonly language: Language;
  readonly channels: readonly ChannelKind[];
  readonly words: string;
  readonly costlyLetters: readonly string[];
}

/** Whom a notice reaches, as the console shows it. */
export interface Reach extends Pick<NoticePreview, "people" | "leftOut" | "withoutText"> {
  readonly rows: readonly ReachRow[];
  readonly price: string;
  readonly worst: string;
  readonly peopleAssumed: number;
}

/** Puts what a notice reaches into a table of languages and channels. @param shownIn  the language the page is written in */
export function reachOf(preview: NoticePreview, shownIn: Language): Reach {
  const rows = cells(preview.groups).map(({ language, channel, alike }) => {
    const { dollars, worst } = noticePrice(alike);
    return {
      ...{ language, channel, people: alike.reduce((sum, { people }) => sum + people, 0) },
      segments: Math.max(...alike.map(({ segments }) => segments)),
      mostSegments: Math.max(...alike.map(({ mostSegments }) => mostSegments)),
      ...{ price: dollarsIn(dollars, shownIn), worst: dollarsIn(worst, shownIn) },
    };
  });
  const { people, leftOut, withoutText, price } = preview;
  return {
    ...{ people, leftOut, withoutText, rows, peopleAssumed: price.peopleAssumed },
    price: dollarsIn(price.dollars, shownIn),
    worst: dollarsIn(price.worst, shownIn),
  };
}

/** The words in each language of a notice, once for the channels on which they are the same; nobody's are shown as an SMS. */
export function shownWords(
  { groups }: Pick<NoticePreview, "groups">,
  texts: NoticeTexts,
  desk: Pick<NoticeDesk, "shownAsSms">,
): readonly ShownWords[] {
  return languagesOf(texts).flatMap((language): readonly ShownWords[] => {
    const spoken = cells(groups).filter((cell) => cell.language === language);
    const alike = Map.groupBy(spoken, ({ alike: [group] }) => group?.words ?? "");
    if (alike.size === 0) {
      const words = desk.shownAsSms(texts[language] ?? "", language);
      return [{ language, channels: [], words, costlyLetters: [] }];
    }
    return [...alike].map(([words, same]) => ({
      ...{ language, words, channels: same.map(({ channel }) => channel) },
      costlyLetters: [...new Set(same.flatMap(({ alike: [group] }) => group?.costlyLetters ?? []))],
    }));
  });
}

interface Cell {
  readonly language: Language;
  readonly channel: ChannelKind;
  readonly alike: readonly PreviewedGroup[];
}

const cells = (groups: readonly PreviewedGroup[]): readonly Cell[] =>
  languages.flatMap((language) =>
    channelKinds.flatMap((channel) => {
      const alike = groups.filter((group) => group.language === language && group.channel === channel);
      return alike.length === 0 ? [] : [{ language, channel, alike }];
    }),
  );

const dollarsIn = (amount: number, language: Language): string =>
  new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "currency", currency: "USD" }).format(amount);
