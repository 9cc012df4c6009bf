import type { Phone } from "../service/phone.ts";
import type { TelegramPhone } from "../service/telegram-counterpart.ts";
import type { Recorder } from "./recorder.ts";

/** A phone whose every message is written down, under the name of whoever holds it. */
export const recordedPhone = (recorder: Recorder, who: string, phone: Phone): Phone => ({
  texts: async (text) => {
    recorder.note({ kind: "message", who, way: "writes", text });
    await phone.texts(text);
  },
  shows: async (pattern) => {
    const text = await phone.shows(pattern);
    recorder.note({ kind: "message", who, way: "shows", text });
    return text;
  },
  staysQuiet: (forMs) => phone.staysQuiet(forMs),
});

/** The same for a phone with buttons, which are written below the message they belong to. */
export const recordedTelegram = (recorder: Recorder, who: string, phone: TelegramPhone): TelegramPhone => ({
  ...recordedPhone(recorder, who, phone),
  shows: async (pattern) => {
    const text = await phone.shows(pattern);
    const rows = phone.buttons().map((row) => row.map((label) => `[${label}]`).join(" "));
    recorder.note({ kind: "message", who, way: "shows", text: [text, ...rows].join("\n") });
    return text;
  },
  taps: async (label) => {
    recorder.note({ kind: "message", who, way: "taps", text: label });
    await phone.taps(label);
  },
  buttons: () => phone.buttons(),
});
