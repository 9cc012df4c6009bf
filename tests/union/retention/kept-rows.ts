import type { Store, Transaction } from "../../../prisma/store.ts";

/** Puts rows into a database as the service would have, at a moment of the test's choosing. */
export const keptRows = (store: Store) => {
  const write = <Out>(work: (tx: Transaction) => Promise<Out>): Promise<Out> => store.write.once(work);
  return {
    /** An address that wrote last at that moment. */
    address: (id: string, lastInboundAt: Date) =>
      write(async (tx) => {
        await tx.address.create({
          data: { id, channel: "sms", identifier: `+1555${id}`, firstSeenAt: lastInboundAt },
        });
        await tx.lane.create({
          data: {
            ...{ addressId: id, account: "sim-sms", state: "open", owner: "bot", language: "en" },
            ...{ turn: 1, outSeq: 0, lastInboundAt },
          },
        });
      }),
    person: (id: string, createdAt: Date, ageBand: string, ...addressIds: readonly string[]) =>
      write(async (tx) => {
        await tx.person.create({ data: { id, language: "en", name: "Amal", ageBand, createdAt } });
        for (const addressId of addressIds)
          await tx.addressHolder.create({
            data: { id: `${id}-${addressId}`, addressId, personId: id, since: createdAt },
          });
      }),
    inbound: (addressId: string, providerId: string, receivedAt: Date, state = "done") =>
      write((tx) =>
        tx.inboundMessage.create({
          data: {
            ...{ addressId, providerId, receivedAt, state, account: "sim-sms", kind: "choice" },
            ...{ text: "my words", choice: "a/b/c", unread: '{"Media":"1"}', requestId: "r" },
            ...{ providerAnswered: false, attempts: 0 },
          },
        }),
      ),
    outbound: (addressId: string, id: string, queuedAt: Date, status = "sent") =>
      write((tx) =>
        tx.outboundMessage.create({
          data: {
            ...{ id, addressId, status, key: id, seq: Number(id.replace(/\D/g, "")), account: "sim-sms" },
            ...{ class: "reply", topic: "talk", language: "en", requestId: "r", attempt: 1, repeats: 0 },
            ...{ looks: 0, queuedAt, notBefore: queuedAt, expiresAt: queuedAt },
            parts: {
              create: { n: 1, payload: '{"kind":"text","text":"our words"}', segments: 1, status },
            },
          },
        }),
      ),
  };
};
