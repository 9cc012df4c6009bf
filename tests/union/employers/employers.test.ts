import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pauseEmployer, refuseEmployer, verifyEmployer } from "../../../union/employers/decide-employer.ts";
import { employerAt, joinEmployer } from "../../../union/employers/join-employer.ts";
import { employerForReview, employersToReview } from "../../../union/employers/review-employers.ts";
import { openSmallMarket, type SmallMarket } from "../matching/small-market.ts";

let market: SmallMarket;
beforeEach(async () => {
  market = await openSmallMarket();
});
afterEach(() => market.close());

const decision = { employerId: "e", staffId: "ayse", reason: null };

async function join(id: string, addressId: string) {
  return market.store.write.once((tx) =>
    joinEmployer(tx, {
      ...{ id, contactId: `c-${id}`, name: "Baker & Sons", kind: "company", place: "Adana", country: "TR" },
      ...{ contactName: "Deniz", email: null, language: "fr", addressId, now: new Date(market.now()) },
    }),
  );
}

describe("an employer joins", () => {
  it("and waits for a caseworker; her address speaks for her", async () => {
    await market.member("owner");
    expect(await join("bakery", "a-owner")).toEqual({ kind: "joined", employerId: "bakery" });
    const at = await market.store.write.once((tx) => employerAt(tx, "a-owner"));
    expect(at).toMatchObject({ id: "bakery", state: "waiting", language: "fr", country: "TR" });
    expect((await employersToReview(market.store)).map(({ id }) => id)).toEqual(["bakery"]);
    const shown = await employerForReview(market.store, "bakery");
    expect(shown?.contacts.map(({ address }) => address.id)).toEqual(["a-owner"]);
    expect(await employerForReview(market.store, "nobody")).toBeNull();
  });

  it("twice from one address is one employer", async () => {
    await market.member("owner");
    await join("bakery", "a-owner");
    expect(await join("again", "a-owner")).toEqual({ kind: "already", employerId: "bakery" });
    expect(await market.store.read.employer.count()).toBe(1);
  });
});

describe("a caseworker decides about an employer", () => {
  it("two clicks at once are one decision, and the second is told whose the first was", async () => {
    await market.employer("e", false);
    const both = await Promise.all([
      verifyEmployer(market.means, decision),
      refuseEmployer(market.means, { ...decision, staffId: "omar", reason: "no address" }),
    ]);
    expect(both).toEqual([{ kind: "decided" }, { kind: "already", state: "verified", by: "ayse" }]);
    const entries = await market.store.read.auditEntry.findMany({ where: { object: "employer:e" } });
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["employer.joined", "employer:e"],
      ["employer.verified", "staff:ayse"],
    ]);
  });

  it("the reason stands with the employer and not in the log", async () => {
    await market.employer("e");
    await pauseEmployer(market.means, { ...decision, reason: "Mr Doe asked for money" });
    expect((await employerForReview(market.store, "e"))?.reason).toBe("Mr Doe asked for money");
    expect(JSON.stringify(await market.store.read.auditEntry.findMany())).not.toContain("Doe");
  });

  it("one who is paused or refused posts nothing", async () => {
    await market.employer("e");
    await pauseEmployer(market.means, decision);
    const paused = { kind: "refused", faults: [{ field: "employer", why: "employer_paused" }] };
    expect(await market.post("e")).toEqual(paused);
    await refuseEmployer(market.means, decision);
    expect(await market.post("e")).toMatchObject({ faults: [{ why: "employer_refused" }] });
    expect(await verifyEmployer(market.means, decision)).toMatchObject({ kind: "already", state: "refused" });
    expect(await market.post("nobody")).toMatchObject({ faults: [{ why: "unknown_employer" }] });
  });

  it("an employer there is not", async () => {
    expect(await verifyEmployer(market.means, decision)).toEqual({ kind: "unknown" });
    expect(market.rung).toEqual([]);
  });
});
