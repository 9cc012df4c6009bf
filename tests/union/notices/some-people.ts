import type { ConsentEntry } from "../../../domain/consent.ts";
import type { Store } from "../../../prisma/store.ts";

/** Somebody a notice may be for. What is not said is as with most: a member on SMS in Turkey who allowed notices. */
export interface SomePerson {
  /** Names her address and herself; the same person may be given several addresses. */
  readonly address: string;
  readonly person?: string | null;
  readonly channel?: "sms" | "whatsapp" | "telegram";
  readonly account?: string;
  readonly country?: string | null;
  readonly identifier?: string;
  readonly language?: string;
  readonly state?: "open" | "stopped" | "blocked";
  readonly owner?: "bot" | "person";
  readonly lastInboundAt?: Date | null;
  readonly place?: string;
  readonly livelihood?: string;
  readonly ageBand?: string;
  /** False: she has not finished joining. */
  readonly isMember?: boolean;
  readonly consent?: readonly Pick<ConsentEntry, "decision" | "how" | "at">[];
}

export const allowed: SomePerson["consent"] = [{ decision: "given", how: "join", at: 1 }];

/** Adds people as joining would have left them. */
export async function addSome(store: Store, people: readonly SomePerson[]): Promise<void> {
  await store.write.once(async (tx) => {
    for (const some of people) {
      const { address: id, person = `person-${some.address}`, channel = "sms", language = "en" } = some;
      const at = new Date("2026-11-01T09:00:00Z");
      const identifier = some.identifier ?? `+90555${String(Number(id.replace(/\D/g, "")) + 1_000_000)}`;
      const country = some.country === undefined ? "TR" : some.country;
      await tx.address.create({ data: { id, channel, identifier, country, firstSeenAt: at } });
      await tx.lane.create({
        data: {
          addressId: id,
          account: some.account ?? `test-${channel}`,
          state: some.state ?? "open",
          owner: some.owner ?? "bot",
          language,
          turn: 1,
          outSeq: 0,
          lastInboundAt: some.lastInboundAt === undefined ? at : some.lastInboundAt,
        },
      });
      if (person !== null) {
        const number = some.isMember === false ? null : `MU-${person}`;
        await tx.person.upsert({
          where: { id: person },
          update: {},
          create: {
            id: person,
            language,
            number,
            createdAt: at,
            place: some.place ?? null,
            livelihood: some.livelihood ?? null,
            ageBand: some.ageBand ?? "from25",
          },
        });
        await tx.addressHolder.create({
          data: { id: `${id}-${person}`, addressId: id, personId: person, since: at },
        });
      }
      for (const entry of some.consent ?? allowed ?? [])
        await tx.consentEntry.create({
          data: {
            addressId: id,
            personId: person,
            topic: "notices",
            decision: entry.decision,
            how: entry.how,
            textVersion: 1,
            language,
            at: new Date(entry.at),
          },
        });
    }
  });
}

/** So many members, all alike but for their addresses. */
export const many = (count: number, like: Partial<SomePerson> = {}): readonly SomePerson[] =>
  Array.from({ length: count }, (_, at) => ({ address: `a${String(at + 1).padStart(4, "0")}`, ...like }));
