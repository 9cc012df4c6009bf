import { type ForwardingProxy, forwardingProxy, type Interference } from "../service/forwarding-proxy.ts";
import { type Phone, phoneOn } from "../service/phone.ts";
import type { Settings } from "../service/run-service.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";

type Way = "sms" | "whatsapp";

/** A message on its way to a phone. */
export interface Leaving {
  /** A number, with `whatsapp:` before it where it goes that way. */
  readonly to: string;
  readonly text: string;
}

/** A Twilio that nobody here wrote, and an ear on the line to it: its phones need not be asked all the time. */
export interface TwilioExchange {
  readonly settings: Settings;
  readonly twilio: TwilioCounterpart;
  readonly left: readonly Leaving[];
  phone(number: string, way?: Way): Phone;
  /** Everything that Twilio has taken from us, as it counts itself. */
  taken(): Promise<readonly Leaving[]>;
  /** What happens to messages from now on. */
  interfere(how: (leaving: Leaving) => Interference): void;
  close(): Promise<void>;
}

export async function twilioExchange(ours: string): Promise<TwilioExchange> {
  const twilio = await twilioCounterpart(ours);
  const left: Leaving[] = [];
  let interfere = (_leaving: Leaving): Interference => ({});
  const line: ForwardingProxy = await forwardingProxy(
    () => twilio.url,
    ({ method, path, body }) => {
      if (method !== "POST" || !path.endsWith("/Messages.json")) return {};
      const form = new URLSearchParams(body);
      const leaving = { to: form.get("To") ?? "", text: form.get("Body") ?? "" };
      left.push(leaving);
      return interfere(leaving);
    },
  );
  return {
    settings: { ...twilio.settings, TWILIO_API_BASE: line.url },
    twilio,
    left,
    phone: (number, way = "sms") => {
      const to = way === "sms" ? number : `whatsapp:${number}`;
      return phoneOn({
        send: (text) => twilio.phone(number, way).texts(text),
        received: () => left.filter((each) => each.to === to).map(({ text }) => text),
      });
    },
    taken: async () => {
      const numbers = new Set(left.map(({ to }) => to));
      const taken: Leaving[] = [];
      for (const to of numbers) {
        const sent = to.startsWith("whatsapp:")
          ? await twilio.sentTo(to.slice("whatsapp:".length), "whatsapp")
          : await twilio.sentTo(to);
        taken.push(...sent.map(({ body }) => ({ to, text: body })));
      }
      return taken;
    },
    interfere: (how) => {
      interfere = how;
    },
    close: async () => {
      await line.close();
      await twilio.close();
    },
  };
}
