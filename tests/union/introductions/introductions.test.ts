import { describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { decideCards } from "../../../union/digests/decide-cards.ts";
import { answerIntroduction } from "../../../union/introductions/answer-introduction.ts";
import {
  dueIntroductions,
  introductionAskedOf,
  markAsked,
} from "../../../union/introductions/due-introductions.ts";
import { expireIntroductions } from "../../../union/introductions/expire-introductions.ts";
import { withdrawFrom } from "../../../union/introductions/withdraw.ts";
import { type SmallMarket, type SomeMember, smallMarket } from "../digests/small-market.ts";

interface Wanted extends SmallMarket {
  readonly amina: string;
  readonly addressId: string;
  readonly id: string;
}

/** The employer said yes to Amina's card. */
async function wanted(who: SomeMember = {}): Promise<Wanted> {
  const market = await smallMarket();
  const amina = await market.member({ name: "Amina", phone: "+905550112233", ...who });
  await market.saysYes(amina);
  await market.digests();
  await decideCards(market.means, {
    employerId: "employer",
    openingId: "opening",
    decisions: [{ card: "A1", verdict: "yes" }],
    how: "text",
    now: market.now(),
  });
  const { id } = await market.store.read.introduction.findFirstOrThrow();
  const { addressId } = await market.store.read.addressHolder.findFirstOrThrow({
    where: { personId: amina },
  });
  return { ...market, amina, addressId, id };
}

const asks = (market: Wanted) => market.write((tx) => markAsked(tx, market.id, market.now()));
const answers = (market: Wanted, answer: "agreed" | "refused", change: object = {}) =>
  market.write((tx) =>
    answerIntroduction(tx, {
      introductionId: market.id,
      personId: market.amina,
      addressId: market.addressId,
      answer,
      now: market.now(),
      ...change,
    }),
  );
const letters = (market: Wanted) =>
  market.store.read.letter.findMany({ where: { kind: { not: "digest" } }, select: { kind: true } });

const tell = {
  employerId: "employer",
  addressId: "employer-phone",
  language: "en",
  openingId: "opening",
  openingCode: "4F7",
  livelihood: "tailor",
  card: "A1",
};

describe("a member whom an employer wants", () => {
  it("is asked once, with all she has to know, and has 72 hours from then", async () => {
    const market = await wanted();
    const due = () => dueIntroductions(market.store.read, market.now());
    expect(await due()).toMatchObject([
      {
        introductionId: market.id,
        personId: market.amina,
        language: "ar",
        addressIds: [market.addressId],
        employer: { name: "Atelier Yildiz", kind: "company", place: "Gaziantep" },
        opening: { code: "4F7", payAmount: 22_000, payCurrency: "TRY", payPeriod: "month" },
      },
    ]);
    market.pass(hourMs);
    expect([await asks(market), await asks(market)]).toEqual([true, false]);
    expect(await due()).toEqual([]);
    expect(await introductionAskedOf(market.store.read, market.amina, market.now())).toBe(market.id);
    expect(await market.store.read.introduction.findFirst()).toMatchObject({
      state: "asked",
      expiresAt: new Date(market.now().getTime() + 3 * dayMs),
    });
  });

  it.each<readonly [string, (market: Wanted) => Promise<unknown>]>([
    ["sent STOP", (market) => market.stops(market.amina)],
    [
      "is wanted by one who may not hire through us any more",
      (market) =>
        market.write((tx) => tx.employer.update({ where: { id: "employer" }, data: { state: "refused" } })),
    ],
    [
      "is wanted for an opening that is closed",
      (market) =>
        market.write((tx) => tx.opening.update({ where: { id: "opening" }, data: { state: "closed" } })),
    ],
  ])("is not asked when she %s", async (_what, happens) => {
    const market = await wanted();
    await happens(market);
    expect(await dueIntroductions(market.store.read, market.now())).toEqual([]);
  });

  it("and agrees, is told how to reach the employer and the employer how to reach her, exactly once", async () => {
    const market = await wanted();
    await asks(market);
    expect(await answers(market, "agreed")).toEqual({
      kind: "agreed",
      member: { name: "Amina", phone: "+905550112233" },
      employer: {
        name: "Atelier Yildiz",
        contactName: "Leyla Demir",
        phone: "+905550190001",
        email: "jobs@atelier.example",
        openingCode: "4F7",
        livelihood: "tailor",
      },
      tell,
    });
    const on = market.now();
    market.pass(hourMs);
    const already = { kind: "already", state: "agreed", on };
    expect([await answers(market, "agreed"), await answers(market, "refused")]).toEqual([already, already]);
    expect(await letters(market)).toEqual([{ kind: "introduction" }]);
  });

  it("agrees once when she presses twice at the same moment", async () => {
    const market = await wanted();
    await asks(market);
    const both = await Promise.all([answers(market, "agreed"), answers(market, "agreed")]);
    expect(both.map(({ kind }) => kind)).toEqual(["agreed", "already"]);
  });

  it("and has no number with us, writes first", async () => {
    const market = await wanted({ channel: "telegram", phone: "4711" });
    await asks(market);
    expect(await answers(market, "agreed")).toMatchObject({ member: { name: "Amina", phone: null } });
  });

  it("and refuses: the employer learns that she is not available, and nothing of her", async () => {
    const market = await wanted();
    await asks(market);
    expect(await answers(market, "refused")).toEqual({ kind: "refused", tell });
    expect(await letters(market)).toEqual([{ kind: "not-available" }]);
    expect(await answers(market, "agreed")).toMatchObject({ kind: "already", state: "refused" });
  });

  it("shares nothing when she was not asked, is somebody else, or comes too late", async () => {
    const market = await wanted();
    expect(await answers(market, "agreed")).toEqual({ kind: "late" });
    await asks(market);
    expect(await answers(market, "agreed", { personId: "somebody" })).toEqual({ kind: "unknown" });
    expect(await answers(market, "agreed", { introductionId: "none" })).toEqual({ kind: "unknown" });
    market.pass(3 * dayMs);
    expect(await answers(market, "agreed")).toEqual({ kind: "late" });
    expect(await letters(market)).toEqual([]);
  });

  it("shares nothing with one who was refused since she was asked", async () => {
    const market = await wanted();
    await asks(market);
    await market.write((tx) => tx.employer.update({ where: { id: "employer" }, data: { state: "refused" } }));
    expect(await answers(market, "agreed")).toEqual({ kind: "late" });
    expect(await market.store.read.introduction.findFirst()).toMatchObject({ state: "asked" });
  });

  it("and does not answer: it lapses after 72 hours, and both are told once", async () => {
    const market = await wanted();
    await asks(market);
    const expire = () => market.write((tx) => expireIntroductions(tx, market.now()));
    market.pass(3 * dayMs - 1);
    expect(await expire()).toEqual([]);
    market.pass(1);
    expect(await expire()).toEqual([
      { introductionId: market.id, personId: market.amina, wasAsked: true, tell },
    ]);
    expect(await expire()).toEqual([]);
    expect(await answers(market, "agreed")).toEqual({ kind: "late" });
    expect(await introductionAskedOf(market.store.read, market.amina, market.now())).toBeNull();
  });

  it("may take it back at any time, also after her number was shared: then the employer is asked to delete it", async () => {
    const withdraws = (market: Wanted) =>
      market.write((tx) =>
        withdrawFrom(tx, { openingId: "opening", personId: market.amina, now: market.now() }),
      );
    const asked = await wanted();
    await asks(asked);
    expect(await withdraws(asked)).toEqual({ kind: "wanted", tell });
    expect(await answers(asked, "agreed")).toEqual({ kind: "late" });

    const shared = await wanted();
    await asks(shared);
    await answers(shared, "agreed");
    expect(await withdraws(shared)).toEqual({ kind: "shared", tell });
    expect(await withdraws(shared)).toEqual({ kind: "nothing" });
    expect(await letters(shared)).toEqual([{ kind: "introduction" }, { kind: "not-available" }]);
  });

  it("is nowhere in the audit log by name or number", async () => {
    const market = await wanted();
    await asks(market);
    await answers(market, "agreed");
    const entries = await market.store.read.auditEntry.findMany();
    expect(entries.map(({ action }) => action)).toContain("introduction.agreed");
    expect(JSON.stringify(entries)).not.toMatch(/Amina|90555|Leyla/);
  });
});
