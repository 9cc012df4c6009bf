import type { ChannelKind } from "../../domain/address.ts";
import type { Language } from "../../domain/language.ts";
import type { Locales } from "../../locales/index.ts";
import type { CardView } from "../../union/digests/card-view.ts";

/** What is offered, so that a card need not say what all of them are. */
export interface Offered {
  readonly livelihood: string;
}

/** A candidate in one line: "A1: 5 to 9 years, same town, Arabic". What would tell who she is, the card does not hold. */
export function cardLine(
  view: CardView,
  { livelihood }: Offered,
  language: Language,
  channel: ChannelKind,
  { text }: Pick<Locales, "text">,
): string {
  const names = new Intl.DisplayNames([language], { type: "language" });
  const { ticks } = view;
  const facts = [
    ...(view.work === `work.${livelihood}` ? [] : [text(language, "livelihoods", view.work, {}, channel)]),
    ...(view.experience === null ? [] : [years(view.experience, language, { text })]),
    ...(view.isSamePlace ? [text(language, "common", "card.sameTown")] : []),
    ...view.languages.map((each) => names.of(each) ?? each),
    ...(ticks === null ? [] : [text(language, "common", "card.papers", { papers: String(ticks.count) })]),
  ];
  return text(language, "common", "card.line", {
    card: view.code,
    facts:
      facts.length === 0
        ? text(language, "common", "card.nothing")
        : facts.join(language === "ar" ? "، " : ", "),
  });
}

function years(band: string, language: Language, { text }: Pick<Locales, "text">): string {
  const [least = "", most] = band.replace("+", "").split("-");
  return most === undefined
    ? text(language, "common", "card.atLeast", { least })
    : text(language, "common", "card.from", { least, most });
}
