import { z } from "zod";
import { type Phone, phoneOn } from "./phone.ts";

const answer = z.object({
  messages: z.array(z.object({ direction: z.string(), text: z.string(), language: z.string().nullable() })),
});

/** Writes to a service in `MODE=sim` as the handsets on its page do. */
export async function simulate(url: string, message: object): Promise<number> {
  const response = await fetch(`${url}/sim/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  await response.arrayBuffer();
  return response.status;
}

/** A simulated handset with this number or chat id. */
export const simulatedPhone = (
  url: string,
  channel: "sms" | "whatsapp" | "telegram",
  address: string,
): Phone =>
  phoneOn({
    send: async (text) => {
      const status = await simulate(url, { channel, from: address, text });
      if (status !== 202) throw new Error(`The simulator answered ${status}.`);
    },
    received: async () => {
      const query = new URLSearchParams({ channel, address });
      const response = await fetch(`${url}/sim/messages?${query}`);
      return answer
        .parse(await response.json())
        .messages.filter(({ direction }) => direction === "out")
        .map(({ text }) => text);
    },
  });
