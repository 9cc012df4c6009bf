import { describe, expect, test } from "vitest";
import { tellDigests } from "../../../bot/employers/tell-digests.ts";
import { tellAgreed, tellEmployer, tellGone } from "../../../bot/employers/tell-employer.ts";
import { tellEndings } from "../../../bot/employers/tell-endings.ts";
import { dayMs, minuteMs } from "../../../domain/moment.ts";
import { countSegments } from "../../../domain/sms-segments.ts";
import { pauseEmployer } from "../../../union/employers/decide-employer.ts";
import { expireOpenings } from "../../../union/openings/expire-openings.ts";
import { type EmployerPhone, employerPhone } from "./employer-phone.ts";

/** An employer who was checked, with one job and so many candidates. */
async function hiring(candidates: number): Promise<EmployerPhone & { readonly code: string }> {
  const phone = await employerPhone();
  await phone.joins();
  await phone.posts();
  await phone.verified();
  for (let made = 0; made < candidates; made += 1) await phone.candidate();
  const [opening] = await phone.openings();
  return { ...phone, code: opening?.code ?? "" };
}

const cardStates = ({ store }: EmployerPhone) =>
  store.read.card.findMany({ orderBy: { code: "asc" }, select: { code: true, state: true } });

describe("a digest by text", () => {
  test("shows each candidate in a line without saying who she is, and fits one SMS", async () => {
    const phone = await hiring(3);
    const [digest = "", ...others] = await phone.digests();
    expect(others).toEqual([]);
    expect(digest).toBe(
      [
        `Job ${phone.code} Tailor:`,
        ...["A1", "A2", "A3"].map((card) => `${card}: 5 to 9 years, same town, Arabic`),
        "Reply YES A1 or NO A1. No names before both agree.",
      ].join("\n"),
    );
    expect(digest).not.toMatch(/Name\d|\+90/);
    expect(countSegments(digest)).toMatchObject({ encoding: "gsm7", segments: 2 });
  });

  test("comes once, also when two rounds run at the same time", async () => {
    const phone = await hiring(2);
    await Promise.all([tellDigests(phone.runtime, 1), tellDigests(phone.runtime, 1)]);
    expect(await phone.gets()).toHaveLength(1);
    await phone.union.pass(minuteMs);
    expect(await phone.digests()).toEqual([]);
  });

  test("that could not be queued was not made, and comes with the next round", async () => {
    const phone = await hiring(1);
    const broken = {
      ...phone.runtime,
      channels: new Map(),
      locales: {
        ...phone.runtime.locales,
        text: () => {
          throw new Error("no words");
        },
      },
    };
    await expect(tellDigests(broken, 1)).rejects.toThrow();
    expect(await phone.store.read.digest.count()).toBe(0);
    expect(await phone.digests()).toHaveLength(1);
  });

  test("is not made before a caseworker has checked the employer", async () => {
    const phone = await employerPhone();
    await phone.joins();
    await phone.posts();
    await phone.candidate();
    expect(await phone.digests()).toEqual([]);
  });

  test("waits for the morning", async () => {
    const phone = await hiring(0);
    phone.union.forward(14 * 60 * minuteMs);
    await phone.candidate();
    expect(await phone.digests()).toEqual([]);
    await phone.union.pass(12 * 60 * minuteMs);
    expect((await phone.gets()).join()).toContain("A1");
  });
});

