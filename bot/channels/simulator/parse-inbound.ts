import { z } from "zod";
import { type ChannelKind, channelKinds } from "../../../domain/address.ts";
import type { InboundMessage } from "../../../domain/inbound-message.ts";
import { receivedText } from "../received-text.ts";
import { readStart } from "../telegram/read-start.ts";
import { simulatorAccount } from "./simulator.ts";

/** What was posted to `/sim/messages`, or what is wrong with it, in plain words. */
export type SimulatedInbound =
  | { readonly kind: "message"; readonly message: InboundMessage }
  | { readonly kind: "faults"; readonly faults: readonly string[] };

/** The longest text a person can send on the real channel, in UTF-16 units; sources as in `capabilities.ts`. */
const longestText: Readonly<Record<ChannelKind, number>> = { sms: 1600, whatsapp: 4096, telegram: 4096 };

const phone = /^\+[1-9]\d{6,14}$/;
const chat = /^[1-9]\d{0,15}$/;

const isAddress = (channel: ChannelKind, from: string): boolean =>
  (channel === "telegram" ? chat : phone).test(from);

const body = z
  .looseObject({
    channel: z.enum(channelKinds, { error: `must be one of ${channelKinds.join(", ")}` }),
    from: z.string({ error: "must be a phone number like +15550100123, or a chat id on telegram" }),
    text: z.string({ error: "must be a text" }).optional(),
    choice: z.string({ error: "must be the id of a choice" }).min(1).max(200).optional(),
    id: z.string({ error: "must be a text" }).min(1).max(100).optional(),
  })
  .superRefine(({ channel, from, text, choice }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!isAddress(channel, from))
      fault(
        "from",
        channel === "telegram"
          ? "must be a chat id: digits only"
          : "must be a phone number in E.164 form, like +15550100123",
      );
    if ((text === undefined) === (choice === undefined))
      fault("text", "give either text or choice, not both");
    if (choice !== undefined && channel === "sms")
      fault("choice", "an SMS has no buttons: send the number as text");
    if ((text ?? "").length > longestText[channel])
      fault("text", `is longer than the ${longestText[channel]} characters a person can send on ${channel}`);
  });

/**
 * Reads the body of `POST /sim/messages`: `{channel, from, text | choice, id?}`.
 *
 * The same `id` twice is a repeated delivery, as a provider would make it; without one every message is new.
 */
export function parseSimulatorInbound(posted: unknown, newId: () => string): SimulatedInbound {
  const parsed = body.safeParse(posted);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
    return { kind: "faults", faults };
  }
  const { channel, from, text, choice, id, ...unread } = parsed.data;
  const start = channel === "telegram" ? readStart(text ?? "") : null;
  const written = start === null ? "text" : "start";
  return {
    kind: "message",
    message: {
      account: simulatorAccount(channel),
      providerId: id ?? newId(),
      kind: choice === undefined ? written : "choice",
      from: { channel, identifier: from },
      text: receivedText(start ?? text),
      choice: choice ?? null,
      providerAnswered: false,
      unread,
    },
  };
}
