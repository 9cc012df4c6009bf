import type { Claimed } from "../../../prisma/rows/outbound.ts";

/** The moment at which outcomes are judged. */
export const now = 1_000_000;
export const lookUpAfterMs = 60_000;

/** An answer of one part at its first try, written a moment ago. */
export const message = (changed: Partial<Claimed> = {}): Claimed => ({
  ...{
    id: "m",
    addressId: "a",
    channel: "sms",
    identifier: "+15550100",
    account: "test-sms",
    class: "reply",
  },
  ...{ status: "sending", requestId: "r", attempt: 1, repeats: 0, looks: 0, queuedAt: now - 1000 },
  ...{ expiresAt: now + 86_400_000, leaseToken: "t", leaseUntil: now, parts: [] },
  ...changed,
});
