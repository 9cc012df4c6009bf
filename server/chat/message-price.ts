import type { ChannelKind } from "../../domain/address.ts";
import { segmentPriceIn, whatsappFee } from "../../domain/message-price.ts";
import { countryOf } from "../../domain/phone-number.ts";

/** Says what a message costs, in a few words; a price that is not known is not guessed. */
export function messagePrice(channel: ChannelKind, to: string, segments: number): string {
  if (channel === "telegram") return "free";
  if (channel === "whatsapp") return `about US$ ${whatsappFee} and Meta's fee`;
  const country = countryOf(to);
  const price = segmentPriceIn(country);
  if (price === undefined) return `price to ${country ?? "this number"} not known here`;
  const total = (price.dollars * segments).toFixed(4).replace(/0+$/, "");
  return `about US$ ${total} to ${country} (${price.readIn})`;
}
