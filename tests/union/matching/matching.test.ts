import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { pauseEmployer, refuseEmployer, verifyEmployer } from "../../../union/employers/decide-employer.ts";
import { matchDueOpenings } from "../../../union/matching/match-due-openings.ts";
import { memberIndex } from "../../../union/matching/member-index.ts";
import { releaseOpening } from "../../../union/openings/review-openings.ts";
import { openSmallMarket, type SmallMarket } from "./small-market.ts";

let market: SmallMarket;
beforeEach(async () => {
  market = await openSmallMarket();
});
afterEach(() => market.close());

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `m${String(at).padStart(3, "0")}`);

describe("who hears of an opening", () => {
  it("a cook in the same town, however the town is written; not a driver, nor a cook elsewhere", async () => {
    await market.member("cook", { place: "  GAZİANTEP " });
    await market.member("driver", { livelihood: "truck" });
    await market.member("faraway", { place: "Izmir" });
    await market.member("related", { livelihood: "kitchen-help" });
    await market.employer("e");
    const opening = await market.posted("e");
    await market.match();
    expect(await market.alerted(opening)).toEqual(["cook", "related"]);
  });

  it("nobody under 18, nobody who said no to job alerts, nobody whose work is not in the menu", async () => {
    await market.member("young", { ageBand: "under18" });
    await market.member("unwilling", { jobAlerts: false });
    await market.member("other", { livelihood: null });
    await market.employer("e");
    const opening = await market.posted("e");
    expect(await market.match()).toBe(0);
    expect(await market.alerted(opening)).toEqual([]);
  });

  it("a town of the same name in another country is another town; a number without a country counts as here", async () => {
    await market.member("lebanese", { place: "Tripoli", country: "LB" });
    await market.member("libyan", { place: "Tripoli", country: "LY" });
    await market.member("telegram", { place: "Tripoli", country: null });
    await market.employer("e");
    const here = await market.posted("e", { place: "Tripoli", country: "LB" });
    await market.match();
    expect(await market.alerted(here)).toEqual(["lebanese", "telegram"]);
    const anywhere = await market.posted("e", { place: "Tripoli", country: null });
    await market.match();
    expect(await market.alerted(anywhere)).toEqual(["lebanese", "libyan", "telegram"]);
  });

  it("nobody who has said STOP, whatever the index still holds", async () => {
    await market.member("stopped");
    await market.member("willing");
    await market.members.refresh(market.now());
    await market.store.write.once((tx) =>
      tx.lane.update({ where: { addressId: "a-stopped" }, data: { state: "stopped" } }),
    );
    await market.employer("e");
    const opening = await market.posted("e");
    await market.match();
    expect(await market.alerted(opening)).toEqual(["willing"]);
  });

  it("nobody who has erased herself since the index was built", async () => {
    await market.member("erased");
    await market.member("there");
    await market.members.refresh(market.now());
    await market.store.write.once((tx) => tx.person.delete({ where: { id: "erased" } }));
    await market.employer("e");
    const opening = await market.posted("e");
    expect(await market.match()).toBe(1);
    expect(await market.alerted(opening)).toEqual(["there"]);
  });
});

describe("an employer that nobody has verified", () => {
  it("nobody hears of her openings; once she is verified, they do, and the round is rung for", async () => {
    await market.member("cook");
    await market.employer("e", false);
    const opening = await market.posted("e");
    expect(await market.match()).toBe(0);
    expect(await market.alerted(opening)).toEqual([]);
    await verifyEmployer(market.means, { employerId: "e", staffId: "staff", reason: null });
    expect(market.rung).toContain("matching");
    expect(await market.match()).toBe(1);
    expect(await market.alerted(opening)).toEqual(["cook"]);
  });

  it("not even where an opening of hers is due by mistake", async () => {
    await market.member("cook");
    await market.employer("e", false);
    const opening = await market.posted("e");
    await market.store.write.once((tx) =>
      tx.opening.update({ where: { id: opening }, data: { matchAt: new Date(market.now()) } }),
    );
    expect(await market.match()).toBe(0);
    expect(await market.store.read.alert.count()).toBe(0);
  });

  it("one who is paused: what was matched is not told until she is verified again", async () => {
    await market.member("cook");
    await market.employer("e");
    await market.posted("e");
    await market.match();
    await pauseEmployer(market.means, { employerId: "e", staffId: "staff", reason: "complaint" });
    expect(await market.tell()).toEqual([]);
    await verifyEmployer(market.means, { employerId: "e", staffId: "staff", reason: null });
    expect(await market.tell()).toEqual(["cook"]);
  });

  it("one who is refused: her openings are closed and nobody is told", async () => {
    await market.member("cook");
    await market.employer("e");
    const opening = await market.posted("e");
    await market.match();
    await pauseEmployer(market.means, { employerId: "e", staffId: "staff", reason: null });
    await refuseEmployer(market.means, { employerId: "e", staffId: "staff", reason: "fees" });
    expect(await market.alerted(opening, "withdrawn")).toEqual(["cook"]);
    expect(await market.tell()).toEqual([]);
  });
});

