import { describe, expect, test } from "vitest";
import { pauseEmployer } from "../../../union/employers/decide-employer.ts";
import { employerPhone, posting } from "./employer-phone.ts";

describe("an employer who posts a job", () => {
  test("reads it once more before it counts, and gets its code; members wait until she has been checked", async () => {
    const { joins, goes, types, store } = await employerPhone();
    await joins();
    expect(await goes(...posting)).toBe(
      [
        "Tailor, Gaziantep",
        "22000 TRY a month, 45 hours a week",
        "People: 3. Start: 5 March",
        "Answers until 20 January",
        "Post it?\n1 Yes\n2 No\n0 Back",
      ].join("\n"),
    );
    expect(await store.read.opening.count()).toBe(0);
    const [said = ""] = await types("yes");
    const opening = await store.read.opening.findFirstOrThrow();
    expect(said).toBe(
      `Kept. The code is ${opening.code}. People hear of it when a caseworker has checked you.`,
    );
    expect(opening).toMatchObject({
      ...{ livelihood: "tailor", place: "Gaziantep", country: "TR", payAmount: 22_000, payCurrency: "TRY" },
      ...{ payPeriod: "month", hours: 45, places: 3, startsOn: "2027-03-05", state: "open", matchAt: null },
      ...{ source: "text", validUntil: new Date("2027-01-21T00:00:00Z") },
    });
  });

  test("who has been checked is told that people hear of it now", async () => {
    const { joins, posts, verified, openings, store } = await employerPhone();
    await joins();
    await verified();
    const said = await posts();
    const [opening] = await openings();
    expect(said).toBe(
      `Posted. The code is ${opening?.code}. We tell people who fit. To end it: CLOSE ${opening?.code}`,
    );
    expect((await store.read.opening.findFirstOrThrow()).matchAt).not.toBeNull();
  });

  test("is told what is wrong with each answer, and keeps her place", async () => {
    const { joins, goes, types, store } = await employerPhone();
    await joins();
    await goes("EMPLOYER", "1", "sewing", "tailor");
    for (const [typed, why] of [
      ["a lot", "Example: 22000 TRY a month"],
      ["22000", "Per hour, day, week or month?"],
      ["20000 to 22000 TRY a month", "two amounts"],
    ] as const)
      expect((await types(typed))[0], typed).toContain(why);
    await goes("22000 a month", "Gaziantep");
    expect((await types("80"))[0]).toContain("Write a number from 1 to 72.");
    await types("٤٥");
    expect((await types("0"))[0]).toContain("How many hours");
    await types("45");
    expect((await types("501"))[0]).toContain("Write a number from 1 to 500.");
    await types("3");
    expect((await types("5 3 2020"))[0]).toContain("That day has passed.");
    expect((await types("5 3 2029"))[0]).toContain("too far");
    expect((await types("soon"))[0]).toContain("I did not understand.");
    await types("5 3 2027");
    expect((await types("1 1 2026"))[0]).toContain("That day has passed.");
    expect((await types("1 6 2027"))[0]).toContain("too far");
    await types("20 1 2027");
    expect((await types("ok then"))[0]).toContain("I did not understand.");
    expect(await store.read.opening.count()).toBe(0);
    expect((await types("2"))[0]).toBe("OK. Nothing was posted.");
    expect(await store.read.opening.count()).toBe(0);
  });

  test("twice the same has one opening", async () => {
    const { joins, posts, openings } = await employerPhone();
    await joins();
    await posts();
    const [opening] = await openings();
    expect(await posts()).toBe(
      `You posted this before. The code is ${opening?.code}. Nothing was posted twice.`,
    );
    expect(await openings()).toHaveLength(1);
    await posts({ pay: "23000 TRY a month" });
    expect(await openings()).toHaveLength(2);
  });

  test("for work that is not on the list is offered a person", async () => {
    const { joins, goes, types, store } = await employerPhone();
    await joins();
    await goes("EMPLOYER", "1");
    expect((await types("other"))[0]).toContain("This work is not on our list yet.");
    expect((await types("1"))[0]).toContain("A person will answer you here");
    expect(await store.read.case.count()).toBe(1);
    expect(await store.read.opening.count()).toBe(0);
  });

  test("who was paused is told to ask a person", async () => {
    const { joins, posts, verified, runtime, openings } = await employerPhone();
    await joins();
    const employerId = await verified();
    await pauseEmployer(runtime, { employerId, staffId: "staff", reason: null });
    expect(await posts()).toBe("You cannot post now. For a person: PERSON");
    expect(await openings()).toEqual([]);
  });

  test("in French and in Arabic reads it in her language", async () => {
    const french = await employerPhone();
    await french.goes("employeur", "1", "1", "Atelier", "Gaziantep", "Leyla", "2", "1");
    const summary = await french.goes(
      ...posting.map((text) => (text === "22000 TRY a month" ? "22000 TRY par mois" : text)),
    );
    expect(summary).toContain("22000 TRY par mois, 45 heures par semaine");
    const arabic = await employerPhone();
    await arabic.goes("توظيف", "1", "1", "مشغل", "غازي عنتاب", "ليلى", "2", "1");
    const read = await arabic.goes(
      ...[
        "توظيف",
        "1",
        "3",
        "1",
        "٢٢٠٠٠ ليرة تركية في الشهر",
        "غازي عنتاب",
        "٤٥",
        "3",
        "5 3 2027",
        "20 1 2027",
      ],
    );
    expect(read).toContain("غازي عنتاب");
    expect(read).toContain("5 مارس");
  });
});

