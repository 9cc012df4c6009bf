import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs } from "../../../domain/moment.ts";
import type { Transaction } from "../../../prisma/store.ts";
import { alertForTelling } from "../../../union/matching/alert-for-telling.ts";
import { type AlertAnswer, answerAlert } from "../../../union/matching/answer-alert.ts";
import { dueAlerts } from "../../../union/matching/due-alerts.ts";
import { oddsOf } from "../../../union/matching/odds.ts";
import { openingsOfMember } from "../../../union/matching/openings-of-member.ts";
import { closeOpening } from "../../../union/openings/end-opening.ts";
import { openSmallMarket, type SmallMarket } from "./small-market.ts";

let market: SmallMarket;
beforeEach(async () => {
  market = await openSmallMarket();
  await market.employer("e");
});
afterEach(() => market.close());

const change = <Out>(work: (tx: Transaction) => Promise<Out>): Promise<Out> => market.store.write.once(work);
const alertOf = async (openingId: string, personId: string): Promise<string> =>
  (await market.store.read.alert.findFirstOrThrow({ where: { openingId, personId } })).id;
const answer = async (openingId: string, personId: string, said: AlertAnswer) => {
  const id = await alertOf(openingId, personId);
  return market.store.write.once((tx) => answerAlert(tx, id, said, new Date(market.now())));
};
const dueIn = async (personId: string): Promise<number> => {
  const { dueAt } = await market.store.read.alert.findFirstOrThrow({ where: { personId, state: "waiting" } });
  return dueAt.getTime() - market.now();
};

async function matched(): Promise<string> {
  const opening = await market.posted("e");
  await market.match();
  return opening;
}

describe("when a member is told of an opening", () => {
  it("once, and once only however often it is asked", async () => {
    await market.member("cook");
    await matched();
    expect(await Promise.all([market.tell(), market.tell()])).toEqual([["cook"], []]);
  });

  it("one a day and three a week", async () => {
    await market.member("cook");
    for (const day of ["07", "08", "09", "10"]) await market.posted("e", { startsOn: `2026-12-${day}` });
    await market.match();
    market.pass(hourMs);
    const told = [];
    for (let day = 0; day < 10; day += 1) {
      told.push((await market.tell()).length);
      await market.match();
      market.pass(dayMs);
    }
    expect(told).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 1, 0]);
  });

  it("what fits her best comes first", async () => {
    await market.member("help", { livelihood: "kitchen-help" });
    await market.posted("e");
    const best = await market.posted("e", { livelihood: "kitchen-help" });
    await market.match();
    await market.tell();
    expect(await market.alerted(best, "told")).toEqual(["help"]);
    expect(await dueIn("help")).toBe(dayMs);
  });

  it("not at night, but at eight in the morning of her country", async () => {
    await market.member("cook");
    await matched();
    market.pass(12 * hourMs); // Midnight in Turkey.
    expect(await market.tell()).toEqual([]);
    expect(await dueIn("cook")).toBe(8 * hourMs);
    market.pass(8 * hourMs);
    expect(await market.tell()).toEqual(["cook"]);
  });

  it("not within two minutes of her own message", async () => {
    await market.member("cook", { lastInboundAt: market.now() - minuteMs });
    await matched();
    expect(await market.tell()).toEqual([]);
    expect(await dueIn("cook")).toBe(minuteMs);
    market.pass(minuteMs);
    expect(await market.tell()).toEqual(["cook"]);
  });

  it("not while she waits for a person, or talks to one", async () => {
    for (const id of ["waits", "talks"]) await market.member(id);
    await matched();
    await change(async (tx) => {
      const openedAt = new Date(market.now());
      await tx.case.create({ data: { id: "c", addressId: "a-waits", reason: "asked_for_person", openedAt } });
      await tx.lane.update({ where: { addressId: "a-talks" }, data: { owner: "person" } });
    });
    expect(await market.tell()).toEqual([]);
    market.pass(hourMs);
    await change(async (tx) => {
      await tx.case.update({ where: { id: "c" }, data: { closedAt: new Date(market.now()) } });
    });
    expect(await market.tell()).toEqual(["waits"]);
  });

  it("not after STOP, nor after she took back her consent to job alerts", async () => {
    for (const id of ["stopped", "withdrew", "willing"]) await market.member(id);
    await matched();
    await change(async (tx) => {
      await tx.lane.update({ where: { addressId: "a-stopped" }, data: { state: "stopped" } });
      const at = new Date(market.now() + 1);
      await tx.consentEntry.create({
        data: {
          ...{ addressId: "a-withdrew", topic: "jobs", decision: "withdrawn", how: "stop" },
          ...{ textVersion: 1, language: "en", at },
        },
      });
    });
    expect(await market.tell()).toEqual(["willing"]);
  });

  it("at the address she wrote from last, and at none that is somebody else's by now", async () => {
    await market.member("cook");
    await market.member("other");
    await change(async (tx) => {
      const since = new Date(market.now() - hourMs);
      await tx.addressHolder.create({ data: { id: "h2", addressId: "a-other", personId: "cook", since } });
      await tx.lane.update({
        where: { addressId: "a-other" },
        data: { lastInboundAt: new Date(market.now() - hourMs) },
      });
    });
    await matched();
    const told = await change(async (tx) => dueAlerts(tx, market.now(), 10));
    expect(told.map(({ personId, addressId }) => [personId, addressId]).toSorted()).toEqual([
      ["cook", "a-cook"],
      ["other", "a-other"],
    ]);
  });
});

