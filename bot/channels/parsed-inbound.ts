import type { InboundMessage } from "../../domain/inbound-message.ts";

/** What a provider's request turned out to hold. */
export type ParsedInbound =
  /** None, where it is nothing for us (a group chat); several, where a provider bundles. */
  | { readonly kind: "messages"; readonly messages: readonly InboundMessage[] }
  /** Not a message of this provider at all; the reason is fit for a log. */
  | { readonly kind: "refused"; readonly reason: string };

/** What is not what it should be, said so that a log or an answer may show it. */
export const refused = (reason: string): { readonly kind: "refused"; readonly reason: string } => ({
  kind: "refused",
  reason,
});
