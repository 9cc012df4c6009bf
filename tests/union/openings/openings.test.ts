import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { openingCode, openingCodes } from "../../../domain/opening-code.ts";
import { firstBrokenSeal } from "../../../union/audit/audit.ts";
import { answerAlert } from "../../../union/matching/answer-alert.ts";
import { expireAlerts } from "../../../union/matching/expire-alerts.ts";
import { closeOpening, fillOpening } from "../../../union/openings/end-opening.ts";
import { expireOpenings } from "../../../union/openings/expire-openings.ts";
import { openingByCode, openingsOf } from "../../../union/openings/openings-of.ts";
import { pauseOpening, resumeOpening } from "../../../union/openings/pause-opening.ts";
import { openingsToReview, refuseOpening, releaseOpening } from "../../../union/openings/review-openings.ts";
import { takeNews } from "../../../union/openings/take-news.ts";
import { openSmallMarket, type SmallMarket } from "../matching/small-market.ts";

let market: SmallMarket;
beforeEach(async () => {
  market = await openSmallMarket();
  await market.employer("e");
});
afterEach(() => market.close());

const act = (openingId: string) => ({ openingId, actor: "employer:e", now: new Date(market.now()) }) as const;
const news = () => market.store.write.once((tx) => takeNews(tx, market.now(), 10));

async function heldId(): Promise<string> {
  const posted = await market.post("e", { livelihood: "baker", details: "Write on WhatsApp" });
  if (posted.kind !== "held") throw new Error("It was not held.");
  return posted.openingId;
}

/** An opening of which one was told, one said yes and one waits to be told. */
async function halfWay(): Promise<string> {
  for (const id of ["told", "willing", "waiting"]) await market.member(id);
  const opening = await market.posted("e");
  await market.match();
  await market.store.write.once(async (tx) => {
    const at = new Date(market.now());
    const where = { openingId: opening, personId: { in: ["told", "willing"] } };
    await tx.alert.updateMany({ where, data: { state: "told", toldAt: at } });
    const hers = await tx.alert.findFirstOrThrow({ where: { personId: "willing" } });
    await answerAlert(tx, hers.id, "interested", at);
  });
  return opening;
}

describe("posting", () => {
  it("the same work at the same place, pay and start is one opening until it has ended", async () => {
    const first = await market.posted("e");
    const again = await market.post("e", { place: "GAZIANTEP", details: "other words" });
    expect(again).toEqual({ kind: "duplicate", openingId: first, code: "2A2" });
    expect((await market.post("e", { startsOn: "2026-12-02" })).kind).toBe("posted");
    await market.employer("other");
    expect((await market.post("other")).kind).toBe("posted");
    await market.store.write.once((tx) => closeOpening(tx, act(first)));
    expect((await market.post("e")).kind).toBe("posted");
  });

  it("a code is given again only once the opening that has it is over", async () => {
    const first = await market.posted("e");
    await market.store.write.once((tx) =>
      tx.opening.update({ where: { id: first }, data: { serial: openingCodes } }),
    );
    const taken = openingCode(openingCodes + 1);
    await market.store.write.once((tx) => tx.opening.update({ where: { id: first }, data: { code: taken } }));
    const second = await market.post("e", { startsOn: "2026-12-02" });
    expect(second).toMatchObject({ kind: "posted", code: openingCode(openingCodes + 2) });
    expect((await openingByCode(market.store.read, taken))?.id).toBe(first);
    expect(await openingByCode(market.store.read, taken, "other")).toBeNull();
  });

  it("what is done to openings stands in the audit log, which is whole", async () => {
    const opening = await market.posted("e");
    await market.store.write.once((tx) => fillOpening(tx, act(opening)));
    const log = await market.store.read.auditEntry.findMany({ where: { object: `opening:${opening}` } });
    expect(log.map(({ action, actor }) => [action, actor])).toEqual([
      ["opening.posted", "employer:e"],
      ["opening.filled", "employer:e"],
    ]);
    expect(await market.store.write.once(firstBrokenSeal)).toBeNull();
  });
});

