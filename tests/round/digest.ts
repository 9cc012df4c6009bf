import { expect } from "vitest";
import type { Phone } from "../service/phone.ts";
import { nothingPersonal } from "./nothing-personal.ts";
import { emails, numbers } from "./people.ts";
import type { Stage } from "./stage.ts";
import { wordingIn } from "./wording.ts";

const [arabic, english] = [wordingIn("ar"), wordingIn("en")];

/** The employer gets the digest as a text and as a letter whose link opens a page; nothing in them tells who it is. */
export async function employerReads(stage: Stage, employer: Phone, card: string): Promise<void> {
  const text = await employer.shows(new RegExp(`^Job \\w{3}[\\s\\S]*\\b${card}:`));
  const letter = await stage.mailboxes.next(emails.employer);
  const words = letter.text ?? "";
  expect(words).toContain(card);
  for (const [, token = ""] of words.matchAll(/\/d\/([^\s/]+)/g)) stage.recorder.stands(token, "signed-link");
  stage.recorder.note({ kind: "letter", who: emails.employer, subject: letter.subject ?? "", text: words });
  const link = /http:\S+\/d\/\S+/.exec(words)?.[0] ?? "";
  const browser = stage.browser("Selin's browser", "en");
  const page = await browser.open(link);
  expect(page.status).toBe(200);
  browser.sees(page);
  const html = page.html.replace(/(?:action|href)="[^"]*"/g, "");
  for (const shown of [text, letter.subject ?? "", words.replaceAll(/http:\S+/g, ""), html])
    expect(nothingPersonal(shown)).toEqual([]);
}

/** The employer wants to talk with one; she is asked, agrees, and only then each gets the other's number. */
export async function bothAgree(employer: Phone, amal: Phone, code: string): Promise<void> {
  await employer.texts("YES A1");
  await employer.shows(english.says("common", "decided.yes"));
  const asked = await amal.shows(arabic.says("introduce", "share.ask"));
  expect(asked).toContain("Antep Kitchen");
  expect(asked).toContain(code);
  expect(asked).not.toContain(numbers.employer);
  await amal.texts("1");
  expect(await amal.shows(arabic.says("introduce", "agreed"))).toContain(numbers.employer);
  const told = await employer.shows(english.says("common", "employer.agreed"));
  expect(told).toContain("أمل");
  expect(told).toContain(numbers.amal);
}
