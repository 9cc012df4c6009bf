import type { ChannelKind } from "../../domain/address.ts";
import type { Choice, Payload } from "../../domain/payload.ts";
import type { SimMessage } from "../sim/sim-message.ts";
import { messagePrice } from "./message-price.ts";

/** What can be tapped in a message, in the order shown. */
export function choicesIn(payload: Payload | null): readonly Choice[] {
  switch (payload?.kind) {
    case "buttons":
      return payload.buttons;
    case "list":
      return payload.rows;
    case "keyboard":
      return payload.rows.flat();
    default:
      return [];
  }
}

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
  const rows = payload?.kind === "keyboard" ? payload.rows : choicesIn(payload).map((choice) => [choice]);
  const shown = rows.map((row) => row.map(({ label }) => `[${label}]`).join(" "));
  return payload?.kind === "buttons" ? [shown.join(" ")] : shown;
}

/** How much of an SMS a text fills; on the other channels a message is a message. */
function weight({ segments }: SimMessage, channel: ChannelKind): string {
  if (channel !== "sms" || segments === null) return "1 message";
  const { name, alone, joined } = encodings[segments.encoding];
  const room = segments.segments === 1 ? alone : joined * segments.segments;
  return `${segments.segments} SMS, ${name}, ${segments.units} of ${room}`;
}
