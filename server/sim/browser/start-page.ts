import type { ChannelKind } from "../../../domain/address.ts";
import { featurePhone } from "./feature-phone.ts";
import { type Device, handset, type Send } from "./handset.ts";
import { openTelegram } from "./linked-text.ts";
import { sendReply } from "./messages-api.ts";
import { fragmentOf, peopleIn } from "./remembered-people.ts";
import { telegramHandset } from "./telegram-handset.ts";
import { whatsappHandset } from "./whatsapp-handset.ts";

// The page's edge: the only place where the clock, chance and the address bar are taken in.
const surroundings = { now: () => new Date(), random: Math.random };
let people = peopleIn(location.hash);

const add = (channel: ChannelKind, title: string, hint: string, device: (send: Send) => Device) => {
  const personChanged = (person: string) => {
    people = { ...people, [channel]: person };
    history.replaceState(null, "", fragmentOf(people));
  };
  const plan = { channel, title, hint, person: people[channel], device, personChanged };
  document.getElementById("handsets")?.append(handset(plan, surroundings));
};

// Somebody else's page, or the address bar, says who holds the phones.
window.addEventListener("hashchange", () => location.reload());
// A link in a text leads to the bot on the Telegram-like phone, as on a phone that has both.
document.addEventListener(openTelegram, (event) => {
  if (event instanceof CustomEvent)
    void sendReply(
      { channel: "telegram", identifier: people.telegram },
      { kind: "text", text: `/start ${event.detail}` },
    );
});

add("sms", "Feature phone", "SMS. Answer with the digit, then Send.", (send) =>
  featurePhone(send, () => performance.now()),
);
add("whatsapp", "WhatsApp-like", "Tap a button, open the list, or write.", whatsappHandset);
add("telegram", "Telegram-like", "Tap a button under the text, or write.", telegramHandset);
