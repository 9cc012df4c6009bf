import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConsentEntry, consentWays, mayReceive } from "../../../domain/consent.ts";
import { dayMs } from "../../../domain/moment.ts";
import { everyMember, type NoticeAudience } from "../../../domain/notice-audience.ts";
import type { NoticeTexts } from "../../../domain/notice-text.ts";
import type { Store } from "../../../prisma/store.ts";
import { countAudience } from "../../../union/notices/count-audience.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";
import { addSome, allowed, type SomePerson } from "./some-people.ts";

const now = new Date("2026-11-24T09:00:00Z").getTime();
const inEnglish: NoticeTexts = { en: "Free course on Monday." };

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
});
afterEach(() => database.remove());

const count = (
  audience: Partial<NoticeAudience> = {},
  texts: NoticeTexts = inEnglish,
  missing: "leave_out" | "fallback" = "leave_out",
) => countAudience(store, { audience: { ...everyMember, ...audience }, texts, missing }, now);

/** How many an audience of these people has. */
async function peopleOf(
  people: readonly SomePerson[],
  audience: Partial<NoticeAudience> = {},
): Promise<number> {
  await addSome(store, people);
  return (await count(audience)).people;
}

describe("who a notice is for", () => {
  it("is counted by language, channel and country", async () => {
    await addSome(store, [
      { address: "a1" },
      { address: "a2" },
      { address: "a3", language: "ar", channel: "whatsapp" },
      { address: "a4", country: "US" },
    ]);
    const { people, groups } = await count({}, { en: "Hello", ar: "مرحبا" });
    expect(people).toBe(4);
    expect(groups).toEqual([
      { language: "en", channel: "sms", country: "TR", people: 2 },
      expect.objectContaining({ people: 1 }),
      expect.objectContaining({ people: 1 }),
    ]);
    expect(groups).toContainEqual({ language: "ar", channel: "whatsapp", country: "TR", people: 1 });
  });

  it("names everybody who is left out, by the first reason that holds", async () => {
    await addSome(store, [
      { address: "a1" },
      { address: "a2", state: "blocked", consent: [] },
      { address: "a3", state: "stopped", consent: [{ decision: "withdrawn", how: "stop", at: 5 }] },
      { address: "a4", consent: [] },
      { address: "a5", consent: [...allowed, { decision: "withdrawn", how: "answer", at: 5 }] },
      { address: "a6", owner: "person" },
      { address: "a7", language: "fr" },
      { address: "a8", language: "fr" },
    ]);
    const { people, leftOut, withoutText } = await count();
    expect(people).toBe(1);
    expect(leftOut).toEqual([
      { reason: "blocked", people: 1 },
      { reason: "stopped", people: 1 },
      { reason: "opted_out", people: 1 },
      { reason: "no_consent", people: 1 },
      { reason: "with_person", people: 1 },
      { reason: "no_text", people: 2 },
    ]);
    expect(withoutText).toEqual([{ language: "fr", people: 2 }]);
  });

  it("gets English where her language has no words, if that is wanted and there are English ones", async () => {
    await addSome(store, [{ address: "a1", language: "fr" }]);
    expect((await count({}, inEnglish, "fallback")).groups).toMatchObject([{ language: "en", people: 1 }]);
    expect((await count({}, { ar: "مرحبا" }, "fallback")).leftOut).toEqual([
      { reason: "no_text", people: 1 },
    ]);
  });

  it("is one person once, on the address she wrote from last, whatever she said on it", async () => {
    const late = new Date("2026-11-20T09:00:00Z");
    await addSome(store, [
      { address: "a1", person: "amal" },
      { address: "a2", person: "amal", channel: "telegram", lastInboundAt: late },
      { address: "a3", person: "bana" },
      { address: "a4", person: "bana", state: "stopped", lastInboundAt: late },
    ]);
    const { groups, leftOut } = await count();
    expect(groups).toMatchObject([{ channel: "telegram", people: 1 }]);
    expect(leftOut).toEqual([{ reason: "stopped", people: 1 }]);
  });

  it("is one of two addresses that were never written from", async () => {
    const never = { person: "amal", lastInboundAt: null };
    expect(
      await peopleOf([
        { address: "a1", ...never },
        { address: "a2", ...never },
      ]),
    ).toBe(1);
  });

  it("is one person of a family that shares a phone: who took it up last", async () => {
    await addSome(store, [{ address: "a1", person: "amal", place: "Adana" }]);
    await store.write.once(async (tx) => {
      await tx.person.create({
        data: { id: "bana", number: "MU-bana", language: "en", place: "Mersin", createdAt: new Date(0) },
      });
      await tx.addressHolder.create({
        data: { id: "h2", addressId: "a1", personId: "bana", since: new Date("2026-11-10") },
      });
    });
    expect((await count({ places: ["Mersin"] })).people).toBe(1);
    expect((await count({ places: ["Adana"] })).people).toBe(0);
  });

  it("is found by place, whatever case and accents it was written in, and by whole words", async () => {
    const places = ["Mersin", "MERSİN / Akdeniz", " mersin,tarsus", "Mersinli", "Adana"];
    await addSome(
      store,
      places.map((place, at) => ({ address: `a${at}`, place })),
    );
    expect((await count({ places: ["mersin"] })).people).toBe(3);
    expect((await count({ places: ["Mersin", "adana"] })).people).toBe(4);
    expect((await count({ places: ["nowhere"] })).people).toBe(0);
  });

  it("means a town in whatever script and spelling each member wrote it", async () => {
    const places = ["غازي عنتاب", "Antep", "GAZİANTEP, Şahinbey", "شاهين بي - عينتاب", "حلب", "Adana"];
    await addSome(
      store,
      places.map((place, at) => ({ address: `a${at}`, place })),
    );
    for (const place of ["Gaziantep", "غازي عنتاب"])
      expect((await count({ places: [place] })).people).toBe(4);
    expect((await count({ places: ["Alep", "أضنة"] })).people).toBe(2);
  });

  it("is found by kind of work, channel, language, and when she wrote last", async () => {
    await addSome(store, [
      { address: "a1", livelihood: "mason", lastInboundAt: new Date(now - 3 * dayMs) },
      { address: "a2", livelihood: "mason", channel: "whatsapp", lastInboundAt: new Date(now - 9 * dayMs) },
      { address: "a3", language: "ar", lastInboundAt: null },
    ]);
    const both: NoticeTexts = { en: "Hello", ar: "مرحبا" };
    expect((await count({ livelihoodGroups: ["building"] }, both)).people).toBe(2);
    expect((await count({ livelihoodGroups: ["cooking"] }, both)).people).toBe(0);
    expect((await count({ channels: ["whatsapp"] }, both)).people).toBe(1);
    expect((await count({ languages: ["ar"] }, both)).people).toBe(1);
    expect((await count({ seenWithinDays: 7 }, both)).people).toBe(1);
    expect((await count({ seenWithinDays: 10 }, both)).people).toBe(2);
  });

  it("is nobody under 18, nobody who is to be forgotten, and only on request who has not finished joining", async () => {
    await addSome(store, [
      { address: "a1", ageBand: "under18" },
      { address: "a2", isMember: false },
      { address: "a3", person: null },
      { address: "a4" },
    ]);
    await store.write.once((tx) =>
      tx.lane.update({ where: { addressId: "a4" }, data: { forgetAt: new Date(now) } }),
    );
    expect((await count()).people).toBe(0);
    const { people, leftOut } = await count({ onlyMembers: false });
    expect(people).toBe(2);
    expect(leftOut).toEqual([{ reason: "no_consent", people: 1 }]);
  });
});

