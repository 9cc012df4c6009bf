import { z } from "zod";
import type { Store } from "../../prisma/store.ts";
import type { Answering } from "../demo/answer-questions.ts";
import type { TourPeople } from "./tour-people.ts";

/** How far a round has come, read from what really happened. */
export interface TourState {
  readonly requestId: string | null;
  /** The five steps, in order. */
  readonly done: readonly [boolean, boolean, boolean, boolean, boolean];
  /** How many were told of the work. */
  readonly told: number;
  readonly openingId: string | null;
  readonly employerId: string | null;
  /** The digest as a letter in the mailbox. */
  readonly letterId: string | null;
}

/** Reads how far a round has come; a page that is reloaded goes on from there. */
export async function tourState(
  { read }: Pick<Store, "read">,
  { member, employer, outsider }: TourPeople,
): Promise<TourState> {
  const at = ({ channel, from }: Answering) => ({ channel, identifier: from });
  const person = { addresses: { some: { until: null, address: at(member) } } };
  const request = await read.credentialRequest.findFirst({
    where: { person },
    include: { attestations: { select: { answeredAt: true } } },
  });
  const contact = await read.employerContact.findFirst({ where: { address: at(employer), until: null } });
  const employerId = contact?.employerId ?? null;
  const opening = employerId === null ? null : await read.opening.findFirst({ where: { employerId } });
  const openingId = opening?.id ?? null;
  const told =
    openingId === null ? 0 : await read.alert.count({ where: { openingId, toldAt: { not: null } } });
  const card = openingId === null ? null : await read.card.findFirst({ where: { openingId, person } });
  const agreed =
    card === null ? null : await read.introduction.findFirst({ where: { cardId: card.id, state: "agreed" } });
  const asked = await read.address.findFirst({ where: at(outsider) });
  const digest = openingId === null ? null : await read.digest.findFirst({ where: { openingId } });
  const letter = digest === null ? null : await read.letter.findFirst({ where: { about: digest.id } });
  return {
    requestId: request?.id ?? null,
    done: [
      request !== null,
      request?.attestations.some(({ answeredAt }) => answeredAt !== null) ?? false,
      request?.state === "issued",
      card !== null,
      agreed !== null && asked !== null,
    ],
    told,
    openingId,
    employerId,
    letterId: letter?.id ?? null,
  };
}

const shown = z.object({ text: z.string() });

/** What stands on a phone, the youngest message first. */
export async function textsOn(
  { read }: Pick<Store, "read">,
  { channel, from }: Pick<Answering, "channel" | "from">,
): Promise<readonly string[]> {
  const address = await read.address.findFirst({ where: { channel, identifier: from } });
  if (address === null) return [];
  const messages = await read.outboundMessage.findMany({
    where: { addressId: address.id, status: "sent" },
    orderBy: { seq: "desc" },
    include: { parts: true },
  });
  return messages.flatMap(({ parts }) => parts.map(({ payload }) => shown.parse(JSON.parse(payload)).text));
}
