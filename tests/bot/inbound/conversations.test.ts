import { describe, expect, test } from "vitest";
import arabic from "../../../locales/ar/join.json" with { type: "json" };
import common from "../../../locales/en/common.json" with { type: "json" };
import join from "../../../locales/en/join.json" with { type: "json" };
import leave from "../../../locales/en/leave.json" with { type: "json" };
import person from "../../../locales/en/talk-to-a-person.json" with { type: "json" };
import young from "../../../locales/en/young.json" with { type: "json" };
import { aHandset, type Handset } from "./a-handset.ts";

const types = async (phone: Handset, ...texts: readonly string[]): Promise<string> => {
  let last: readonly string[] = [];
  for (const text of texts) last = await phone.types(text);
  return last.join("\n---\n");
};
const untilName = ["hi", "1", "1", "2"] as const;
const joined = [...untilName, "Amal", "Tripoli", "2", "1", "2", "1"] as const;

describe("somebody in the midst of joining", () => {
  test("who texts STOP and comes back with START goes on at the same question", async () => {
    const phone = await aHandset();
    expect(await types(phone, ...untilName)).toContain(join["name.ask"]);
    expect(await types(phone, "STOP")).toBe(leave.allStopped);
    expect(await types(phone, "Amal")).toBe("");
    expect(await types(phone, "START")).toBe(
      [common.started, join["name.ask"], `0 ${common.back}`].join("\n"),
    );
    expect(await types(phone, "Amal")).toContain(join["place.ask"]);
  });

  test("who changes her language goes on in the new one", async () => {
    const phone = await aHandset();
    await types(phone, ...untilName);
    const answer = await types(phone, "LANG", "2");
    expect(answer).toContain(arabic["name.ask"]);
    expect(await types(phone, "أمل")).toContain(arabic["place.ask"]);
  });

  test("who goes back over her language is spoken to in the new one at once", async () => {
    const phone = await aHandset();
    expect(await types(phone, "hi", "1")).toContain(join["consent.ask"]);
    expect(await types(phone, "0")).toContain(join["language.ask"]);
    expect(await types(phone, "2")).toContain(arabic["consent.ask"]);
  });

  test("who asks for a person is answered by nobody else, until she texts MENU", async () => {
    const phone = await aHandset();
    await types(phone, ...untilName);
    expect(await types(phone, "PERSON")).toBe(person.opened);
    expect(await types(phone, "Are you there?")).toBe("");
    expect(await types(phone, "MENU")).toContain(join["name.ask"]);
    // She ended it herself: nobody tells her two days later that it is over.
    expect((await phone.waits(60)).join()).not.toContain(common.caseClosed);
  });

  test("who is under 18 is offered a person, whatever she texts", async () => {
    const phone = await aHandset();
    expect(await types(phone, "hi", "1", "1", "1")).toContain(young.info);
    expect(await types(phone, "2")).toBe(young.bye);
    for (const text of ["MENU", "ME", "work"])
      expect(await types(phone, text)).toContain(young["person.ask"]);
  });
});

describe("a member", () => {
  test("who stops job alerts and texts START gets them again", async () => {
    const phone = await aHandset();
    await types(phone, ...joined);
    expect(await types(phone, "STOP JOBS")).toContain(leave.jobsStopped);
    expect(await types(phone, "ME", "6")).toContain("Now: No");
    expect(await types(phone, "START")).toContain(common.started);
    expect(await types(phone, "ME", "6")).toContain("Now: Yes");
  });

  test("who texts START without having stopped anything keeps her job alerts, and is not welcomed back", async () => {
    const phone = await aHandset();
    await types(phone, ...joined);
    expect(await types(phone, "START")).not.toContain(common.started);
    expect(await types(phone, "ME", "6")).toContain("Now: Yes");
  });

  test("who says in her details that she is under 18 is protected from then on", async () => {
    const phone = await aHandset();
    await types(phone, ...joined);
    expect(await types(phone, "ME", "4", "1")).toContain(young.info);
    expect(await types(phone, "2", "MENU")).toContain(young["person.ask"]);
  });

  test("whom nobody has answered for two days hears that the bot is back, unless she has stopped us", async () => {
    const [one, other] = [await aHandset(), await aHandset()];
    for (const phone of [one, other]) await types(phone, ...joined, "PERSON");
    await types(other, "STOP");
    expect(await one.waits(50)).toEqual([common.caseClosed]);
    expect(await other.waits(50)).toEqual([]);
  });
});

test("a tap on an old button changes nothing, and the open question comes again", async () => {
  const phone = await aHandset("telegram");
  await types(phone, "hi");
  for (const choice of ["join/language/en", "join/consent/yes", "join/age/from18"]) await phone.taps(choice);
  const [again] = await phone.taps("join/consent/no");
  expect(again).toContain(common.superseded);
  expect(again).toContain(join["name.ask"]);
  expect(await types(phone, "Amal")).toContain(join["place.ask"]);
});
