/** What a channel can show and take. A prompt is rendered to these, never to the channel's name. */
export interface Capabilities {
  /** False where the sender cannot be answered (many countries' alphanumeric SMS senders): no "reply 1" there. */
  readonly canReply: boolean;
  /** `list`: up to `maxButtons` buttons, then a list. `keyboard`: buttons under the text, any number of rows. */
  readonly interactive: "none" | "list" | "keyboard";
  /** Longest text of one provider call, in UTF-16 units. */
  readonly maxText: number;
  /** Longest text above buttons or a list, in UTF-16 units. */
  readonly maxInteractiveText: number;
  readonly maxButtons: number;
  readonly buttonChars: number;
  readonly maxRows: number;
  readonly rowChars: number;
  readonly rowDescriptionChars: number;
  /** Longest choice id, in bytes. */
  readonly choiceIdBytes: number;
  /** What is paid for: SMS segments, or messages, or nothing. */
  readonly unit: "segment" | "message" | "free";
  /** How long after a person's last message free text may be sent, in milliseconds; null: always. */
  readonly serviceWindowMs: number | null;
  /** The last status a provider will ever report. */
  readonly lastReceipt: "sent" | "delivered" | "read";
  /** Least time between two messages to one person, in milliseconds. */
  readonly minGapMs: number;
  /** True where letters with accents cost more and are folded to their plain form. */
  readonly foldsAccents: boolean;
}
