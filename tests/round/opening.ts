import { expect } from "vitest";
import { minuteMs } from "../../domain/moment.ts";
import type { Phone } from "../service/phone.ts";
import { converse } from "./converse.ts";
import type { Members } from "./join.ts";
import { emails, town } from "./people.ts";
import type { Desk } from "./staff.ts";
import type { Stage } from "./stage.ts";
import { wordingIn } from "./wording.ts";

const [arabic, french, english] = [wordingIn("ar"), wordingIn("fr"), wordingIn("en")];

/** An employer joins by WhatsApp and posts at once; nobody hears of it yet. Gives back the code of the opening. */
export async function employerPosts(stage: Stage, employer: Phone): Promise<string> {
  const joins = (key: string): RegExp => english.says("employer-join", key);
  const posts = (key: string): RegExp => english.says("post-job", key);
  await employer.texts("employer");
  await converse(employer, [
    [joins("consent.ask"), "1"],
    [joins("kind.ask"), "1"],
    [joins("title.ask"), "Antep Kitchen"],
    [joins("town.ask"), town],
    [joins("contact.ask"), "Selin"],
    [joins("byMail.ask"), "1"],
    [joins("email.ask"), emails.employer],
    [joins("pledge.ask"), "1"],
    [joins("joined"), "1"],
    [posts("work.ask"), "2"],
    [english.says("livelihoods", "kind.ask"), "1"],
    [posts("pay.ask"), "22000 TRY a month"],
    [posts("town.ask"), town],
    [posts("hours.ask"), "45"],
    [posts("places.ask"), "2"],
    // Within two days, so that the employer hears of everybody at once.
    [posts("startsOn.ask"), "26 11 2026"],
    [posts("until.ask"), "15 12 2026"],
    [posts("sure.ask"), "1"],
  ]);
  const kept = await employer.shows(posts("waiting"));
  const code = /\b(?=\w*\d)[0-9A-Z]{3}\b/.exec(kept)?.[0] ?? "";
  expect(code).not.toBe("");
  stage.recorder.stands(new RegExp(`\\b${code}\\b`, "g"), "4F7");
  return code;
}

/** The caseworker looks at the employer and verifies her; only then do members hear of the opening. */
export async function caseworkerVerifies(
  stage: Stage,
  { browser, page, t }: Desk,
  employer: Phone,
): Promise<void> {
  const employers = await browser.follow(page, t("employers.title"));
  browser.sees(employers);
  const one = await browser.follow(employers, "Antep Kitchen");
  browser.sees(one);
  expect(stage.database.rows(`SELECT 1 FROM "Alert"`)).toEqual([]);
  // Whoever wrote within the last minutes is in the middle of something, and is told later.
  stage.clock.forward(15 * minuteMs);
  const after = await browser.press(one, t("decision.verify"), { reason: "identity_checked" });
  expect(after.status).toBe(200);
  await employer.shows(english.says("common", "employer.verified"));
}

/** Each is told on her own channel in her own language; the one on Telegram says no. */
export async function membersHear({ amal, zoe, grace }: Members, code: string): Promise<void> {
  const heard = [
    await amal.shows(arabic.says("job-alert", "want.ask")),
    await zoe.shows(french.says("job-alert", "want.ask")),
    await grace.shows(english.says("job-alert", "want.ask")),
  ];
  for (const text of heard) {
    expect(text).toContain(code);
    expect(text).toMatch(/22\D?000/);
    expect(text).not.toContain("Antep Kitchen");
  }
  await grace.taps(english.label("job-alert", "want.no"));
  await grace.shows(english.says("job-alert", "declined"));
}

/** A yes counts at once; how long she has done the work is asked after it. */
export async function amalWants(amal: Phone): Promise<void> {
  await amal.texts("1");
  await amal.shows(arabic.says("job-alert", "years.ask"));
  await amal.texts("٦");
  await amal.shows(arabic.says("job-alert", "interested"));
}

/** She reads more before she says yes. */
export async function zoeWants(zoe: Phone): Promise<void> {
  await zoe.texts("3");
  await zoe.shows(french.says("job-alert", "decide.ask"));
  await zoe.texts("1");
  await zoe.shows(french.says("job-alert", "years.ask"));
  await zoe.texts("3");
  await zoe.shows(french.says("job-alert", "interested"));
}
