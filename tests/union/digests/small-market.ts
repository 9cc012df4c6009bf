import { onTestFinished } from "vitest";
import type { Language } from "../../../domain/language.ts";
import type { Store, Transaction } from "../../../prisma/store.ts";
import type { Round } from "../../../queues/rounds.ts";
import type { ChatDigest, DigestTold, PausedOpening } from "../../../union/digests/chat-digest.ts";
import { type DigestsMade, digestsDue } from "../../../union/digests/digests-due.ts";
import { makeCard } from "../../../union/digests/make-card.ts";
import type { Means } from "../../../union/means.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { testDatabase } from "../../prisma/open-test-store.ts";

/** Ten in the morning in Gaziantep, on a Tuesday. */
const tuesday = new Date("2026-11-24T07:00:00Z");

/** Who somebody is, where it matters to a test; the rest is the same for everybody. */
export interface SomeMember {
  readonly name?: string;
  readonly phone?: string;
  readonly channel?: "sms" | "whatsapp" | "telegram";
  readonly place?: string;
  readonly livelihood?: string | null;
  readonly years?: number | null;
  readonly language?: Language;
  readonly ageBand?: string;
}

export interface SmallMarket {
  readonly means: Means;
  readonly store: Store;
  /** What was rung for, in order. */
  readonly rung: Round[];
  /** What the chat was told, in order. */
  readonly told: { readonly digests: ChatDigest[]; readonly paused: PausedOpening[] };
  now(): Date;
  pass(milliseconds: number): void;
  write<Out>(work: (tx: Transaction) => Promise<Out>): Promise<Out>;
  /** A member who said yes to job alerts; gives back her id. */
  member(who?: SomeMember): Promise<string>;
  /** So many more members who look alike, for whoever must not stand out. */
  crowd(size: number, who?: SomeMember): Promise<void>;
  /** She said yes to an opening; gives back the code of her card. */
  saysYes(personId: string, openingId?: string): Promise<string>;
  opening(id: string, change?: object): Promise<void>;
  /** Does the round. */
  digests(smallest?: number): Promise<DigestsMade>;
  stops(personId: string): Promise<void>;
}

