import { isIPv4, isIPv6 } from "node:net";

/** Who asks whether a code is good: a phone that texts, or somebody on the web. */
export type Asker =
  | { readonly kind: "phone"; readonly identifier: string }
  | { readonly kind: "web"; readonly ip: string };

/**
 * What of an asker is counted: the whole identifier of a phone; on the web the network, as one household or company has
 * many addresses: /24 of IPv4, /48 of IPv6.
 */
export const countedAs = (asker: Asker): string =>
  asker.kind === "phone" ? asker.identifier : networkOf(asker.ip);

/** IPv4 as it is written in IPv6 (RFC 4291, section 2.5.5.2). */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function networkOf(ip: string): string {
  const [address = ""] = ip.split("%");
  const v4 = mapped.exec(address)?.[1] ?? address;
  if (isIPv4(v4)) return `${v4.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(address)) return "unknown";
  // Written out, each of the eight groups has its place: the first three are 48 bits.
  const [head = "", tail] = address.split("::");
  const groups = (part: string | undefined): readonly string[] => (part ? part.split(":") : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill("0"), ...groups(tail)];
  const prefix = all.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(":")}::/48`;
}
