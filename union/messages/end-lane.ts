import { stopEntries } from "../../domain/consent.ts";
import type { Moment } from "../../domain/moment.ts";
import type { Writing } from "../../prisma/store.ts";
import { addConsent } from "../consent/ledger.ts";
import { cancelQueued } from "./cancel-queued.ts";

/**
 * Ends a lane because the provider refused a message on it: `stopped` when the person had told the provider to stop us
 * (that is a STOP like any other), `blocked` when there is nobody at the address. What still waits is cancelled.
 */
export async function endLane(
  writing: Writing,
  messageId: string,
  becomes: "stopped" | "blocked",
  now: Moment,
): Promise<void> {
  const { tx } = writing;
  const { addressId, language } = await tx.outboundMessage.findUniqueOrThrow({
    where: { id: messageId },
    select: { addressId: true, language: true },
  });
  await tx.lane.update({ where: { addressId }, data: { state: becomes } });
  await cancelQueued(tx, addressId, null);
  if (becomes === "stopped") {
    const decided = { at: now, how: "provider", textVersion: 1 } as const;
    await addConsent(writing, { addressId, personId: null, language }, stopEntries("all", decided));
  }
}
