import { createEmulator, type Emulator } from "emulate";
import { freePort } from "../service/free-port.ts";
import { signedPost } from "../service/signed-post.ts";
import type { Chance } from "./chance.ts";
import { deliverUntilTaken } from "./deliver-until-taken.ts";
import { type Answered, type Asked, faultyLine, noFaults } from "./faulty-line.ts";
import type { Deliveries, Provider } from "./provider.ts";

const accountSid = "AC00000000000000000000000000000000";
const authToken = "twilio_test_auth_token";
const ours = "+15551234567";

/** The `emulate` package answers 5,000 requests an hour and no more, so the members are spread over several of it. */
const exchanges = 3;

/** Numbers kept for stories: 555-0100 to 555-0199 in each area (North American Numbering Plan). */
const areas = ["201", "202", "203", "205", "206", "207", "208"];
const addressOf = (member: number): string =>
  `+1${areas[Math.floor(member / 100)]}55501${String(member % 100).padStart(2, "0")}`;

export interface FaultyTwilioOptions {
  /** Where the service listens. */
  readonly serviceUrl: string;
  readonly chance: Chance;
  /** A Twilio that denies having taken anything when it is asked, and reports nothing. */
  readonly forgets?: boolean;
  /** In this share of the cases a message that was taken comes once more under a fresh id. No provider does so. */
  readonly freshIds?: number;
}

/**
 * A Twilio that nobody here wrote (the `emulate` package), at the end of a line on which things go wrong. It reports on
 * every second member's messages only, so that the others' have to be asked about.
 */
export async function faultyTwilio(options: FaultyTwilioOptions): Promise<Provider> {
  const { serviceUrl, chance, forgets = false, freshIds = 0 } = options;
  const emulators = await Promise.all(Array.from({ length: exchanges }, () => emulator()));
  const deliveries: Deliveries = { accepted: new Set(), tries: 0 };
  let faults = noFaults;
  let arrives = (_address: string, _text: string): void => undefined;

  const provide = async (asked: Asked): Promise<Answered> => {
    const isQuestion = asked.method === "GET";
    if (isQuestion && forgets) return { status: 200, body: emptyList };
    const form = new URLSearchParams(isQuestion ? (asked.path.split("?")[1] ?? "") : asked.body);
    const to = form.get("To") ?? "";
    if (forgets || Number(to.slice(-1)) % 2 === 1) form.delete("StatusCallback");
    const exchange = emulators[Number(to.slice(-4)) % exchanges];
    const answer = await passOn(exchange?.url ?? "", asked, form);
    if (!isQuestion && answer.status === 201) arrives(to, form.get("Body") ?? "");
    return answer;
  };
  const line = await faultyLine(() => faults, chance, provide);
  const deliverOnce = async (address: string, text: string): Promise<void> => {
    const MessageSid = `SM${crypto.randomUUID().replaceAll("-", "")}`;
    const form = { AccountSid: accountSid, MessageSid, From: address, To: ours, Body: text, NumMedia: "0" };
    const post = async (): Promise<number> =>
      (await signedPost(`${serviceUrl}/webhooks/twilio/sms`, form, authToken)).status;
    await deliverUntilTaken(MessageSid, post, deliveries, chance);
  };
  return {
    settings: {
      PUBLIC_URL: serviceUrl,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_SMS_FROM: ours,
      TWILIO_API_BASE: line.url,
    },
    canBeAsked: true,
    line,
    deliveries,
    addressOf,
    suffer: (now) => {
      faults = now;
    },
    onArrival: (listener) => {
      arrives = listener;
    },
    deliver: async (address, text) => {
      await deliverOnce(address, text);
      if (chance.happens(freshIds)) await deliverOnce(address, text);
    },
    close: async () => {
      await line.close();
      await Promise.all(emulators.map((each) => each.close()));
    },
  };
}

const emptyList = JSON.stringify({ messages: [], next_page_uri: null, page: 0, page_size: 1000 });

const emulator = async (): Promise<Emulator> =>
  createEmulator({
    service: "twilio",
    port: await freePort(),
    seed: {
      twilio: {
        account: { sid: accountSid, auth_token: authToken },
        phone_numbers: [{ phone_number: ours }],
      },
    },
  });

async function passOn(url: string, asked: Asked, form: URLSearchParams): Promise<Answered> {
  const [path] = asked.path.split("?", 1);
  const isQuestion = asked.method === "GET";
  const response = await fetch(`${url}${path}${isQuestion ? `?${form}` : ""}`, {
    method: asked.method,
    headers: { authorization: asked.authorization, "content-type": asked.contentType },
    ...(isQuestion ? {} : { body: form }),
  });
  return { status: response.status, body: await response.text() };
}
