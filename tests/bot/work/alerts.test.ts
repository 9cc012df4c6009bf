import { describe, expect, test } from "vitest";
import { dayMs, hourMs, minuteMs } from "../../../domain/moment.ts";
import { countSegments } from "../../../domain/sms-segments.ts";
import { matchDueOpenings } from "../../../union/matching/match-due-openings.ts";
import { memberIndex } from "../../../union/matching/member-index.ts";
import { closeOpening, fillOpening } from "../../../union/openings/end-opening.ts";
import { openSmallFair, type SmallFair } from "./small-fair.ts";

const alertOf = (fair: SmallFair, personId: string) =>
  fair.store.read.alert.findFirstOrThrow({ where: { personId }, orderBy: { dueAt: "desc" } });
const cards = (fair: SmallFair) => fair.store.read.card.findMany({ orderBy: { code: "asc" } });

describe("an alert", () => {
  test("reaches three members on three channels in their languages, once each, and says true odds", async () => {
    const fair = await openSmallFair();
    await fair.member("sms");
    await fair.member("whatsapp", { channel: "whatsapp", language: "ar" });
    await fair.member("telegram", { channel: "telegram", language: "fr" });
    await fair.employer("e");
    await fair.post("e");
    await fair.rounds();
    await fair.rounds();
    const [sms = "", ...more] = fair.reads("sms");
    expect(more).toEqual([]);
    expect(sms).toMatch(
      /^Job \w{3}: Cook, Gaziantep\n22000 TRY a month, 45 h a week\nFrom 1 Dec\. Places: 3\. Told: 3\.\n/,
    );
    expect(sms).toMatch(/You never pay for a job\.\n1 Yes\n2 No\n3 More$/);
    expect(countSegments(sms)).toMatchObject({ encoding: "gsm7", segments: 1 });
    const [arabic = ""] = fair.reads("whatsapp");
    expect(arabic).toContain("22000 ليرة تركية");
    expect(arabic).toContain("أخبرنا 3");
    expect(fair.reads("telegram")[0]).toContain("22000 TRY par mois");
    for (const text of [sms, arabic]) expect(text).not.toMatch(/Bright|Deniz|\+\d/);
  });

  test("comes from nobody whom nobody has checked; once she is checked, it comes", async () => {
    const fair = await openSmallFair();
    await fair.member("cook");
    await fair.employer("e", false);
    await fair.post("e");
    await fair.rounds();
    expect(fair.reads("cook")).toEqual([]);
    await fair.verify("e");
    await fair.rounds();
    expect(fair.reads("cook")).toHaveLength(1);
  });

  test("is not told to who said STOP JOBS, took alerts back, or erased herself after she was matched", async () => {
    const fair = await openSmallFair();
    for (const id of ["stopped", "erased", "there"]) await fair.member(id);
    await fair.employer("e");
    await fair.post("e");
    expect(await matchDueOpenings(fair.runtime, memberIndex(fair.store))).toMatchObject({ alerts: 3 });
    await fair.says("stopped", "STOP JOBS");
    await fair.says("erased", "DELETE");
    await fair.says("erased", "1");
    for (const id of ["stopped", "erased"]) fair.reads(id);
    await fair.pass(30 * minuteMs);
    await fair.rounds();
    expect(fair.reads("there")).toHaveLength(1);
    expect(fair.reads("stopped")).toEqual([]);
    expect(fair.reads("erased")).toEqual([]);
    expect(await fair.store.read.alert.count({ where: { personId: "erased" } })).toBe(0);
    // START brings her alerts back, and the one that waits with them.
    await fair.says("stopped", "START");
    fair.reads("stopped");
    await fair.pass(dayMs);
    await fair.rounds();
    expect(fair.reads("stopped")).toHaveLength(1);
  });

  test("comes once a day, and not at night", async () => {
    const fair = await openSmallFair();
    await fair.member("cook");
    await fair.employer("e");
    await fair.post("e");
    await fair.post("e", { startsOn: "2026-12-08" });
    await fair.rounds();
    expect(fair.reads("cook")).toHaveLength(1);
    await fair.pass(13 * hourMs);
    await fair.rounds();
    expect(fair.reads("cook")).toEqual([]);
    await fair.pass(11 * hourMs + minuteMs);
    await fair.rounds();
    expect(fair.reads("cook")).toHaveLength(1);
  });

  test("on WhatsApp is held behind a template when she has not written for a day, and comes when she does", async () => {
    const fair = await openSmallFair();
    await fair.member("cook", { channel: "whatsapp" });
    await fair.employer("e");
    await fair.pass(25 * hourMs);
    await fair.post("e");
    await fair.rounds();
    expect(fair.reads("cook")).toEqual(["You have a message from Migrant Union. Reply to read it."]);
    expect(await alertOf(fair, "cook")).toMatchObject({ state: "told" });
    await fair.says("cook", "1");
    await fair.pass(minuteMs);
    expect(fair.reads("cook").at(-1)).toMatch(/^Job /);
    expect(await alertOf(fair, "cook")).toMatchObject({ state: "told" });
    await fair.taps("cook", "yes");
    expect(await alertOf(fair, "cook")).toMatchObject({ state: "interested" });
  });

  test("waits while she is in the middle of another talk, so that her next digit answers that", async () => {
    const fair = await openSmallFair();
    await fair.member("cook");
    await fair.employer("e");
    await fair.says("cook", "MENU");
    fair.reads("cook");
    await fair.post("e");
    await fair.pass(5 * minuteMs);
    await fair.rounds();
    expect(fair.reads("cook")).toEqual([]);
    await fair.pass(11 * minuteMs);
    await fair.rounds();
    expect(fair.reads("cook")[0]).toMatch(/^Job /);
  });

  test("comes soon to a member who changes her place to where there is work", async () => {
    const fair = await openSmallFair();
    await fair.member("here");
    await fair.member("elsewhere", { place: "Izmir" });
    await fair.employer("e");
    await fair.post("e");
    await fair.rounds();
    expect(fair.reads("elsewhere")).toEqual([]);
    for (const text of ["ME", "2", "Gaziantep"]) await fair.says("elsewhere", text);
    fair.reads("elsewhere");
    await fair.pass(11 * minuteMs);
    await fair.rounds();
    expect(fair.reads("elsewhere")[0]).toMatch(/^Job .*\n.*\n.*Told: 2\./);
  });
});

