import type { ChannelKind } from "../../domain/address.ts";
import { countryOf } from "../../domain/phone-number.ts";

interface SegmentPrice {
  /** US dollars for one segment out, without what carriers add. */
  readonly dollars: number;
  /** The month the price was read in. */
  readonly readIn: string;
}

/**
 * What one SMS segment costs at Twilio, by ISO 3166 country: examples to get a feeling by, not an invoice.
 *
 * US: Twilio's page as quoted on 2026-11-12 (https://github.com/api-evangelist/posts). The others: a copy of Twilio's
 * list of 2023-05-19 (https://gist.github.com/omindu/a9bec62da7a2b5e5f1f165b58cc9fe57). Today's price of any country:
 * https://www.twilio.com/docs/messaging/api/pricing.
 */
const segmentPrices: Readonly<Record<string, SegmentPrice>> = {
  US: { dollars: 0.0083, readIn: "November 2026" },
  AD: { dollars: 0.0995, readIn: "May 2023" },
  AE: { dollars: 0.0895, readIn: "May 2023" },
  AF: { dollars: 0.159, readIn: "May 2023" },
  AG: { dollars: 0.0473, readIn: "May 2023" },
};

/** Twilio's own fee for a WhatsApp message; Meta's comes on top and differs by country (https://www.twilio.com/en-us/whatsapp/pricing). */
const whatsappFee = 0.005;

/** Says what a message costs, in a few words; a price that is not known is not guessed. */
export function messagePrice(channel: ChannelKind, to: string, segments: number): string {
  if (channel === "telegram") return "free";
  if (channel === "whatsapp") return `about US$ ${whatsappFee} and Meta's fee`;
  const country = countryOf(to);
  const price = country === null ? undefined : segmentPrices[country];
  if (price === undefined) return `price to ${country ?? "this number"} not known here`;
  const total = (price.dollars * segments).toFixed(4).replace(/0+$/, "");
  return `about US$ ${total} to ${country} (${price.readIn})`;
}
