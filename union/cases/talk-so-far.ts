import { z } from "zod";
import { dayMs } from "../../domain/moment.ts";
import type { Means } from "../means.ts";

/** One thing that was said between a person and us. */
export interface SaidInTalk {
  readonly from: "person" | "staff" | "bot";
  readonly at: Date;
  readonly text: string;
  /** What became of it, for what we said; `parked` for what could not be handled. */
  readonly status: string;
  /** A plain word for the status, where there is something to say. */
  readonly reason: string | null;
}

/** How far back a caseworker reads, in milliseconds, and how many messages each way at most. */
const backMs = 14 * dayMs;
const most = 200;

/** The key of a text that a caseworker wrote; the one that says the bot is back ends otherwise. */
const writtenByStaff = /^case:[^:]+:(?!end$)/;

const payloadText = z.object({ text: z.string() });

/** What was written to and fro on an address in the last 14 days, the oldest first; the youngest where it is very much. */
export async function talkSoFar(
  { store, clock }: Pick<Means, "store" | "clock">,
  addressId: string,
): Promise<readonly SaidInTalk[]> {
  const since = new Date(clock.now().getTime() - backMs);
  const [inbound, outbound] = await Promise.all([
    store.read.inboundMessage.findMany({
      where: { addressId, receivedAt: { gte: since } },
      orderBy: { id: "desc" },
      take: most,
    }),
    store.read.outboundMessage.findMany({
      where: { addressId, queuedAt: { gte: since } },
      include: { parts: { orderBy: { n: "asc" } } },
      orderBy: { seq: "desc" },
      take: most,
    }),
  ]);
  const hers = inbound.toReversed().map(
    ({ receivedAt, text, choice, kind, state }): SaidInTalk => ({
      ...{ from: "person", at: receivedAt, status: state, reason: null },
      text: text || (choice?.split("/").at(-1) ?? `(${kind})`),
    }),
  );
  const ours = outbound.toReversed().map(
    ({ queuedAt, key, status, reason, parts }): SaidInTalk => ({
      ...{ from: writtenByStaff.test(key) ? "staff" : "bot", at: queuedAt, status, reason },
      text: parts.map(({ payload }) => payloadText.parse(JSON.parse(payload)).text).join("\n"),
    }),
  );
  // Sorting keeps equals in their order, so what answered a text within the same millisecond stays below it.
  return [...hers, ...ours].sort((one, other) => one.at.getTime() - other.at.getTime());
}
