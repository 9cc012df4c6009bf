import { describe, expect, it } from "vitest";
import type { CardDecision } from "../../../domain/digest-reply.ts";
import { hourMs, minuteMs } from "../../../domain/moment.ts";
import { firstBrokenSeal } from "../../../union/audit/audit.ts";
import { decideCards } from "../../../union/digests/decide-cards.ts";
import { shownCards } from "../../../union/digests/shown-cards.ts";
import { undoDecision } from "../../../union/digests/undo-decision.ts";
import { markAsked } from "../../../union/introductions/due-introductions.ts";
import { withdrawFrom } from "../../../union/introductions/withdraw.ts";
import { type SmallMarket, smallMarket } from "./small-market.ts";

const yes = (card: string): CardDecision => ({ card, verdict: "yes" });
const no = (card: string): CardDecision => ({ card, verdict: "no", reason: "skill" });

const decides = (market: SmallMarket, decisions: readonly CardDecision[], change: object = {}) =>
  decideCards(market.means, {
    employerId: "employer",
    openingId: "opening",
    decisions,
    how: "text",
    now: market.now(),
    ...change,
  });

/** Three members said yes and the employer has seen them. */
async function threeShown(): Promise<SmallMarket & { readonly people: readonly string[] }> {
  const market = await smallMarket();
  const people: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const person = await market.member();
    people.push(person);
    await market.saysYes(person);
  }
  await market.digests();
  return { ...market, people };
}

describe("what an employer decides", () => {
  it("is noted once for each card; a yes asks for one introduction", async () => {
    const market = await threeShown();
    market.rung.length = 0;
    expect(await decides(market, [yes("A1"), no("A2")])).toEqual([
      { card: "A1", kind: "noted", verdict: "yes" },
      { card: "A2", kind: "noted", verdict: "no" },
    ]);
    expect(await market.store.read.introduction.findMany()).toMatchObject([
      { state: "to_ask", personId: market.people[0], dueAt: market.now() },
    ]);
    expect(await market.store.read.card.findMany({ orderBy: { code: "asc" } })).toMatchObject([
      { state: "wanted", verdict: "yes", reason: null, decidedHow: "text" },
      { state: "declined", verdict: "no", reason: "skill" },
      { state: "shown", verdict: null },
    ]);
    expect(market.rung).toEqual(["introductions"]);
  });

  it("stands when she says it again, or says something else", async () => {
    const market = await threeShown();
    await decides(market, [yes("A1")]);
    const on = market.now();
    market.pass(hourMs);
    market.rung.length = 0;
    const already = { card: "A1", kind: "already", verdict: "yes", on };
    expect(await decides(market, [yes("A1")])).toEqual([already]);
    expect(await decides(market, [no("A1")])).toEqual([already]);
    expect(await market.store.read.introduction.count()).toBe(1);
    expect(market.rung).toEqual([]);
  });

  it("is noted once when she presses twice at the same moment", async () => {
    const market = await threeShown();
    const both = await Promise.all([decides(market, [yes("A1")]), decides(market, [yes("A1")])]);
    expect(both.flat().map(({ kind }) => kind)).toEqual(["noted", "already"]);
    expect(await market.store.read.introduction.count()).toBe(1);
  });

  it("does nothing about a card she was not shown, or that is not hers", async () => {
    const market = await threeShown();
    await market.saysYes(await market.member());
    await market.opening("other", { code: "7K2" });
    const kinds = async (decisions: readonly CardDecision[], change: object = {}) =>
      (await decides(market, decisions, change)).map(({ kind }) => kind);
    expect(await kinds([yes("A4"), yes("Z9")])).toEqual(["unknown", "unknown"]);
    expect(await kinds([yes("A1")], { employerId: "somebody" })).toEqual(["not_yours"]);
    expect(await kinds([yes("A1")], { openingId: "other" })).toEqual(["unknown"]);
    expect(await market.store.read.introduction.count()).toBe(0);
  });

  it("does nothing once she may not hire through us any more, or the opening is closed", async () => {
    const market = await threeShown();
    await market.write((tx) => tx.opening.update({ where: { id: "opening" }, data: { state: "closed" } }));
    expect(await decides(market, [yes("A1")])).toEqual([{ card: "A1", kind: "withdrawn" }]);
    await market.write((tx) => tx.employer.update({ where: { id: "employer" }, data: { state: "refused" } }));
    expect(await decides(market, [yes("A1")])).toEqual([{ card: "A1", kind: "not_yours" }]);
    expect(await market.store.read.introduction.count()).toBe(0);
  });

  it("does nothing about a member who took her yes back, or was erased", async () => {
    const market = await threeShown();
    const [amina = "", layla = ""] = market.people;
    await market.write((tx) =>
      withdrawFrom(tx, { openingId: "opening", personId: amina, now: market.now() }),
    );
    await market.write((tx) => tx.person.delete({ where: { id: layla } }));
    expect(await decides(market, [yes("A1"), yes("A2")])).toEqual([
      { card: "A1", kind: "withdrawn" },
      { card: "A2", kind: "withdrawn" },
    ]);
  });

  it("is in the audit log, without a name or a number", async () => {
    const market = await threeShown();
    await decides(market, [yes("A1")]);
    const entries = await market.store.read.auditEntry.findMany({
      where: { action: { startsWith: "card." } },
    });
    expect(entries).toMatchObject([{ actor: "employer:employer", action: "card.yes" }]);
    expect(JSON.stringify(entries)).not.toMatch(/Name\d|\+90555/);
    expect(await firstBrokenSeal(market.store.read)).toBeNull();
  });
});

