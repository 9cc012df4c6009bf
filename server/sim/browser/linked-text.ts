import { button } from "./button.ts";

/** What the page hears when a link to a bot is followed; its detail is what the link hands over. */
export const openTelegram = "open-telegram";

/** A link that opens a bot (https://core.telegram.org/bots/features#deep-linking). */
const botLink = /(https:\/\/t\.me\/\w+\?start=[\w-]+)/;

/** A text with its links to bots made ready to press; everything else stays text. */
export const linkedText = (text: string): readonly (Node | string)[] =>
  text.split(botLink).map((part) => (botLink.test(part) ? pressable(part) : part));

function pressable(link: string): HTMLElement {
  const payload = link.slice(link.indexOf("=") + 1);
  return button(link, () => document.dispatchEvent(new CustomEvent(openTelegram, { detail: payload })), {
    class: "link",
    dir: "ltr",
  });
}