/** A verified employer in Gaziantep with one opening, 4F7, on a real database with a clock that moves when told. */
export async function smallMarket(): Promise<SmallMarket> {
  const database = await testDatabase();
  const store = await database.open();
  onTestFinished(() => database.remove());
  let now = tuesday.getTime();
  let ids = 0;
  let people = 0;
  const rung: Round[] = [];
  const told = { digests: [] as ChatDigest[], paused: [] as PausedOpening[] };
  const newId = (): string => {
    ids += 1;
    return ids.toString(16).padStart(32, "0");
  };
  const means: Means = {
    store,
    clock: { now: () => new Date(now), monotonicMs: () => now },
    newId,
    randomInt: () => 0,
    secrets: secretsFrom("a secret of this test"),
    doorbell: {
      announceMail: async () => true,
      announceMessages: async () => true,
      announceRound: async (round) => {
        rung.push(round);
        return true;
      },
    },
    publicUrl: "https://union.example",
  };
  const write: SmallMarket["write"] = (work) => store.write.once(work);
  const tell: DigestTold = {
    digest: async (_tx, digest) => {
      told.digests.push(digest);
    },
    paused: async (_tx, opening) => {
      told.paused.push(opening);
    },
  };

  const opening: SmallMarket["opening"] = async (id, change = {}) => {
    await write(async (tx) => {
      const serial = 1 + (await tx.opening.count());
      await tx.opening.create({
        data: {
          id,
          serial,
          code: "4F7",
          employerId: "employer",
          livelihood: "tailor",
          payAmount: 22_000,
          payCurrency: "TRY",
          payPeriod: "month",
          place: "Gaziantep",
          country: "TR",
          places: 1,
          startsOn: "2026-12-15",
          validUntil: new Date("2027-03-01T00:00:00Z"),
          source: "text",
          state: "open",
          heldFor: "[]",
          postedAt: new Date(now),
          wave: 0,
          ...change,
        },
      });
    });
  };

  await write(async (tx) => {
    await tx.address.create({
      data: {
        id: "employer-phone",
        channel: "whatsapp",
        identifier: "+905550190001",
        country: "TR",
        firstSeenAt: tuesday,
      },
    });
    await tx.employer.create({
      data: {
        id: "employer",
        name: "Atelier Yildiz",
        kind: "company",
        place: "Gaziantep",
        country: "TR",
        contactName: "Leyla Demir",
        email: "jobs@atelier.example",
        language: "en",
        state: "verified",
        pledgedAt: tuesday,
        pledgeVersion: 1,
        digestEvery: "day",
        takesLetters: true,
        joinedAt: tuesday,
        unanswered: 0,
        employerContacts: { create: { id: "contact", addressId: "employer-phone", since: tuesday } },
      },
    });
  });
  await opening("opening");

  const member: SmallMarket["member"] = async (who = {}) => {
    people += 1;
    const id = `person-${people}`;
    const addressId = `address-${people}`;
    const channel = who.channel ?? "sms";
    const phone = who.phone ?? `+90555011${String(people).padStart(4, "0")}`;
    await write(async (tx) => {
      await tx.person.create({
        data: {
          id,
          serial: people,
          number: `MU-${1000 + people}-K`,
          language: who.language ?? "ar",
          name: who.name ?? `Name${people}`,
          place: who.place ?? "Kilis",
          work: "sewing",
          ageBand: who.ageBand ?? "25-34",
          livelihood: who.livelihood === undefined ? "tailor" : who.livelihood,
          years: who.years === undefined ? 6 : who.years,
          jobAlerts: true,
          createdAt: tuesday,
          joinedAt: tuesday,
        },
      });
      const lane = { account: "sms:union", owner: "bot", language: "ar", turn: 0, outSeq: 0 };
      await tx.address.create({
        data: {
          id: addressId,
          channel,
          identifier: phone,
          country: "TR",
          firstSeenAt: tuesday,
          lane: { create: { ...lane, state: "open" } },
          holders: { create: { id: `holder-${people}`, personId: id, since: tuesday } },
        },
      });
      const entry = { addressId, personId: id, how: "join", textVersion: 1, language: "ar", at: tuesday };
      await tx.consentEntry.create({ data: { ...entry, topic: "jobs", decision: "given" } });
    });
    return id;
  };

  return {
    means,
    store,
    rung,
    told,
    now: () => new Date(now),
    pass: (milliseconds) => {
      now += milliseconds;
    },
    write,
    member,
    crowd: async (size, who) => {
      for (let n = 0; n < size; n += 1) await member(who);
    },
    saysYes: async (personId, openingId = "opening") => {
      now += 1000;
      await write((tx) =>
        tx.alert.upsert({
          where: { openingId_personId: { openingId, personId } },
          create: {
            id: newId(),
            openingId,
            personId,
            state: "interested",
            wave: 1,
            score: 0.8,
            explanation: JSON.stringify({
              liking: { work: 1, pay: 0.5, near: 1, schedule: 0.5, contract: 0.5, wish: 0.5 },
              fit: { skills: 0.9, experience: 1, languages: 0.6, credential: 0.5, fresh: 1 },
            }),
            dueAt: tuesday,
            toldAt: tuesday,
            answeredAt: tuesday,
          },
          update: {},
        }),
      );
      const made = await write((tx) =>
        makeCard(tx, { id: newId(), openingId, personId, now: new Date(now) }),
      );
      return made.code;
    },
    opening,
    digests: (smallest = 1) => digestsDue(means, tell, smallest),
    stops: async (personId) => {
      await write(async (tx) => {
        const holder = await tx.addressHolder.findFirstOrThrow({ where: { personId } });
        const { addressId } = holder;
        const entry = { addressId, personId, how: "stop", textVersion: 1, language: "ar" };
        await tx.consentEntry.create({
          data: { ...entry, topic: "jobs", decision: "withdrawn", at: new Date(now) },
        });
      });
    },
  };
}