describe("an answer to an alert", () => {
  const talks = [
    { language: "en", yes: "1", said: /without name and number/ },
    { language: "ar", yes: "نعم", said: /بلا اسم ولا رقم/ },
    { language: "fr", yes: "oui", said: /sans nom ni num/ },
  ] as const;
  test.each(talks)(
    "in $language: yes makes a card, and a second yes nothing more",
    async ({ language, yes, said }) => {
      const fair = await openSmallFair();
      await fair.member("cook", { language });
      await fair.employer("e");
      await fair.post("e");
      await fair.rounds();
      fair.reads("cook");
      await fair.says("cook", yes);
      expect(fair.reads("cook")[0]).toMatch(said);
      expect(await alertOf(fair, "cook")).toMatchObject({ state: "interested" });
      expect(await cards(fair)).toMatchObject([{ personId: "cook", state: "new" }]);
      await fair.says("cook", yes);
      expect(await cards(fair)).toHaveLength(1);
    },
  );

  test.each(["en", "ar", "fr"] as const)(
    "in %s: more tells what is known, and then no is no",
    async (language) => {
      const fair = await openSmallFair();
      await fair.member("cook", { language });
      await fair.employer("e");
      await fair.post("e");
      await fair.rounds();
      fair.reads("cook");
      await fair.says("cook", "3");
      const [details = ""] = fair.reads("cook");
      expect(details).toMatch(/45/);
      expect(details).not.toMatch(/Bright|Deniz/);
      expect(countSegments(details).segments).toBeLessThanOrEqual(3);
      await fair.says("cook", "2");
      expect(await alertOf(fair, "cook")).toMatchObject({ state: "declined" });
      expect(await cards(fair)).toEqual([]);
    },
  );

  test("asks once how long she has done this work; her yes counts before she says it", async () => {
    const fair = await openSmallFair();
    await fair.member("cook", { years: null });
    await fair.employer("e");
    await fair.post("e");
    await fair.rounds();
    fair.reads("cook");
    await fair.says("cook", "yes");
    expect(fair.reads("cook")[0]).toMatch(/How many years/);
    expect(await cards(fair)).toHaveLength(1);
    await fair.says("cook", "90");
    expect(fair.reads("cook")[0]).toMatch(/from 1 to 60/);
    await fair.says("cook", "7");
    expect(fair.reads("cook")[0]).toMatch(/without name and number/);
    expect(await fair.store.read.person.findUniqueOrThrow({ where: { id: "cook" } })).toMatchObject({
      years: 7,
    });
  });

  test("that comes too late is answered kindly, and makes no card", async () => {
    const fair = await openSmallFair();
    await fair.member("late");
    await fair.employer("e");
    const openingId = await fair.post("e");
    await fair.rounds();
    fair.reads("late");
    await fair.store.write.once((tx) =>
      fillOpening(tx, { openingId, actor: "employer:e", now: fair.runtime.clock.now() }),
    );
    await fair.says("late", "1");
    expect(fair.reads("late")).toEqual(["Sorry, this job is taken now. We keep looking for you."]);
    expect(await cards(fair)).toEqual([]);
  });

  test("by a tap on an older alert is an answer to that one, never to the newer", async () => {
    const fair = await openSmallFair();
    await fair.member("cook", { channel: "telegram" });
    await fair.employer("e");
    const older = await fair.post("e");
    await fair.rounds();
    const [first = ""] = fair.reads("cook");
    await fair.pass(dayMs + minuteMs);
    const newer = await fair.post("e", { startsOn: "2026-12-08" });
    await fair.rounds();
    expect(fair.reads("cook")).toHaveLength(1);
    await fair.taps("cook", "yes", first);
    const state = async (openingId: string) =>
      (await fair.store.read.alert.findFirstOrThrow({ where: { openingId } })).state;
    expect(await state(older)).toBe("interested");
    expect(await state(newer)).toBe("told");
    await fair.taps("cook", "no", first);
    expect(await state(older)).toBe("declined");
    expect(await cards(fair)).toMatchObject([{ openingId: older, state: "withdrawn" }]);
  });

  test("made up for another member's alert does nothing", async () => {
    const fair = await openSmallFair();
    await fair.member("hers");
    await fair.member("other", { channel: "telegram", place: "Izmir" });
    await fair.employer("e");
    await fair.post("e");
    await fair.rounds();
    const { id } = await alertOf(fair, "hers");
    await fair.forges("other", `job-alert/want~${id}/yes`);
    expect(fair.reads("other").join()).not.toContain("Cook");
    expect(await cards(fair)).toEqual([]);
    expect(await alertOf(fair, "hers")).toMatchObject({ state: "told" });
  });
});

