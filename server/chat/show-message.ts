import type { ChannelKind } from "../../domain/address.ts";
import { choiceRowsOf, type Payload } from "../../domain/payload.ts";
import type { SimMessage } from "../sim/sim-message.ts";
import { messagePrice } from "./message-price.ts";

const encodings = {
  gsm7: { name: "GSM-7", alone: 160, joined: 153 },
  ucs2: { name: "UCS-2", alone: 70, joined: 67 },
} as const;

/** A message as a terminal shows it: text, what can be tapped in [brackets], and what it costs. */
export function showMessage(message: SimMessage, channel: ChannelKind, to: string): string {
  const { payload } = message;
  return [
    ...message.text.split("\n"),
    ...(payload?.kind === "list" ? [`${payload.open}:`] : []),
    ...buttonLines(payload),
    `-- ${weight(message, channel)}, ${messagePrice(channel, to, message.segments?.segments ?? 1)}`,
  ]
    .map((line) => `  ${line}`)
    .join("\n");
}

function buttonLines(payload: Payload | null): readonly string[] {
  const shown = (payload === null ? [] : choiceRowsOf(payload)).map((row) =>
    row.map(({ label }) => `[${label}]`).join(" "),
  );
  return payload?.kind === "buttons" ? [shown.join(" ")] : shown;
}

/** How much of an SMS a text fills; on the other channels a message is a message. */
function weight({ segments }: SimMessage, channel: ChannelKind): string {
  if (channel !== "sms" || segments === null) return "1 message";
  const { name, alone, joined } = encodings[segments.encoding];
  const room = segments.segments === 1 ? alone : joined * segments.segments;
  return `${segments.segments} SMS, ${name}, ${segments.units} of ${room}`;
}
