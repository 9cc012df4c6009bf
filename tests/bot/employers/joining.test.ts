import { describe, expect, test } from "vitest";
import { dayMs } from "../../../domain/moment.ts";
import { employerNumber, employerPhone, joining } from "./employer-phone.ts";

describe("somebody who writes EMPLOYER", () => {
  test("is asked who she is and what she promises, and not to join as a member", async () => {
    const { types, store, gets } = await employerPhone();
    const [asked = ""] = await types("EMPLOYER");
    expect(asked).toMatch(/^Migrant Union finds people for fair work\..*Do you agree\?\n1 Yes\n2 No$/s);
    for (const text of joining.slice(1)) await types(text);
    expect(await store.read.employer.count()).toBe(0);
    const [joined = ""] = await types("1");
    expect(joined).toContain("A caseworker checks who you are.");
    expect(joined).toContain("1 Post a job");
    const employer = await store.read.employer.findFirstOrThrow({ include: { employerContacts: true } });
    expect(employer).toMatchObject({
      ...{ name: "Atelier Yildiz", kind: "company", place: "Gaziantep", country: "TR", state: "waiting" },
      ...{ contactName: "Leyla Demir", email: null, language: "en" },
    });
    expect(employer.employerContacts).toHaveLength(1);
    expect(await store.read.consentEntry.findMany({ select: { topic: true, decision: true } })).toEqual([
      { topic: "digests", decision: "given" },
    ]);
    expect(await store.read.person.count()).toBe(0);
    expect(await gets()).toEqual([]);
  });

  test.each([
    ["employeur", "Migrant Union trouve", "Merci. Un conseiller", "fr"],
    ["صاحب عمل", "اتحاد المهاجرين يجد", "شكرا. سيتحقق", "ar"],
  ])("%s is answered in her language", async (word, first, thanks, language) => {
    const { types, goes, store } = await employerPhone();
    expect((await types(word))[0]).toContain(first);
    expect(await goes(...joining.slice(1), "1")).toContain(thanks);
    expect(await store.read.employer.findFirstOrThrow()).toMatchObject({ language });
  });

  test("is asked again, with the reason, for what cannot be understood", async () => {
    const { types, goes, store } = await employerPhone();
    await types("EMPLOYER");
    expect((await types("maybe"))[0]).toContain("I did not understand.");
    await types("1");
    expect((await types("4"))[0]).toContain("I did not understand.");
    await types("2");
    expect((await types("x".repeat(61)))[0]).toContain("too long");
    await goes("Demir", "Mersin", "Leyla");
    await types("1");
    expect((await types("leyla at example"))[0]).toBe(
      "I did not understand. Write an e-mail address. Example: name@example.org\nWhich e-mail address?\n0 Back",
    );
    expect((await types("Leyla@Example.org"))[0]).toContain("Your promise");
    await types("1");
    expect(await store.read.employer.findFirstOrThrow()).toMatchObject({
      kind: "household",
      email: "leyla@example.org",
    });
  });

  test("goes back to a question, and the answer she gave last is kept", async () => {
    const { goes, store } = await employerPhone();
    await goes("EMPLOYER", "1", "1", "Wrong", "0", "Right", "Gaziantep", "Leyla", "2", "1");
    expect(await store.read.employer.findFirstOrThrow()).toMatchObject({ name: "Right" });
  });

  test("is not kept when she does not agree, or does not promise", async () => {
    const { types, goes, store, union } = await employerPhone();
    await types("EMPLOYER");
    expect((await types("2"))[0]).toBe("OK. We keep nothing after 24 hours. You can come back any time.");
    expect(await goes(...joining, "2")).toContain("Then you cannot post jobs.");
    expect(await store.read.employer.count()).toBe(0);
    await union.pass(2 * dayMs);
    expect(
      await store.read.lane.findFirst({ where: { address: { identifier: employerNumber } } }),
    ).toBeNull();
  });

  test("a second time gets her menu, and is one employer", async () => {
    const { joins, types, store } = await employerPhone();
    await joins();
    expect((await types("hire"))[0]).toMatch(/^For employers\n1 Post a job/);
    expect((await types("MENU"))[0]).toMatch(/^For employers/);
    expect((await types("hello"))[0]).toContain("For employers");
    expect(await store.read.employer.count()).toBe(1);
  });

  test("in the middle of a question finds it again after LANG, and is then written to in that language", async () => {
    const { joins, types, store } = await employerPhone();
    await joins();
    await types("LANG");
    expect((await types("3"))[0]).toContain("Pour les employeurs");
    expect(await store.read.employer.findFirstOrThrow()).toMatchObject({ language: "fr" });
  });

  test("is not forgotten for being silent, as somebody would be who never said yes", async () => {
    const { joins, store } = await employerPhone();
    await joins();
    const { forgetUndecided } = await import("../../../union/retention/forget-silent.ts");
    expect(await forgetUndecided(store, new Date("2028-01-01"), 10)).toBe(0);
  });

  test("and then DELETE leaves no name behind, and closes her jobs", async () => {
    const { goes, posts, types, openings, store } = await employerPhone();
    await goes(...joining.slice(0, -1), "1", "leyla@example.org", "1");
    await posts();
    await types("DELETE");
    expect((await types("1"))[0]).toContain("Everything we kept about you is erased.");
    expect(await openings()).toMatchObject([{ state: "closed" }]);
    const employer = JSON.stringify(await store.read.employer.findFirstOrThrow());
    expect(employer).not.toMatch(/Atelier|Leyla|leyla|Gaziantep/);
    expect((await types("hello"))[0]).toContain("Which language?");
  });

  test("and then STOP gets no digests; START brings them back", async () => {
    const { joins, posts, verified, candidate, digests, types, gets } = await employerPhone();
    await joins();
    await posts();
    await verified();
    await types("STOP");
    await types("2");
    await gets();
    await candidate();
    expect(await digests()).toEqual([]);
    expect((await types("START")).join()).toContain("Welcome back");
  });
});