describe("what a member is told", () => {
  it("work, pay, place, start, odds and reasons; the employer's name is nowhere in it", async () => {
    await market.member("cook");
    await market.member("other");
    const opening = await matched();
    await market.tell();
    await answer(opening, "other", "interested");
    const id = await alertOf(opening, "cook");
    const told = await market.store.write.once((tx) => alertForTelling(tx, id));
    expect(told).toMatchObject({
      ...{ code: "2A2", livelihood: "cook", place: "Gaziantep", startsOn: "2026-12-01", places: 1 },
      pay: { amount: 22_000, currency: "TRY", period: "month" },
      ...{ employerKind: "company", isEmployerVerified: true, openingState: "open", state: "told" },
      odds: { told: 2, interested: 1, places: 1 },
      reasons: ["work"],
    });
    expect(JSON.stringify(told)).not.toMatch(/Employer e|Deniz/);
  });
});

describe("what a member answers", () => {
  it("yes, yes again, and no after all", async () => {
    await market.member("cook");
    const opening = await matched();
    expect((await answer(opening, "cook", "interested")).kind).toBe("unknown");
    await market.tell();
    expect(await answer(opening, "cook", "interested")).toMatchObject({ kind: "answered", before: null });
    expect(await answer(opening, "cook", "interested")).toMatchObject({ kind: "again" });
    expect(await oddsOf(market.store.read, opening)).toEqual({ told: 1, interested: 1, places: 1 });
    expect(await answer(opening, "cook", "declined")).toMatchObject({ before: "interested" });
    expect(await oddsOf(market.store.read, opening)).toEqual({ told: 1, interested: 0, places: 1 });
  });

  it("too late: she is told so, and nothing changes", async () => {
    for (const id of ["silent", "slow"]) await market.member(id);
    const opening = await matched();
    await market.tell();
    market.pass(14 * dayMs);
    expect(await answer(opening, "slow", "interested")).toMatchObject({ kind: "closed", state: "expired" });
    await market.store.write.once((tx) =>
      closeOpening(tx, { openingId: opening, actor: "employer:e", now: new Date(market.now()) }),
    );
    expect(await answer(opening, "silent", "declined")).toMatchObject({ kind: "closed", state: "closed" });
    expect(await market.alerted(opening, "lapsed")).toEqual(["silent", "slow"]);
  });
});

describe("what a member sees of the openings she said yes to", () => {
  it("how each stands, by her card and by the opening's own end", async () => {
    await market.member("cook");
    const opening = await matched();
    await market.tell();
    await answer(opening, "cook", "interested");
    const standing = async () =>
      (await openingsOfMember(market.store.read, "cook")).map((one) => one.standing);
    expect(await standing()).toEqual(["not_seen"]);
    const createdAt = new Date(market.now());
    await change((tx) =>
      tx.card.create({
        data: { id: "k", openingId: opening, personId: "cook", code: "A1", state: "shown", createdAt },
      }),
    );
    expect(await standing()).toEqual(["seen"]);
    await change((tx) => tx.card.update({ where: { id: "k" }, data: { state: "wanted" } }));
    expect(await standing()).toEqual(["wanted"]);
    await change((tx) => tx.card.update({ where: { id: "k" }, data: { state: "shown" } }));
    await change((tx) =>
      closeOpening(tx, { openingId: opening, actor: "employer:e", now: new Date(market.now()) }),
    );
    expect(await standing()).toEqual(["closed"]);
  });
});
