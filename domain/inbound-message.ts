import type { Address } from "./address.ts";

/** What a person did: wrote, tapped a choice, sent a picture, blocked us, ... */
export const inboundKinds = [
  "text",
  "choice",
  "start",
  "edit",
  "media",
  "location",
  "contact",
  "opt_out",
  "opt_in",
  "help",
  "blocked",
  "unblocked",
  "unsupported",
] as const;
export type InboundKind = (typeof inboundKinds)[number];

/** One thing a person sent us, in our words, whatever the provider. */
export interface InboundMessage {
  /** Which of our senders received it: the `account` of a channel. */
  readonly account: string;
  /** The provider's own id, unique within the account: a repeated delivery has the same one. */
  readonly providerId: string;
  readonly kind: InboundKind;
  readonly from: Address;
  /** What was typed, or the caption, or the payload of a deep link; empty where there is none. */
  readonly text: string;
  /** The id of the tapped choice (see `choiceId`), or null. */
  readonly choice: string | null;
  /** True when the carrier has answered already (STOP, START, HELP on SMS): we record, and stay silent. */
  readonly providerAnswered: boolean;
  /** The provider's fields that we do not read, kept for seven days to settle disputes about what arrived. */
  readonly unread: Readonly<Record<string, unknown>>;
}

/** The stable id behind a button or a list row: at most 64 bytes (Telegram's limit), so ASCII and short. */
export const choiceId = (flow: string, question: string, option: string): string =>
  `${flow}/${question}/${option}`;

/** A tapped choice taken apart; null when it is not one of ours. */
export function readChoiceId(id: string): { flow: string; question: string; option: string } | null {
  const [flow, question, option, ...rest] = id.split("/");
  if (!flow || !question || !option || rest.length > 0) return null;
  return { flow, question, option };
}
