import { createEmulator } from "emulate";
import { z } from "zod";
import { freePort } from "./free-port.ts";
import { type Phone, phoneOn } from "./phone.ts";
import type { Settings } from "./run-service.ts";

const accountSid = "AC00000000000000000000000000000000";
const authToken = "twilio_test_auth_token";
const smsFrom = "+15551234567";
const whatsappFrom = "+15551234568";

const page = z.object({
  messages: z.array(
    z.object({ sid: z.string(), to: z.string(), from: z.string(), body: z.string(), direction: z.string() }),
  ),
});
type Sent = z.infer<typeof page>["messages"][number];

/** A stateful Twilio that nobody here wrote (the `emulate` package), with our two numbers at it. */
export interface TwilioCounterpart {
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly smsFrom: string;
  readonly whatsappFrom: string;
  /** What the service must be told to talk to it. */
  readonly settings: Settings;
  /** A phone with this number; `whatsapp` where it writes through that. */
  phone(number: string, channel?: "sms" | "whatsapp"): Phone;
  /** What was sent to a number, oldest first. */
  sentTo(number: string, channel?: "sms" | "whatsapp"): Promise<readonly Sent[]>;
  /** Makes Twilio report a status of a message of ours. */
  report(messageSid: string, status: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts it; webhooks go to the service at this address, where there is one. */
export async function twilioCounterpart(ours: string): Promise<TwilioCounterpart> {
  const emulator = await createEmulator({
    service: "twilio",
    port: await freePort(),
    seed: {
      twilio: {
        account: { sid: accountSid, auth_token: authToken },
        phone_numbers: [
          { phone_number: smsFrom, sms_url: `${ours}/webhooks/twilio/sms` },
          { phone_number: `whatsapp:${whatsappFrom}`, sms_url: `${ours}/webhooks/twilio/whatsapp` },
        ],
      },
    },
  });
  const { url } = emulator;
  const headers = {
    Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`,
  };
  const simulate = async (what: string, form: Record<string, string>): Promise<void> => {
    const body = new URLSearchParams(form);
    const response = await fetch(`${url}/_twilio/simulate/${what}`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`Twilio's stand-in refused ${what}: ${await response.text()}`);
  };
  const prefix = { sms: "", whatsapp: "whatsapp:" } as const;
  const sentTo = async (number: string, channel: "sms" | "whatsapp" = "sms"): Promise<readonly Sent[]> => {
    const query = new URLSearchParams({ To: `${prefix[channel]}${number}`, PageSize: "500" });
    const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json?${query}`, {
      headers,
    });
    const { messages } = page.parse(await response.json());
    return messages
      .filter(({ direction, to }) => direction !== "inbound" && to === `${prefix[channel]}${number}`)
      .toReversed();
  };
  return {
    url,
    accountSid,
    authToken,
    smsFrom,
    whatsappFrom,
    settings: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_SMS_FROM: smsFrom,
      TWILIO_WHATSAPP_FROM: whatsappFrom,
      TWILIO_API_BASE: url,
    },
    phone: (number, channel = "sms") =>
      phoneOn({
        send: (text) =>
          simulate("inbound-message", {
            From: `${prefix[channel]}${number}`,
            To: `${prefix[channel]}${channel === "sms" ? smsFrom : whatsappFrom}`,
            Body: text,
          }),
        received: async () => (await sentTo(number, channel)).map(({ body }) => body),
      }),
    sentTo,
    report: (MessageSid, Status) => simulate("message-status", { MessageSid, Status }),
    close: () => emulator.close(),
  };
}
