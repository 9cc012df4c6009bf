import type { ChannelKind } from "./address.ts";
import { priceOf } from "./message-price.ts";

/** People who get the same words, on the same channel, in the same country. */
export interface PricedGroup {
  readonly channel: ChannelKind;
  readonly country: string | null;
  readonly people: number;
  /** What each is billed as: SMS segments, else 1. */
  readonly segments: number;
  /** The same at most: with the line that says how to stop. */
  readonly mostSegments: number;
}

/** What a notice costs in US dollars. */
export interface NoticePrice {
  readonly dollars: number;
  /** The most it may come to. */
  readonly worst: number;
  /** How many people of it are in countries, or on channels, whose price is only assumed. */
  readonly peopleAssumed: number;
}

/** Adds up what a notice to these groups costs. */
export function noticePrice(groups: readonly PricedGroup[]): NoticePrice {
  const priced = groups.map((group) => ({ ...group, price: priceOf(group.channel, group.country) }));
  return {
    dollars: sum(priced.map(({ people, segments, price }) => people * segments * price.dollars)),
    worst: sum(priced.map(({ people, mostSegments, price }) => people * mostSegments * price.worst)),
    peopleAssumed: sum(priced.map(({ people, price }) => (price.readIn === null ? people : 0))),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
