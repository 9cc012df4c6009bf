import { type JoinScript, joinByDigits, joinScripts } from "../service/joining.ts";
import type { Phone } from "../service/phone.ts";
import type { TelegramPhone } from "../service/telegram-counterpart.ts";
import { chats, numbers, town } from "./people.ts";
import type { Stage } from "./stage.ts";

/** The three who join, each on her own channel in her own language. */
export interface Members {
  /** Arabic, on a plain phone. */
  readonly amal: Phone;
  /** French, on WhatsApp. */
  readonly zoe: Phone;
  /** English, on Telegram. */
  readonly grace: TelegramPhone;
}

export const amalJoins = async (stage: Stage): Promise<Phone> => {
  const phone = stage.sms("Amal (SMS)", numbers.amal);
  await joinByDigits(phone, inTown(joinScripts.ar));
  return phone;
};

export const zoeJoins = async (stage: Stage): Promise<Phone> => {
  const phone = stage.whatsapp("Zoé (WhatsApp)", numbers.zoe);
  await joinByDigits(phone, inTown(joinScripts.fr));
  return phone;
};

export const graceJoins = async (stage: Stage): Promise<TelegramPhone> => {
  const phone = stage.telegramOf("Grace (Telegram)", chats.grace);
  await phone.texts("/start");
  const steps: readonly (readonly [question: RegExp, taps: string])[] = [
    [/Which language\?/, "English"],
    [/Do you agree\?/, "Yes"],
    [/How old are you\?/, "From 18 to 29"],
  ];
  for (const [question, label] of steps) {
    await phone.shows(question);
    await phone.taps(label);
  }
  await phone.shows(/What name/);
  await phone.texts("Grace");
  await phone.shows(/Which town/);
  await phone.texts(town);
  const rest: readonly (readonly [question: RegExp, taps: string])[] = [
    [/Which work/, "Cooking and food"],
    [/Which of these\?/, "Cook"],
    [/use this phone\?/, "No"],
    [/jobs that fit you/, "Jobs and news"],
  ];
  for (const [question, label] of rest) {
    await phone.shows(question);
    await phone.taps(label);
  }
  await phone.shows(/^Thank you, Grace\..*MU-\d{4}-[A-Z]/);
  return phone;
};

const inTown = (script: JoinScript): JoinScript => ({ ...script, place: town });
