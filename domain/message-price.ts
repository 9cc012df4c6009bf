import type { ChannelKind } from "./address.ts";

/** What one message, or one SMS segment, is billed as, in US dollars; without what carriers add. */
export interface MessagePrice {
  readonly dollars: number;
  /** The most it may come to. */
  readonly worst: number;
  /** The month the price was read in; null: it is assumed, because we know of none. */
  readonly readIn: string | null;
}

interface ReadPrice {
  readonly dollars: number;
  readonly readIn: string;
}

/**
 * What one SMS segment costs at Twilio, by ISO 3166 country: examples to get a feeling by, not an invoice.
 *
 * US: Twilio's page as quoted on 2026-11-12 (https://github.com/api-evangelist/posts). The others: a copy of Twilio's
 * list of 2023-05-19 (https://gist.github.com/omindu/a9bec62da7a2b5e5f1f165b58cc9fe57). Today's price of any country:
 * https://www.twilio.com/docs/messaging/api/pricing.
 */
const segmentPrices: Readonly<Record<string, ReadPrice>> = {
  US: { dollars: 0.0083, readIn: "November 2026" },
  AD: { dollars: 0.0995, readIn: "May 2023" },
  AE: { dollars: 0.0895, readIn: "May 2023" },
  AF: { dollars: 0.159, readIn: "May 2023" },
  AG: { dollars: 0.0473, readIn: "May 2023" },
};

/** For the countries we know no price of: assumed, the usual one in the middle of those above, the worst above all of them. */
const assumedSegment: MessagePrice = { dollars: 0.09, worst: 0.2, readIn: null };

/** Twilio's own fee for a WhatsApp message; Meta's comes on top and differs by country (https://www.twilio.com/en-us/whatsapp/pricing). */
export const whatsappFee = 0.005;

/** What Meta may take for a template outside the service window: assumed; the rate card: https://developers.facebook.com/docs/whatsapp/pricing. */
const assumedMetaFee = 0.05;

/** The price of one SMS segment to a country (ISO 3166 code) that was read somewhere; undefined where none was. */
export const segmentPriceIn = (country: string | null): ReadPrice | undefined =>
  country === null ? undefined : segmentPrices[country];

/** What one message costs (on SMS: one segment). WhatsApp at worst: a template with Meta's fee, and the words after it. */
export function priceOf(channel: ChannelKind, country: string | null): MessagePrice {
  if (channel === "telegram") return { dollars: 0, worst: 0, readIn: "November 2026" };
  if (channel === "whatsapp")
    return { dollars: whatsappFee, worst: 2 * whatsappFee + assumedMetaFee, readIn: null };
  const read = segmentPriceIn(country);
  return read === undefined ? assumedSegment : { ...read, worst: read.dollars };
}
