import { expect } from "vitest";
import type { Interference } from "../service/forwarding-proxy.ts";
import { until } from "../service/until.ts";
import { crowd, crowdSize } from "./crowd.ts";
import type { OpenPage } from "./form-client.ts";
import type { Desk } from "./staff.ts";
import type { Stage } from "./stage.ts";

/** The notice, by the language of whoever gets it. */
export const noticeTexts = {
  en: "Free first aid course in Mersin on Monday at 9, Town Hall, room 4.",
  ar: "دورة إسعاف أولي مجانية في مرسين يوم الاثنين الساعة 9، قاعة البلدية 4.",
  fr: "Cours gratuit de premiers secours lundi 9 h, mairie de Mersin, salle 4.",
} as const;

/** The caseworker writes it to all in one town and hands it on, as it is for more than fifty. Gives back its page. */
export async function caseworkerWrites({ browser, page, t }: Desk): Promise<OpenPage> {
  const list = await browser.follow(page, t("notices.title"));
  const form = await browser.follow(list, t("notices.write"));
  const filled = {
    title: "First aid course",
    "text-en": noticeTexts.en,
    "text-ar": noticeTexts.ar,
    "text-fr": noticeTexts.fr,
    places: "Mersin",
    until: "2026-11-27T09:00",
  };
  const check = await browser.press(form, t("notices.save"), filled);
  expect(check.text).toContain(t("notices.people", { people: crowdSize }));
  browser.sees(check);
  const handedOn = await browser.press(check, t("notices.handOn", { people: crowdSize }));
  browser.sees(handedOn);
  return handedOn;
}

/** An approver reads it and says yes: it goes out, and the worker is killed on the way and started again. */
export async function approverSends(stage: Stage, { browser, page, t }: Desk): Promise<OpenPage> {
  const list = await browser.follow(page, t("notices.title"));
  const notice = await browser.follow(list, "First aid course");
  browser.sees(notice);
  const killed = killOnTheWay(stage, 100);
  const going = await browser.press(notice, t("notices.approveNow", { people: crowdSize }));
  await killed;
  return going;
}

/**
 * Kills the worker while a message that Twilio has taken and one that Telegram has taken wait for their answers; settles when
 * the worker is up again.
 */
async function killOnTheWay({ exchange, onTelegramLine, worker }: Stage, at: number): Promise<void> {
  const onTwilio = Promise.withResolvers<void>();
  const onTelegram = Promise.withResolvers<void>();
  const killed = Promise.withResolvers<void>();
  /** Says that a message was taken, and keeps its answer back for good. */
  const keepBack = (taken: PromiseWithResolvers<void>): Interference => ({
    beforeAnswer: () => {
      taken.resolve();
      return killed.promise;
    },
    cut: "after",
  });
  let passed = 0;
  exchange.interfere(() => {
    passed += 1;
    return passed === at ? keepBack(onTwilio) : {};
  });
  await onTwilio.promise;
  let isTaken = false;
  onTelegramLine(({ path }) => {
    if (isTaken || !path.endsWith("/sendMessage")) return {};
    isTaken = true;
    return keepBack(onTelegram);
  });
  await onTelegram.promise;
  await worker.killAndRestart();
  killed.resolve();
  await worker.ready();
}

/** How many copies of the notice reached each address, as the providers count, and what became of those of whom nobody knows. */
export interface NoticeTally {
  readonly copies: ReadonlyMap<string, number>;
  /** Addresses on Telegram, which cannot be asked, whose message was on the wire at the kill. */
  readonly unknown: ReadonlySet<string>;
}

/** Waits until nothing of it is under way, and counts. */
export async function countCopies(stage: Stage): Promise<NoticeTally> {
  const { database, exchange, telegram } = stage;
  const number = (sql: string): number => Number(database.rows(sql)[0]?.n);
  const notices = `SELECT count(*) AS n FROM "OutboundMessage" WHERE "class" = 'notice'`;
  await until(
    "all of the notice to be sent, and asked about where nobody knew",
    () =>
      number(notices) === crowdSize &&
      number(`${notices} AND "status" IN ('queued', 'sending', 'unknown')`) === 0,
    60_000,
  );
  const lost = database.rows(`SELECT a."channel", a."identifier" FROM "OutboundMessage" m
    JOIN "Address" a ON a."id" = m."addressId" WHERE m."class" = 'notice' AND m."status" = 'failed'`);
  // Twilio could be asked, so nothing of it is left in doubt.
  expect(lost.filter(({ channel }) => channel !== "telegram")).toEqual([]);
  const copies = new Map<string, number>();
  const count = (to: string, text: string): void => {
    if (Object.values(noticeTexts).some((words) => isIn(words, text)))
      copies.set(to, (copies.get(to) ?? 0) + 1);
  };
  for (const { to, text } of await exchange.taken()) count(to, text);
  for (const { identifier, channel } of crowd)
    if (channel === "telegram")
      for (const text of telegram.textsTo(Number(identifier))) count(identifier, text);
  const unknown = new Set(lost.map(({ identifier }) => String(identifier)));
  return { copies, unknown };
}

/** Accents are folded away for SMS; the digits and the town are left. */
const isIn = (words: string, text: string): boolean =>
  text.includes(words.slice(0, 12)) || /Mersin|مرسين/.test(text);

/** What it looks like on a phone of each kind, each in another language. */
export function showNotices({ exchange, telegram, recorder }: Stage): void {
  const shown = [
    { language: "ar", channel: "sms", who: "A member (SMS)" },
    { language: "fr", channel: "whatsapp", who: "A member (WhatsApp)" },
    { language: "en", channel: "telegram", who: "A member (Telegram)" },
  ] as const;
  for (const { language, channel, who } of shown) {
    const member = crowd.find((each) => each.language === language && each.channel === channel);
    if (member === undefined) throw new Error(`Nobody reads ${language} by ${channel}.`);
    const texts =
      channel === "telegram"
        ? telegram.textsTo(Number(member.identifier))
        : exchange.left.filter(({ to }) => to === placeOf(member)).map(({ text }) => text);
    recorder.note({ kind: "message", who, way: "shows", text: texts[0] ?? "" });
  }
}

/** Where the providers know somebody of the crowd. */
export const placeOf = ({ channel, identifier }: (typeof crowd)[number]): string =>
  channel === "whatsapp" ? `whatsapp:${identifier}` : identifier;