describe("what the ledger says, asked of the database", () => {
  const entry: fc.Arbitrary<ConsentEntry> = fc.record({
    topic: fc.constantFrom("notices" as const, "jobs" as const),
    decision: fc.constantFrom("given", "withdrawn"),
    at: fc.nat(6),
    how: fc.constantFrom(...consentWays),
    textVersion: fc.constant(1),
  });

  it("is what the rule of consent says, for any ledger", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(entry, { maxLength: 8 }), { minLength: 40, maxLength: 40 }),
        async (ledgers) => {
          await store.write.once(async (tx) => {
            await tx.noticeRecipient.deleteMany();
            await tx.consentEntry.deleteMany();
            await tx.person.deleteMany();
            await tx.address.deleteMany();
          });
          await addSome(
            store,
            ledgers.map((_, at) => ({ address: `a${at}`, place: `place ${at} end`, consent: [] })),
          );
          await store.write.once((tx) =>
            store.statements.addConsent(
              tx,
              ledgers.flatMap((ledger, at) =>
                ledger.map((line) => ({ addressId: `a${at}`, personId: null, language: "en", ...line })),
              ),
            ),
          );
          const expected = ledgers.filter((ledger) => mayReceive(ledger, "notices")).length;
          const { people, leftOut } = await count();
          expect(people).toBe(expected);
          expect(leftOut.find(({ reason }) => reason === "no_consent")?.people ?? 0).toBe(
            ledgers.filter((ledger) => !ledger.some(({ topic }) => topic === "notices")).length,
          );
          for (const [at, ledger] of ledgers.slice(0, 4).entries())
            expect((await count({ places: [`place ${at} end`] })).people).toBe(
              Number(mayReceive(ledger, "notices")),
            );
        },
      ),
      { numRuns: 20 },
    );
  });
});