describe("an employer's menu", () => {
  test("shows her jobs: code, work, how many said yes, how each stands", async () => {
    const { joins, posts, goes, openings } = await employerPhone();
    await joins();
    expect(await goes("EMPLOYER", "2")).toBe("You have no open jobs. EMPLOYER opens the menu to post one.");
    await posts();
    const [opening] = await openings();
    expect(await goes("EMPLOYER", "2")).toBe(
      `Jobs:\n${opening?.code} Tailor: 0 yes, waiting\nTo end: CLOSE ${opening?.code}`,
    );
  });

  test("lets her say how often we write", async () => {
    const { joins, goes, store } = await employerPhone();
    await joins();
    for (const [digit, every] of [
      ["2", "week"],
      ["3", "off"],
      ["1", "day"],
    ] as const) {
      await goes("EMPLOYER", "3", digit);
      expect(await store.read.employer.findFirstOrThrow()).toMatchObject({ digestEvery: every });
    }
    expect(await store.read.auditEntry.count({ where: { action: "digests.set" } })).toBe(3);
  });
});

describe("CLOSE with a code", () => {
  test("ends the job, once", async () => {
    const { joins, posts, types, openings } = await employerPhone();
    await joins();
    await posts();
    const [{ code } = { code: "" }] = await openings();
    expect(await types(`close ${code}`)).toEqual([`Job ${code} is closed. People who said yes hear of it.`]);
    expect(await openings()).toMatchObject([{ state: "closed" }]);
    expect(await types(`CLOSE ${code}`)).toEqual([`Job ${code} was over before. Nothing was changed.`]);
  });

  test("of somebody else's job, or of none, changes nothing and tells nothing of it", async () => {
    const { joins, posts, types, openings } = await employerPhone();
    await joins();
    await posts();
    const [{ code } = { code: "" }] = await openings();
    const other = "+905550190002";
    for (const text of ["EMPLOYER", "1", "2", "Demir", "Mersin", "Ali", "2", "1"]) await types(text, other);
    expect(await types(`CLOSE ${code}`, other)).toEqual([`You have no job ${code}. Nothing was changed.`]);
    expect(await types("CLOSE 9XC", other)).toEqual(["You have no job 9XC. Nothing was changed."]);
    expect(await types("CLOSE", other)).toEqual(["Which job? Nothing was changed. Example: CLOSE 4F7"]);
    expect(await openings()).toMatchObject([{ state: "open" }]);
  });

  test("from somebody who is no employer is no command", async () => {
    const { joins, posts, types, openings } = await employerPhone();
    await joins();
    await posts();
    const [{ code } = { code: "" }] = await openings();
    expect((await types(`CLOSE ${code}`, "+905550190003"))[0]).toContain("Which language?");
    expect(await openings()).toMatchObject([{ state: "open" }]);
  });
});