describe("when an opening is over", () => {
  test("those who said yes are told once, the others not at all", async () => {
    const fair = await openSmallFair();
    await fair.member("yes");
    await fair.member("silent");
    await fair.employer("e");
    const openingId = await fair.post("e");
    await fair.rounds();
    await fair.says("yes", "1");
    for (const id of ["yes", "silent"]) fair.reads(id);
    await fair.store.write.once((tx) =>
      closeOpening(tx, { openingId, actor: "employer:e", now: fair.runtime.clock.now() }),
    );
    await fair.rounds();
    await fair.pass(minuteMs);
    await fair.rounds();
    expect(fair.reads("yes")).toMatchObject([expect.stringMatching(/taken back by the employer/)]);
    expect(fair.reads("silent")).toEqual([]);
  });

  test("she sees in her menu what she said yes to, and may take it back", async () => {
    const fair = await openSmallFair();
    await fair.member("cook");
    await fair.employer("e");
    await fair.says("cook", "MENU");
    await fair.says("cook", "1");
    expect(fair.reads("cook").at(-1)).toMatch(/not said yes to a job yet/);
    await fair.pass(11 * minuteMs);
    const openingId = await fair.post("e");
    const { code } = await fair.store.read.opening.findUniqueOrThrow({ where: { id: openingId } });
    await fair.rounds();
    await fair.says("cook", "1");
    await fair.says("cook", "MENU");
    await fair.says("cook", "1");
    expect(fair.reads("cook").at(-1)).toMatch(
      new RegExp(`^You said yes to:\n${code} Cook: not seen yet\n1 `),
    );
    await fair.says("cook", "2");
    await fair.says("cook", "9ZZ");
    expect(fair.reads("cook").at(-1)).toMatch(/no yes to that code/);
    for (const text of ["MENU", "1", "2", code.toLowerCase()]) await fair.says("cook", text);
    expect(fair.reads("cook").at(-1)).toBe(`Done. Your yes to job ${code} is taken back.`);
    expect(await cards(fair)).toMatchObject([{ state: "withdrawn" }]);
  });
});
