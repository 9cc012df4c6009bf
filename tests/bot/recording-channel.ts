import { smsTwoWay, telegram, whatsapp } from "../../bot/channels/capabilities.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import type { ChannelKind } from "../../domain/address.ts";
import type { Payload } from "../../domain/payload.ts";
import type { LookUpOutcome, SendOutcome } from "../../domain/send-outcome.ts";

/** One call that reached the provider. */
export interface Call {
  readonly text: string;
  readonly payload: Payload;
  readonly to: string;
  readonly messageId: string;
  readonly part: number;
}

/** What a provider does with a call instead of taking it. */
export type Answer = SendOutcome | (() => Promise<SendOutcome>);

/** A sender whose provider is this object: it writes down every call, and answers as it was told to. */
export interface RecordingChannel extends Channel {
  readonly calls: readonly Call[];
  readonly texts: () => readonly string[];
  /** What it answers to the next calls, one after the other; after that it takes everything. */
  answers(...outcomes: readonly Answer[]): void;
  /** What it says when it is asked, one after the other; after that, that it knows nothing. */
  tells(...answers: readonly LookUpOutcome[]): void;
  readonly asked: () => number;
}

const capabilities = { sms: smsTwoWay, whatsapp, telegram };

export function recordingChannel(kind: ChannelKind, canBeAsked = true): RecordingChannel {
  const calls: Call[] = [];
  const outcomes: Answer[] = [];
  const told: LookUpOutcome[] = [];
  let asked = 0;
  const lookUp = async (): Promise<LookUpOutcome> => {
    asked += 1;
    return told.shift() ?? { kind: "absent" };
  };
  return {
    kind,
    account: `test-${kind}`,
    capabilities: capabilities[kind],
    messagesPerSecond: null,
    calls,
    texts: () => calls.map(({ text }) => text),
    answers: (...next) => outcomes.push(...next),
    tells: (...next) => told.push(...next),
    asked: () => asked,
    send: async (payload, to, { messageId, part }) => {
      calls.push({ text: payload.text, payload, to: to.identifier, messageId, part });
      const next = outcomes.shift() ?? { kind: "accepted", providerId: `${messageId}-${part}` };
      return typeof next === "function" ? next() : next;
    },
    ...(canBeAsked ? { lookUp } : {}),
  };
}
