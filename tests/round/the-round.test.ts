import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Phone } from "../service/phone.ts";
import type { TelegramPhone } from "../service/telegram-counterpart.ts";
import { crowd } from "./crowd.ts";
import { bothAgree, employerReads } from "./digest.ts";
import { amalJoins, graceJoins, zoeJoins } from "./join.ts";
import { auditOf, logged } from "./kept-quiet.ts";
import { approverSends, caseworkerWrites, countCopies, placeOf, showNotices } from "./notice.ts";
import { amalWants, caseworkerVerifies, employerPosts, membersHear, zoeWants } from "./opening.ts";
import {
  amalAsksForAPaper,
  attestorConfirms,
  caseworkerApproves,
  caseworkerRevokes,
  outsiderChecks,
} from "./paper.ts";
import { emails, numbers } from "./people.ts";
import { roundDocument } from "./round-document.ts";
import { addAdministrator, addStaff, type Desk, signIn } from "./staff.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let amal: Phone;
let zoe: Phone;
let grace: TelegramPhone;
let employer: Phone;
let outsider: Phone;
let caseworker: Desk;
let approver: Desk;
/** Of Amal's paper, and of the employer's opening. */
let code: string;
let opening: string;

const killNote = `While it was being sent, the worker was killed (\`SIGKILL\`) when Twilio and Telegram had each taken a message and not yet answered, and
started again. Twilio and Telegram were counted by address afterwards: everybody has it once. Where a message was on the wire
to Telegram at that very moment nobody can say whether it arrived, and it is not sent again: once at most.`;

/** What the audit log must hold of the round. */
const consequential = [
  ...[/attest/, /approve/, /revoke/, /employer\.joined/, /employer\.verified/, /opening\.posted/],
  ...[/digest\.made/, /card\.yes/, /introduction\.agreed/, /staff\.added/, /staff\.signed_in/],
  ...[/request\.read/, /notice\.drafted/, /notice\.submit/, /notice\.approve/, /notice\.frozen/],
];

const chapter = (title: string): void => stage.recorder.chapter(title);

beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.close());

describe("once around, with real processes and with providers that nobody here wrote", {
  timeout: 60_000,
}, () => {
  it("a member joins by SMS, in Arabic", async () => {
    chapter("A member joins by SMS, in Arabic");
    amal = await amalJoins(stage);
  });

  it("she asks for a paper, and a former employer is led by a neutral text to Telegram, where he answers in French", async () => {
    chapter("She asks for a paper");
    await amalAsksForAPaper(amal);
    chapter("Her former employer is asked, and answers before he sees what she says");
    await attestorConfirms(stage);
  });

  it("a caseworker signs in by the link in a letter, approves, and the member gets a code", async () => {
    chapter("An administrator lets staff in");
    await addAdministrator(stage);
    await addStaff(stage);
    chapter("A caseworker signs in");
    caseworker = await signIn(stage, "Chloe's console", emails.caseworker, "en");
    chapter("She approves, and the member gets a code");
    code = await caseworkerApproves(stage, caseworker, amal);
  });

  it("an employer joins and posts by WhatsApp, and nobody hears of it before a caseworker has verified her", async () => {
    chapter("An employer joins and posts a job by WhatsApp");
    employer = stage.whatsapp("Selin (WhatsApp)", numbers.employer);
    opening = await employerPosts(stage, employer);
    chapter("Another member joins by WhatsApp, in French");
    zoe = await zoeJoins(stage);
    chapter("And one by Telegram, in English");
    grace = await graceJoins(stage);
    chapter("The caseworker verifies the employer");
    await caseworkerVerifies(stage, caseworker, employer);
  });

  it("three members hear of it on three channels, and two say yes: the employer reads of them without names", async () => {
    chapter("Three members hear of the job, on three channels");
    await membersHear({ amal, zoe, grace }, opening);
    await amalWants(amal);
    chapter("The employer gets a digest, by WhatsApp and by mail");
    await employerReads(stage, employer, "A1");
    chapter("A second member says yes");
    await zoeWants(zoe);
    await employerReads(stage, employer, "A2");
  });

  it("the employer chooses one, she agrees, and only then both get the contact", async () => {
    chapter("The employer chooses, the member agrees, and both get the contact");
    await bothAgree(employer, amal, opening);
  });

  it("an outsider who checks the paper hears that it is good, and that it is not as soon as it was taken back", async () => {
    chapter("An outsider checks the paper by text");
    outsider = stage.sms("An outsider (SMS)", numbers.outsider);
    await outsiderChecks(outsider, code, "good");
    chapter("The caseworker takes the paper back, and it is bad at once");
    await caseworkerRevokes(stage, caseworker, code);
    await outsiderChecks(outsider, code, "revoked");
  });

  it("a notice in three languages reaches 500 members once each, though the worker is killed on the way", async () => {
    chapter("A caseworker writes a notice to 500 members");
    await caseworkerWrites(caseworker);
    chapter("An approver reads it and sends it");
    approver = await signIn(stage, "Nour's console", emails.approver, "ar");
    await approverSends(stage, approver);
    const { copies, unknown } = await countCopies(stage);
    const wrong = crowd.map(placeOf).filter((place) => {
      const count = copies.get(place) ?? 0;
      // What was on the wire to Telegram at the kill is not sent again: nobody can say whether it arrived.
      return unknown.has(place) ? count > 1 : count !== 1;
    });
    expect(wrong).toEqual([]);
    expect(unknown.size).toBeGreaterThan(0);
    expect(copies.size).toBeGreaterThanOrEqual(crowd.length - unknown.size);
    stage.recorder.note({ kind: "note", text: killNote });
    chapter("What the notice looks like on a phone");
    showNotices(stage);
  }, 120_000);

  it("no number, name or text of it all stands in the logs, and the audit log is whole", async () => {
    expect(await logged(stage, code)).toEqual([]);
    const { broken, actions, telling } = await auditOf(stage);
    expect(broken).toBeNull();
    expect(telling).toEqual([]);
    expect(consequential.filter((one) => ![...actions].some((action) => one.test(action)))).toEqual([]);
  });

  it("docs/round.md says what was seen; npm run round:write writes it", async () => {
    const chapters = stage.recorder.chapters();
    await expect(roundDocument(chapters)).toMatchFileSnapshot("../../docs/round.md");
  });
});
