import { expect } from "vitest";
import type { Phone } from "../service/phone.ts";
import { converse } from "./converse.ts";
import { chats, numbers } from "./people.ts";
import type { Desk } from "./staff.ts";
import type { Stage } from "./stage.ts";
import { wordingIn } from "./wording.ts";

/** In place of the code of the paper. */
const example = ["4821", "0937", "5516"];

const [arabic, french, english] = [wordingIn("ar"), wordingIn("fr"), wordingIn("en")];

/** Amal asks to have three years as a cook confirmed by a former employer, who reads French. */
export async function amalAsksForAPaper(amal: Phone): Promise<void> {
  const asks = (key: string): RegExp => arabic.says("credential-request", key);
  await amal.texts("ورقة");
  await converse(amal, [
    [arabic.says("papers", "item.ask"), "1"],
    [asks("kind.ask"), "1"],
    [asks("work.ask"), "2"],
    [arabic.says("livelihoods", "kind.ask"), "1"],
    [asks("months.ask"), "٣٦"],
    [arabic.says("credentials", "relation.ask"), "1"],
    [asks("attestor.ask"), "Benoit"],
    [asks("phone.ask"), numbers.attestor],
    [asks("language.ask"), "3"],
    [asks("consent.ask"), "1"],
  ]);
  await amal.shows(asks("asked"));
}

/** What would tell an attestor who asks, or where she is. */
const telling = /union(?!_bot\b)|migra|r[ée]fugi|asile|exil|turqu|turkey|gaziantep|\+90/i;

/** The attestor gets a text that tells nothing, and is led by its link to Telegram, where he answers before he sees what she says. */
export async function attestorConfirms(stage: Stage): Promise<void> {
  const asks = (key: string): RegExp => french.says("attest", key);
  const sms = stage.sms("Benoit (SMS)", numbers.attestor);
  const invitation = await sms.shows(french.says("credentials", "attest.invited"));
  const [link = "", token = ""] = /https:\/\/t\.me\/union_bot\?start=(a-\S+)/.exec(invitation) ?? [];
  expect(link).not.toBe("");
  expect(invitation.replace(link, "")).not.toMatch(telling);
  stage.recorder.stands(token, "a-4X7Q");
  const phone = stage.telegramOf("Benoit (Telegram)", chats.attestor);
  await phone.texts(`/start ${token}`);
  await phone.shows(asks("knows.ask"));
  await phone.taps(french.label("attest", "knows.yes"));
  await phone.shows(asks("work.ask"));
  await phone.taps(french.label("livelihoods", "group.cooking"));
  await phone.shows(french.says("livelihoods", "kind.ask"));
  await phone.taps(french.label("livelihoods", "work.cook"));
  await phone.shows(asks("months.ask"));
  await phone.texts("30");
  await phone.shows(asks("where.ask"));
  await phone.texts("Au restaurant du port");
  const blind = await phone.shows(asks("tool.ask"));
  expect(blind).not.toContain("36");
  await phone.texts("un four à pain");
  expect(await phone.shows(asks("verdict.ask"))).toContain("36");
  await phone.taps(french.label("attest", "verdict.right"));
  await phone.shows(asks("truth.ask"));
  await phone.taps(french.label("attest", "truth.yes"));
  await phone.shows(asks("thanks"));
  await sms.staysQuiet(100);
}

/** The caseworker compares what both said and approves; Amal gets the code. Gives back the code as it is shown. */
export async function caseworkerApproves(
  stage: Stage,
  { browser, page, t }: Desk,
  amal: Phone,
): Promise<string> {
  await amal.shows(arabic.says("credentials", "told.answered"));
  const requests = await browser.follow(page, t("requests.title"));
  browser.sees(requests);
  const request = await browser.follow(requests, /Cook/);
  browser.sees(request);
  expect(request.text).toContain("36");
  expect(request.text).toContain("30");
  const after = await browser.press(request, t("decision.approve"), { reason: "confirmed" });
  expect(after.text).toContain(t("said.requestApproved"));
  const told = await amal.shows(arabic.says("credentials", "told.issued"));
  const [code = "", ...fours] = /(\d{4})\D(\d{4})\D(\d{4})/.exec(told) ?? [];
  expect(code).not.toBe("");
  for (const between of ["", " ", "-"]) stage.recorder.stands(fours.join(between), example.join(between));
  return code;
}

/** Somebody who never joined asks whether a paper is good. */
export async function outsiderChecks(
  outsider: Phone,
  code: string,
  answer: "good" | "revoked",
): Promise<void> {
  await outsider.texts(`VERIFY ${code}`);
  await outsider.shows(english.says("verify", answer));
}

/** The caseworker takes the paper back; whoever looks at its page before and after sees it. */
export async function caseworkerRevokes(
  stage: Stage,
  { browser, page, t }: Desk,
  code: string,
): Promise<void> {
  const visitor = stage.browser("Anybody's browser", "fr");
  const address = `/v/${code.replaceAll(/\D/g, "")}`;
  const good = await visitor.open(address);
  visitor.sees(good);
  const requests = await browser.follow(page, t("requests.title"));
  const [request] = stage.database.rows(`SELECT "id" FROM "CredentialRequest"`);
  const decided = await browser.open(`/console/requests/${request?.id}`);
  expect(requests.text).toContain(t("requests.none"));
  const credential = await browser.follow(decided, t("request.toCredential"));
  const after = await browser.press(credential, t("decision.revoke"), { reason: "not_true" });
  expect(after.text).toContain(t("said.credentialChanged"));
  browser.sees(after);
  const bad = await visitor.open(address);
  visitor.sees(bad);
  const [verdict] = good.text.split("\n").filter((line) => !bad.text.split("\n").includes(line));
  expect(verdict).toBeDefined();
}
