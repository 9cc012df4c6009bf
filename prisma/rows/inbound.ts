import type { ChannelKind } from "../../domain/address.ts";
import type { InboundKind } from "../../domain/inbound-message.ts";
import type { Moment } from "../../domain/moment.ts";

/** A delivery, ready to be inserted. */
export interface NewInbound {
  /** Ids for the address, used where it is new. */
  readonly newAddressId: string;
  readonly channel: ChannelKind;
  readonly identifier: string;
  readonly country: string | null;
  /** What to speak at first contact. */
  readonly language: string;
  readonly account: string;
  readonly providerId: string;
  readonly kind: InboundKind;
  readonly text: string;
  readonly choice: string | null;
  readonly providerAnswered: boolean;
  /** JSON. */
  readonly unread: string;
  readonly requestId: string;
  readonly receivedAt: Moment;
}

export type RecordedInbound =
  | { readonly kind: "recorded"; readonly id: number; readonly addressId: string }
  | { readonly kind: "duplicate" };