describe("an opening that is held back", () => {
  it("nobody hears of it before a caseworker has let it pass", async () => {
    await market.member("cook");
    await market.employer("e");
    const held = await market.post("e", { details: "A deposit of 500 is needed" });
    if (held.kind !== "held") throw new Error("It was not held.");
    expect(await market.match()).toBe(0);
    await releaseOpening(market.means, { openingId: held.openingId, staffId: "staff" });
    expect(await market.match()).toBe(1);
  });
});

describe("how many hear of an opening", () => {
  it("40 at once for one place, the others a day later, nobody twice", async () => {
    for (const id of names(50)) await market.member(id);
    await market.employer("e");
    const opening = await market.posted("e");
    expect(await market.match()).toBe(40);
    expect(await market.match()).toBe(0);
    market.pass(dayMs);
    expect(await market.match()).toBe(10);
    expect(await market.alerted(opening)).toEqual(names(50));
    market.pass(dayMs);
    expect(await market.match()).toBe(0);
  });

  it("nobody else once eight have said yes to one place", async () => {
    for (const id of names(45)) await market.member(id);
    await market.employer("e");
    const opening = await market.posted("e");
    await market.match();
    await market.store.write.once(async (tx) => {
      const some = await tx.alert.findMany({ where: { openingId: opening }, take: 8 });
      const ids = some.map(({ id }) => id);
      await tx.alert.updateMany({ where: { id: { in: ids } }, data: { state: "interested" } });
    });
    expect(await market.tell()).toEqual([]);
    market.pass(dayMs);
    expect(await market.match()).toBe(0);
  });

  it("somebody who joins later hears of it a day after the first", async () => {
    await market.member("first");
    await market.employer("e");
    const opening = await market.posted("e");
    await market.match();
    market.pass(hourMs);
    await market.member("later");
    market.pass(dayMs);
    await market.match();
    expect(await market.alerted(opening)).toEqual(["first", "later"]);
  });

  it("two workers at once make no double alert", async () => {
    for (const id of names(30)) await market.member(id);
    await market.employer("e");
    await market.posted("e");
    await market.posted("e", { livelihood: "waiter" });
    const other = memberIndex(market.store);
    const done = await Promise.all([
      matchDueOpenings(market.means, market.members),
      matchDueOpenings(market.means, other),
      matchDueOpenings(market.means, market.members),
    ]);
    expect(done.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(30);
    expect(await market.store.read.alert.count()).toBe(30);
    expect(await market.store.read.opening.count({ where: { wave: 1 } })).toBe(1);
  });

  it("nobody has more openings waiting for her than a week can hold", async () => {
    await market.member("cook");
    await market.employer("e");
    for (const startsOn of ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"])
      await market.posted("e", { startsOn });
    expect(await market.match()).toBe(3);
  });
});

describe("the index of members", () => {
  it("takes over what a member changes, and that she joins or stops wanting alerts", async () => {
    await market.member("mover");
    await market.member("quitter");
    const index = await market.members.refresh(market.now());
    expect(index.get("mover")?.spot.area).toBe("TR gaziantep");
    market.pass(hourMs);
    await market.store.write.once(async (tx) => {
      const changedAt = new Date(market.now());
      await tx.person.update({ where: { id: "mover" }, data: { place: "Adana", changedAt } });
      await tx.person.update({ where: { id: "quitter" }, data: { jobAlerts: false, changedAt } });
    });
    await market.member("joiner");
    await market.members.refresh(market.now());
    expect(index.get("mover")?.spot.area).toBe("TR adana");
    expect(index.get("quitter")).toBeUndefined();
    expect(index.get("joiner")?.occupations).toEqual([{ isco: "5120", years: 3, isVerified: false }]);
  });

  it("knows who was told of work, so that others have their turn", async () => {
    await market.member("cook");
    await market.employer("e");
    await market.posted("e");
    await market.match();
    market.pass(hourMs);
    await market.tell();
    const index = await market.members.refresh(market.now());
    expect(index.get("cook")?.alerts).toEqual([market.now()]);
  });
});
