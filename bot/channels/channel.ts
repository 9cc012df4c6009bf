import type { Address, ChannelKind } from "../../domain/address.ts";
import type { Capabilities } from "../../domain/capabilities.ts";
import type { InboundMessage } from "../../domain/inbound-message.ts";
import type { Payload } from "../../domain/payload.ts";
import type { LookUpOutcome, SendOutcome } from "../../domain/send-outcome.ts";

/** Our own reference, which travels with the message so that a receipt can find it again. */
export interface SendReference {
  readonly messageId: string;
  /** Counted from 1. */
  readonly part: number;
}

/** What to ask a provider about when its answer was lost on the way. */
export interface LookUpQuestion {
  readonly to: Address;
  readonly payload: Payload;
  /** When the attempt began; only messages taken since then can be ours. */
  readonly since: Date;
  /** Provider ids that are known to belong to other messages of ours. */
  readonly taken: ReadonlySet<string>;
}

/**
 * One sender of ours on one provider: a phone number at Twilio, a bot at Telegram, a simulated handset.
 *
 * Reading a provider's requests (`parse…`), checking their signature and naming its errors are pure functions beside
 * each channel; only `send`, `lookUp` and `missedSince` touch the network.
 */
export interface Channel {
  readonly kind: ChannelKind;
  /** Unique among our senders and stable: `twilio-sms:+15550001111`, `telegram:123456`, `sim-sms`. */
  readonly account: string;
  readonly capabilities: Capabilities;
  /** How many messages a second the provider takes from this sender; null: as many as we can. */
  readonly messagesPerSecond: number | null;
  /** Hands one payload over. Never throws: whatever happens is an outcome. */
  send(payload: Payload, to: Address, reference: SendReference): Promise<SendOutcome>;
  /** Asks the provider whether it took a message; absent where it cannot be asked. */
  readonly lookUp?: (question: LookUpQuestion) => Promise<LookUpOutcome>;
  /** Lists what people sent us since then, to catch up after an outage; absent where it cannot be listed. */
  readonly missedSince?: (since: Date) => Promise<readonly InboundMessage[]>;
  /** Tells the provider at once that a tap arrived (Telegram's button stops spinning). Never throws. */
  readonly acknowledge?: (message: InboundMessage) => Promise<void>;
}
