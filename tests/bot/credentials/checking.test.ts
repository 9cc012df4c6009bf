import { describe, expect, test } from "vitest";
import { hourMs } from "../../../domain/moment.ts";
import { countSegments } from "../../../domain/sms-segments.ts";
import { amal, aPaper, joining, openTalkingBureau, outsider } from "./talking-bureau.ts";

describe("whoever asks about a paper", () => {
  test("is told what is wrong with what she typed", async () => {
    const { types } = await openTalkingBureau();
    expect(await types(outsider, "VERIFY")).toContain("Which code?");
    expect(await types(outsider, "1234")).toContain("That is no code");
    expect(await types(outsider, "VERIFY 1234567890123")).toContain("That has 13 digits");
    expect(await types(outsider, "VERIFY 1234 5678 9012")).toContain("typing mistake");
    expect(await types(outsider, "VERIFY 0000 0000 0000")).toContain("No such paper");
  });

  test("is answered and not asked to join, and of her only the address is kept, for a day", async () => {
    const { types, union, runtime } = await openTalkingBureau();
    expect(await types(outsider, "VERIFY 0000 0000 0000")).not.toContain("Migrant Union");
    expect(await runtime.store.read.session.count()).toBe(0);
    expect(await runtime.store.read.person.count()).toBe(0);
    await union.pass(25 * hourMs);
    expect(await runtime.store.read.address.count()).toBe(0);
  });

  test("goes on with what she was asked before", async () => {
    const { types } = await openTalkingBureau();
    await types(amal, "hi", "1", "1", "2");
    const answer = await types(amal, "VERIFY 0000 0000 0000");
    expect(answer).toContain("No such paper");
    expect(answer).toContain("What name should we call you?");
  });

  test("is answered no more after five wrong codes in a day", async () => {
    const { types } = await openTalkingBureau();
    const wrong = "VERIFY 0000 0000 0000";
    expect(await types(outsider, wrong, wrong, wrong, wrong, wrong)).toContain("No such paper");
    expect(await types(outsider, wrong)).toContain("Too many tries");
  });
});

describe("a member who shows her papers", () => {
  test("gives a PIN with which her name is seen, and hears of each time", async () => {
    const { types, arrived, code } = await aPaper();
    const shared = await types(amal, "SHARE");
    const pin = /\d{6}/.exec(shared)?.[0] ?? "";
    expect(await types(outsider, `VERIFY ${code}`)).not.toContain("Amal");
    expect(arrived(amal)).toBe("");
    const named = await types(outsider, `VERIFY ${code} ${pin}`);
    expect(named).toContain("VALID. Amal Noor: Tailor, 20 months.");
    expect(countSegments(named).segments).toBe(1);
    expect(arrived(amal)).toContain("Somebody saw your papers with your PIN");
    expect(await types(outsider, `VERIFY ${code} 000000`)).toContain("PIN is wrong");

    expect(await types(amal, "STOP SHARE")).toContain("Your PIN no longer works");
    expect(await types(outsider, `VERIFY ${code} ${pin}`)).toContain("PIN is wrong");
    expect(arrived(amal)).toBe("");
    expect(await types(amal, "STOP SHARE")).toContain("No PIN of yours works");
  });

  test("and has none is told so", async () => {
    const { types } = await openTalkingBureau();
    expect(await types(amal, ...joining("1"), "SHARE")).toContain("no paper to show yet");
    expect(await types(amal, "PAPER", "2")).toContain("You have no paper yet");
  });

  test("is answered about her paper in one text", async () => {
    const { types, code } = await aPaper();
    const answer = await types(outsider, `verify: ${code}`);
    expect(answer).toContain("VALID.");
    expect(countSegments(answer).segments).toBe(1);
  });
});
