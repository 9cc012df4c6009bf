import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import type { Store } from "../../../prisma/store.ts";
import { applyRetention } from "../../../union/retention/apply-retention.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";

const now = new Date("2026-11-24T12:00:00Z");
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
});
afterEach(() => database.remove());

const letter = (id: string, state: string, createdAt: Date, more: { sentAt?: Date; dueAt?: Date } = {}) =>
  store.write.once((tx) =>
    tx.letter.create({
      data: {
        ...{ id, key: id, kind: "sign-in", recipient: `${id}@union.example`, language: "en", headers: "{}" },
        ...{ state, createdAt, attempts: 1, ...more },
      },
    }),
  );
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted();

describe("what is over", () => {
  it("a letter goes ninety days after it was sent or given up, and never before it has left", async () => {
    await letter("sent", "sent", ago(95 * dayMs), { sentAt: ago(90 * dayMs) });
    await letter("kept", "kept", ago(95 * dayMs), { sentAt: ago(90 * dayMs) });
    await letter("failed", "failed", ago(90 * dayMs));
    await letter("later", "sent", ago(95 * dayMs), { sentAt: ago(90 * dayMs - secondMs) });
    await letter("waits", "queued", ago(95 * dayMs), { dueAt: ago(minuteMs) });
    expect(await applyRetention(store, now)).toMatchObject({ letters: 3 });
    expect(ids(await store.read.letter.findMany())).toEqual(["later", "waits"]);
  });

  it("a notice loses its words ninety days after its last moment; that there was one stays", async () => {
    const notice = (id: string, state: string, notAfter: Date) =>
      store.write.once((tx) =>
        tx.notice.create({
          data: {
            ...{ id, state, notAfter, title: "Clinic", writtenBy: "nour", audience: "{}", recipients: 3 },
            ...{ texts: '{"en":"The clinic is open."}', missing: "leave_out" },
            ...{ createdAt: notAfter, changedAt: notAfter },
          },
        }),
      );
    for (const state of ["done", "cancelled", "expired", "draft", "paused"])
      await notice(state, state, ago(90 * dayMs));
    await notice("young", "done", ago(90 * dayMs - secondMs));
    expect(await applyRetention(store, now)).toMatchObject({ notices: 3 });
    expect(await applyRetention(store, now)).toMatchObject({ notices: 0 });
    const kept = await store.read.notice.findMany({ where: { texts: { not: "{}" } } });
    expect(ids(kept)).toEqual(["draft", "paused", "young"]);
    expect(await store.read.notice.findUnique({ where: { id: "done" } })).toMatchObject({ recipients: 3 });
  });

  it("links for signing in and sessions go when nobody can use them any more", async () => {
    await store.write.once(async (tx) => {
      await tx.staff.create({
        data: {
          ...{ id: "nour", name: "Nour", email: "nour@union.example", role: "caseworker", language: "en" },
          createdAt: ago(dayMs),
        },
      });
      const link = { staffId: "nour", browserHash: "b", createdAt: ago(hourMs) };
      await tx.signInLink.createMany({
        data: [
          { ...link, id: "over", tokenHash: "1", expiresAt: ago(15 * minuteMs) },
          { ...link, id: "told", tokenHash: "2", expiresAt: ago(15 * minuteMs - secondMs) },
        ],
      });
      const session = { staffId: "nour", createdAt: ago(hourMs) };
      await tx.staffSession.createMany({
        data: [
          { ...session, id: "ended", seenAt: now, expiresAt: now },
          { ...session, id: "quiet", seenAt: ago(2 * hourMs), expiresAt: ago(-hourMs) },
          { ...session, id: "awake", seenAt: ago(hourMs), expiresAt: ago(-hourMs) },
        ],
      });
    });
    expect(await applyRetention(store, now)).toMatchObject({ signInLinks: 1, sessions: 2 });
    expect(ids(await store.read.signInLink.findMany())).toEqual(["told"]);
    expect(ids(await store.read.staffSession.findMany())).toEqual(["awake"]);
    expect(await store.read.staff.count()).toBe(1);
  });

  it("what an employer was shown goes ninety days after the opening has ended; the card's code stays taken", async () => {
    await store.write.once(async (tx) => {
      await tx.employer.create({
        data: {
          ...{ id: "e", name: "Bakery", kind: "company", place: "Mersin", contactName: "Selin" },
          ...{ language: "en", state: "verified", pledgedAt: now, pledgeVersion: 1, digestEvery: "day" },
          ...{ takesLetters: true, joinedAt: now, unanswered: 0 },
        },
      });
      const closed = { old: ago(90 * dayMs), young: ago(89 * dayMs), open: null };
      for (const [at, [id, closedAt]] of Object.entries(closed).entries()) {
        await tx.opening.create({
          data: {
            ...{ id, serial: at, code: id, employerId: "e", livelihood: "baker", payAmount: 1, places: 1 },
            ...{ payCurrency: "TRY", payPeriod: "day", place: "Mersin", startsOn: "2026-12-01", wave: 0 },
            ...{ validUntil: now, source: "api", state: closedAt === null ? "open" : "closed" },
            ...{ heldFor: "[]", postedAt: ago(99 * dayMs), closedAt },
          },
        });
        await tx.card.create({
          data: { id: `card-${id}`, openingId: id, code: "A1", state: "shown", createdAt: now },
        });
        await tx.digest.create({
          data: {
            ...{ id, key: id, employerId: "e", openingId: id, kind: "cards", createdAt: now, expiresAt: now },
            digestCards: { create: { cardId: `card-${id}` } },
          },
        });
      }
    });
    expect(await applyRetention(store, now)).toMatchObject({ digests: 1 });
    expect(ids(await store.read.digest.findMany())).toEqual(["open", "young"]);
    expect(await store.read.digestCard.count()).toBe(2);
    expect(await store.read.card.count()).toBe(3);
  });
});