describe("UNDO", () => {
  const undo = (market: SmallMarket, card: string) =>
    market.write((tx) =>
      undoDecision(tx, { employerId: "employer", openingId: "opening", card, now: market.now() }),
    );

  it("takes a decision back, which can then be made again", async () => {
    const market = await threeShown();
    await decides(market, [yes("A1"), no("A2")]);
    expect([await undo(market, "A1"), await undo(market, "A2")]).toEqual([
      { kind: "undone", card: "A1" },
      { kind: "undone", card: "A2" },
    ]);
    expect(await market.store.read.introduction.count()).toBe(0);
    expect(await undo(market, "A1")).toEqual({ kind: "unknown", card: "A1" });
    expect(await decides(market, [no("A1"), yes("A2")])).toMatchObject([
      { kind: "noted" },
      { kind: "noted" },
    ]);
  });

  it("comes too late after ten minutes", async () => {
    const market = await threeShown();
    await decides(market, [yes("A1")]);
    market.pass(10 * minuteMs + 1);
    expect(await undo(market, "A1")).toEqual({ kind: "too_late", card: "A1" });
  });

  it("comes too late once the member was asked", async () => {
    const market = await threeShown();
    await decides(market, [yes("A1")]);
    const { id } = await market.store.read.introduction.findFirstOrThrow();
    await market.write((tx) => markAsked(tx, id, market.now()));
    expect(await undo(market, "A1")).toEqual({ kind: "asked", card: "A1" });
    expect(await market.store.read.introduction.count()).toBe(1);
  });
});

it("the cards an employer has seen and not decided are known by opening, the one written about last first", async () => {
  const market = await threeShown();
  await market.opening("second", { code: "7K2", livelihood: "cook" });
  market.pass(hourMs);
  await market.saysYes(market.people[0]!, "second");
  await market.digests();
  await decides(market, [no("A2")]);
  expect(await shownCards(market.store.read, "employer")).toEqual([
    { openingId: "second", openingCode: "7K2", livelihood: "cook", cards: ["A1"] },
    { openingId: "opening", openingCode: "4F7", livelihood: "tailor", cards: ["A1", "A3"] },
  ]);
  expect(await shownCards(market.store.read, "somebody")).toEqual([]);
});
