import type { Store } from "../../prisma/store.ts";

/** Where a member writes from, and who she is. @throws where nobody joined from there */
export const addressOf = (
  { read }: Pick<Store, "read">,
  { channel, from }: { readonly channel: string; readonly from: string },
): Promise<{ readonly addressId: string; readonly personId: string }> =>
  read.addressHolder.findFirstOrThrow({
    where: { until: null, address: { channel, identifier: from } },
    select: { addressId: true, personId: true },
  });
