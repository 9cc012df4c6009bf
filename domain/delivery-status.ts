/**
 * What is known of a message on its way out. `held`: it waits until the person writes, as her channel takes only
 * templates until then; `unknown`: the provider may or may not have taken it.
 */
export const messageStatuses = [
  "held",
  "queued",
  "sending",
  "sent",
  "delivered",
  "read",
  "undeliverable",
  "expired",
  "failed",
  "cancelled",
  "unknown",
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/**
 * How much each status tells us; what tells more replaces what tells less.
 *
 * Reports come late, twice and in any order, so one rank decides and not the time of arrival: a receipt
 * settles `unknown`, and word from the handset overrides every error, because a text that was read has
 * arrived.
 *
 * @see https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks (no order is
 *   promised)
 */
const rank: Readonly<Record<MessageStatus, number>> = {
  held: -1,
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3, //          the provider has taken it
  cancelled: 4, //     ended by us, before it left
  expired: 5, //       its time was over
  failed: 6, //        the provider gave it up
  undeliverable: 7, // the network gave it up
  delivered: 8,
  read: 9,
};

/** The status after one more report: never one that tells less, and the same whatever order the reports came in. */
export const laterStatus = (current: MessageStatus, reported: MessageStatus): MessageStatus =>
  rank[reported] > rank[current] ? reported : current;