describe("an answer to a digest", () => {
  test("is done card by card, and says what it did", async () => {
    const phone = await hiring(3);
    await phone.digests();
    expect(await phone.types("YES A1 A3, no A2 2")).toEqual([
      "OK:\nA1: we ask now.\nA3: we ask now.\nA2: noted.\nTo take it back within 10 minutes: UNDO",
    ]);
    expect(await cardStates(phone)).toEqual([
      { code: "A1", state: "wanted" },
      { code: "A2", state: "declined" },
      { code: "A3", state: "wanted" },
    ]);
    expect(await phone.store.read.introduction.count({ where: { state: "to_ask" } })).toBe(2);
    expect(await phone.types("YES A1")).toEqual(["Nothing was changed:\nA1: you said yes before."]);
    expect(await phone.store.read.introduction.count()).toBe(2);
  });

  test.each([
    ["YES A9", "I showed you no A9. Nothing was changed."],
    ["YES A1 A9", "I showed you no A9. Nothing was changed."],
    ["yes a1 and call me", "I did not understand: call me\nNothing was changed. Example: YES A1"],
    ["yes a1 no a1", "You said yes and no to A1. Nothing was changed."],
    ["who is a1?", null],
    ["yes", "Yes or no, and to whom? Nothing was changed. Example: YES A1"],
  ])("%s changes nothing", async (typed, said) => {
    const phone = await hiring(2);
    await phone.digests();
    const answers = await phone.types(typed);
    if (said !== null) expect(answers).toEqual([said]);
    expect(answers).toHaveLength(1);
    expect(await cardStates(phone)).toEqual([
      { code: "A1", state: "shown" },
      { code: "A2", state: "shown" },
    ]);
  });

  test("comes through in the middle of posting a job, which goes on", async () => {
    const phone = await hiring(1);
    await phone.digests();
    await phone.goes("EMPLOYER", "1", "sewing", "tailor", "23000 TRY a month");
    const [said = ""] = await phone.types("YES A1");
    expect(said).toContain("A1: we ask now.");
    expect(said).toContain("In which town is the work?");
    expect((await phone.types("Mersin"))[0]).toContain("How many hours a week?");
  });

  test("is asked for its job where two jobs have such a card", async () => {
    const phone = await hiring(1);
    await phone.posts({ pay: "30000 TRY a month" });
    await phone.candidate();
    await phone.digests();
    const [first, second] = await phone.openings();
    expect((await phone.types("YES A1"))[0]).toBe(
      `There is A1 in jobs ${second?.code}, ${first?.code}. Name the job too: YES ${second?.code} A1`,
    );
    expect((await phone.types(`YES ${first?.code} A1`))[0]).toContain("A1: we ask now.");
    const wanted = await phone.store.read.card.findMany({ where: { state: "wanted" } });
    expect(wanted.map(({ openingId }) => openingId)).toEqual([first?.id]);
  });

  test("is taken back with UNDO within ten minutes, and not after", async () => {
    const phone = await hiring(2);
    await phone.digests();
    await phone.types("YES A1");
    expect(await phone.types("UNDO")).toEqual(["Done:\nA1: taken back.\nYou can decide again."]);
    expect(await phone.store.read.introduction.count()).toBe(0);
    await phone.types("NO A2");
    phone.union.forward(11 * minuteMs);
    expect(await phone.types("UNDO")).toEqual(["Nothing was changed:\nA2: too late."]);
    await phone.types("YES A1");
    await phone.store.write.once((tx) => tx.introduction.updateMany({ data: { state: "asked" } }));
    expect(await phone.types("undo")).toEqual(["Nothing was changed:\nA1: asked already, too late."]);
  });

  test("MORE shows the next five, and says when there are no more", async () => {
    const phone = await hiring(6);
    expect((await phone.digests()).join()).toContain("There are 1 more: MORE");
    expect((await phone.types("MORE"))[0]).toContain("A6: 5 to 9 years");
    expect(await phone.types("more")).toEqual(["You have seen everybody so far."]);
  });

  test("from an employer whom a caseworker has paused is not taken", async () => {
    const phone = await hiring(1);
    await phone.digests();
    const { id: employerId } = await phone.store.read.employer.findFirstOrThrow();
    await pauseEmployer(phone.runtime, { employerId, staffId: "staff", reason: null });
    expect(await phone.types("YES A1")).toEqual(["You cannot choose now. For a person: PERSON"]);
    expect(await cardStates(phone)).toEqual([{ code: "A1", state: "shown" }]);
  });

  test("that never comes ends in a pause, which she is told", async () => {
    const phone = await hiring(1);
    await phone.digests();
    const got: string[] = [];
    for (let day = 0; day < 9; day += 1) {
      await phone.union.pass(dayMs);
      got.push(...(await phone.digests()));
    }
    expect(got).toHaveLength(2);
    expect(got[0]).toContain("They still wait for your answer:");
    expect(got[1]).toBe(`Job ${phone.code} is paused: we heard nothing from you. To go on: PERSON`);
  });
});

describe("an employer hears", () => {
  test("what a caseworker decided about her, once, and only what still stands", async () => {
    const phone = await hiring(0);
    const { id: employerId } = await phone.store.read.employer.findFirstOrThrow();
    const told = { employerId, news: "verified" } as const;
    await Promise.all([tellEmployer(phone.runtime, told), tellEmployer(phone.runtime, told)]);
    await tellEmployer(phone.runtime, { employerId, news: "refused" });
    expect(await phone.gets()).toEqual([
      "You are checked now. People hear of your jobs. EMPLOYER opens your menu.",
    ]);
  });

  test("who said yes and how to reach her, and of the others only that they are gone", async () => {
    const phone = await hiring(0);
    const { id: addressId } = await phone.store.read.address.findFirstOrThrow();
    const tell = {
      ...{ employerId: "", addressId, language: "en" as const, openingId: "", openingCode: "4F7" },
      ...{ livelihood: "tailor", card: "A1" },
    } as const;
    const { runtime, store } = phone;
    for (const twice of [1, 2]) {
      await store.write.once(async (tx) => {
        const member = { name: "Amal", phone: "+905550110001" };
        await tellAgreed(tx, runtime, { introductionId: "i1", tell, member });
        await tellAgreed(tx, runtime, { introductionId: "i2", tell, member: { name: "Amal", phone: null } });
        await tellGone(tx, runtime, { introductionId: "i3", tell: { ...tell, card: "A2" } });
      });
      phone.union.forward(twice * 5000);
    }
    await phone.union.pass(minuteMs);
    expect((await phone.gets()).toSorted()).toEqual([
      "A1 for job 4F7 said yes and will write to you. Name: Amal",
      "A1 for job 4F7 said yes. Name: Amal. Phone:\n+905550110001",
      "A2 for job 4F7 is not available any more.",
    ]);
  });

  test("that a job has run out, once", async () => {
    const phone = await hiring(0);
    phone.union.forward(90 * dayMs);
    await expireOpenings(phone.runtime);
    expect(await tellEndings(phone.runtime)).toBe(1);
    expect(await tellEndings(phone.runtime)).toBe(0);
    expect(await phone.gets()).toEqual([
      `Job ${phone.code} has ended: its last day is over. EMPLOYER opens the menu.`,
    ]);
  });
});
