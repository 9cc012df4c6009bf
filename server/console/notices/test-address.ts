import type { Address } from "../../../domain/address.ts";
import { channelKinds } from "../../../domain/address.ts";
import { readMemberNumber } from "../../../domain/member-number.ts";
import type { Store } from "../../../prisma/store.ts";

export type TestAddress =
  | { readonly kind: "found"; readonly address: Address }
  /** Not a member number at all: a letter or a digit is wrong. */
  | { readonly kind: "no_number" }
  | { readonly kind: "unknown" };

/** The address from which whoever has this member number wrote last. */
export async function testAddress({ read }: Pick<Store, "read">, typed: string): Promise<TestAddress> {
  const number = readMemberNumber(typed);
  if (number === null) return { kind: "no_number" };
  const found = await read.address.findFirst({
    where: { holders: { some: { until: null, person: { number } } }, lane: { isNot: null } },
    orderBy: { lane: { lastInboundAt: { sort: "desc", nulls: "last" } } },
    select: { channel: true, identifier: true },
  });
  const channel = channelKinds.find((kind) => kind === found?.channel);
  if (found === null || channel === undefined) return { kind: "unknown" };
  return { kind: "found", address: { channel, identifier: found.identifier } };
}
