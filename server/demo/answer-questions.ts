import { storedSession } from "../../bot/inbound/stored-session.ts";
import { choiceId } from "../../domain/inbound-message.ts";
import { type Asked, shownName } from "../../flows/engine/session.ts";
import type { Store } from "../../prisma/store.ts";
import type { Posted } from "./demo-union.ts";

/** Somebody at a simulated phone, and what she answers to which question. */
export interface Answering {
  readonly channel: string;
  readonly from: string;
  /** By the key of the question: the id of an option, or her own words. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * What each of these people sends next: her answer to the question on her screen, tapped where her phone can, else the
 * option's digit. Whoever is asked nothing, or not by this conversation, sends nothing.
 *
 * @throws Error where somebody is asked what she has no answer to: the conversation has changed
 */
export async function nextAnswers(
  { read }: Pick<Store, "read">,
  people: readonly Answering[],
  flow: string,
): Promise<readonly Posted[]> {
  const addresses = await read.address.findMany({
    where: { identifier: { in: people.map(({ from }) => from) } },
    select: { id: true, channel: true, identifier: true },
  });
  const sessions = await read.session.findMany({
    where: { addressId: { in: addresses.map(({ id }) => id) } },
    orderBy: { openedAt: "asc" },
  });
  const heard = new Map(sessions.map((session) => [session.addressId, session]));
  return people.flatMap((person) => {
    const address = addresses.find(
      ({ channel, identifier }) => channel === person.channel && identifier === person.from,
    );
    const session = heard.get(address?.id ?? "");
    const asked = session === undefined ? null : storedSession.parse(JSON.parse(session.state)).asked;
    return session?.flow !== flow || asked === null ? [] : [answer(person, flow, asked)];
  });
}

function answer({ channel, from, answers }: Answering, flow: string, asked: Asked): Posted {
  const said = answers[asked.key];
  const isOpen = asked.options.length === 0;
  if (said === undefined || !(isOpen || asked.options.includes(said)))
    throw new Error(`${flow} asks "${asked.key}", and the invented person has no such answer.`);
  if (isOpen) return { channel, from, text: said };
  if (channel === "sms") return { channel, from, text: String(asked.options.indexOf(said) + 1) };
  return { channel, from, choice: choiceId(flow, shownName(asked), said) };
}
