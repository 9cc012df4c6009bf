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
  readonly consent?: Decisions;
}

type Decisions = readonly Pick<ConsentEntry, "decision" | "how" | "at">[];

export const allowed: Decisions = [{ decision: "given", how: "join", at: 1 }];

/** When all of them came, and wrote last unless it is said otherwise. */
const at = new Date("2026-11-01T09:00:00Z");

/** Adds people as joining would have left them. */
export async function addSome(store: Store, people: readonly SomePerson[]): Promise<void> {
  const some = people.map((each) => ({
    person: `person-${each.address}`,
    channel: "sms",
    language: "en",
    ...each,
  }));
  const persons = new Map(
    some.flatMap((each) => (each.person === null ? [] : [[each.person, each] as const])),
  );
  await store.write.once(async (tx) => {
    await tx.address.createMany({
      data: some.map(({ address: id, channel, identifier, country }) => ({
        id,
        channel,
        identifier: identifier ?? `+90555-${id}`,
        country: country === undefined ? "TR" : country,
        firstSeenAt: at,
      })),
    });
    await tx.lane.createMany({
      data: some.map(({ address: addressId, channel, language, account, state, owner, lastInboundAt }) => ({
        addressId,
        account: account ?? `test-${channel}`,
        state: state ?? "open",
        owner: owner ?? "bot",
        language,
        turn: 1,
        outSeq: 0,
        lastInboundAt: lastInboundAt === undefined ? at : lastInboundAt,
      })),
    });
    await tx.person.createMany({
      data: [...persons].map(([id, { language, isMember, place, livelihood, ageBand }]) => ({
        id,
        language,
        number: isMember === false ? null : `MU-${id}`,
        createdAt: at,
        place: place ?? null,
        livelihood: livelihood ?? null,
        ageBand: ageBand ?? "from18",
      })),
    });
    await tx.addressHolder.createMany({
      data: some.flatMap(({ address, person }) =>
        person === null
          ? []
          : [{ id: `${address}-${person}`, addressId: address, personId: person, since: at }],
      ),
    });
    await store.statements.addConsent(
      tx,
      some.flatMap(({ address: addressId, person: personId, language, consent = allowed }) =>
        consent.map((entry) => ({
          addressId,
          personId,
          language,
          topic: "notices",
          textVersion: 1,
          ...entry,
        })),
      ),
    );
  });
}

/** So many members, all alike but for their addresses. */
export const many = (count: number, like: Partial<SomePerson> = {}): readonly SomePerson[] =>
  Array.from({ length: count }, (_, at) => ({ address: `a${String(at + 1).padStart(4, "0")}`, ...like }));
