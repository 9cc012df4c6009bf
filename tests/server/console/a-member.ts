import { memberNumber } from "../../../domain/member-number.ts";
import { hourMs } from "../../../domain/moment.ts";
import { openCase } from "../../../union/cases/open-case.ts";
import { noon, type SmallConsole } from "./small-console.ts";

export interface MemberWords {
  readonly id?: string;
  readonly serial?: number;
  readonly name?: string;
  readonly place?: string;
  readonly text?: string;
  readonly language?: string;
  readonly identifier?: string;
  /** How long ago she asked, in milliseconds. */
  readonly waitsMs?: number;
}

/** Puts a member there who wrote one text, got one answer, and asked for a person; gives back the id of her case. */
export async function memberWhoWaits(scene: SmallConsole, words: MemberWords = {}): Promise<string> {
  const { id = "amina", serial = 1, name = "Amina", place = "Mersin", text = "I need a person" } = words;
  const { language = "en", identifier = `+9055501000${String(serial).padStart(2, "0")}` } = words;
  const at = new Date(noon.getTime() - (words.waitsMs ?? hourMs));
  const addressId = `address-${id}`;
  await scene.store.write.once(async (tx) => {
    await tx.person.create({
      data: { id, serial, number: memberNumber(serial), name, place, language, createdAt: at, joinedAt: at },
    });
    await tx.address.create({ data: { id: addressId, channel: "sms", identifier, firstSeenAt: at } });
    await tx.addressHolder.create({ data: { id: `holder-${id}`, addressId, personId: id, since: at } });
    await tx.lane.create({
      data: {
        ...{ addressId, account: "sim", state: "open", owner: "person", language, turn: 1, outSeq: 1 },
        lastInboundAt: at,
      },
    });
    await tx.inboundMessage.create({
      data: {
        ...{ addressId, account: "sim", providerId: id, kind: "text", text, providerAnswered: false },
        ...{ unread: "{}", requestId: id, receivedAt: at, state: "done", attempts: 0 },
      },
    });
    await tx.outboundMessage.create({
      data: {
        ...{ id: `out-${id}`, addressId, seq: 1, account: "sim", key: `in:${id}`, class: "reply" },
        ...{ topic: "talk", language, status: "delivered", requestId: id, attempt: 1, repeats: 0, looks: 0 },
        ...{ queuedAt: at, notBefore: at, expiresAt: at, sentAt: at },
        parts: {
          create: {
            n: 1,
            payload: JSON.stringify({ kind: "text", text: "A person will write to you." }),
            segments: 1,
            status: "delivered",
          },
        },
      },
    });
    await openCase(tx, { id: `case-${id}`, addressId, personId: id, reason: "asked_for_person", now: at });
  });
  return `case-${id}`;
}