describe("an opening ends", () => {
  it("closed: who waits is not told, who is silent need not answer, who said yes is to hear of it, once", async () => {
    const opening = await halfWay();
    expect(await market.store.write.once((tx) => closeOpening(tx, act(opening)))).toEqual({
      kind: "ended",
      openingId: opening,
    });
    expect(await market.alerted(opening, "withdrawn")).toEqual(["waiting"]);
    expect(await market.alerted(opening, "lapsed")).toEqual(["told"]);
    expect((await news()).map(({ personId, state }) => [personId, state])).toEqual([["willing", "closed"]]);
    expect(await news()).toEqual([]);
    expect(await market.tell()).toEqual([]);
  });

  it("a second end changes nothing", async () => {
    const opening = await market.posted("e");
    await market.store.write.once((tx) => fillOpening(tx, act(opening)));
    const again = await market.store.write.once((tx) => closeOpening(tx, act(opening)));
    expect(again).toEqual({ kind: "already", state: "filled" });
    const none = await market.store.write.once((tx) => closeOpening(tx, act("none")));
    expect(none).toEqual({ kind: "unknown" });
  });

  it("by itself when its day has passed, held and paused ones too", async () => {
    const opening = await halfWay();
    const held = await heldId();
    market.pass(14 * dayMs - 1);
    expect(await expireOpenings(market.means)).toBe(0);
    market.pass(1);
    expect(await expireOpenings(market.means)).toBe(2);
    expect(await expireOpenings(market.means)).toBe(0);
    const kept = await market.store.read.opening.findMany({ where: { id: { in: [opening, held] } } });
    expect(kept.map(({ state }) => state)).toEqual(["expired", "expired"]);
    expect((await news()).map(({ personId }) => personId)).toEqual(["willing"]);
    expect(await expireAlerts(market.means)).toBe(0);
  });

  it("alerts that slipped through are ended by the round", async () => {
    const opening = await halfWay();
    await market.store.write.once((tx) =>
      tx.opening.update({ where: { id: opening }, data: { state: "closed" } }),
    );
    expect(await expireAlerts(market.means)).toBe(2);
    expect(await market.alerted(opening, "interested")).toEqual(["willing"]);
  });
});

describe("an opening pauses", () => {
  it("nobody is told meanwhile; when it goes on, they are", async () => {
    await market.member("cook");
    const opening = await market.posted("e");
    await market.match();
    expect(await market.store.write.once((tx) => pauseOpening(tx, act(opening)))).toBe(true);
    expect(await market.store.write.once((tx) => pauseOpening(tx, act(opening)))).toBe(false);
    expect(await market.tell()).toEqual([]);
    expect(await market.store.write.once((tx) => resumeOpening(tx, act(opening)))).toBe(true);
    expect(await market.tell()).toEqual(["cook"]);
  });
});

describe("an opening that is held back", () => {
  it("a caseworker sees the rules and lets it pass, once", async () => {
    const held = await heldId();
    const [shown] = await openingsToReview(market.store);
    expect([shown?.id, shown?.rules, shown?.employer.name]).toEqual([held, ["other_contact"], "Employer e"]);
    const decision = { openingId: held, staffId: "staff" };
    const both = await Promise.all([
      releaseOpening(market.means, decision),
      refuseOpening(market.means, { ...decision, reason: "contact" }),
    ]);
    expect(both).toEqual([{ kind: "decided" }, { kind: "already", state: "open" }]);
    expect(await openingsToReview(market.store)).toEqual([]);
  });

  it("refused, it is closed; too late, it cannot be let pass", async () => {
    const decision = { openingId: await heldId(), staffId: "staff" };
    market.pass(14 * dayMs + hourMs);
    expect(await releaseOpening(market.means, decision)).toEqual({ kind: "too_late" });
    expect(await refuseOpening(market.means, { ...decision, reason: "contact" })).toEqual({
      kind: "decided",
    });
    expect((await openingsOf(market.store.read, "e")).map(({ state }) => state)).toEqual(["closed"]);
    expect(await openingsOf(market.store.read, "e", "live")).toEqual([]);
  });
});
