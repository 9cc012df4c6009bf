import { describe, expect, test } from "vitest";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { revokeCredential } from "../../../union/credentials/change-standing.ts";
import {
  amal,
  aRequest,
  codeIn,
  demir,
  joining,
  openTalkingBureau,
  outsider,
  remembered,
  request,
  type TalkingBureau,
} from "./talking-bureau.ts";

const verdictOf = async ({ runtime }: TalkingBureau) =>
  (await runtime.store.read.attestation.findFirstOrThrow()).verdict;
const stateOf = async ({ runtime }: TalkingBureau) =>
  (await runtime.store.read.credentialRequest.findFirstOrThrow()).state;
const tokenIn = (text: string): string => /start=(a-[\w-]{22})/.exec(text)?.[1] ?? "no token";

describe("a paper, from the question to the code", () => {
  test("is confirmed by a text message, checked by an outsider, and bad as soon as it is taken back", async () => {
    const bureau = await aRequest();
    const asked = await bureau.asksAttestors(demir);
    expect(asked).toContain("Connaissez-vous Amal Noor ?");
    // Nothing tells who we are, or where she is.
    expect(asked.replace(/https:\S+/, "")).not.toMatch(/union|migrant|réfugi|Mersin/i);
    expect(await bureau.types(demir, ...remembered)).toContain("24 mois");
    expect(await bureau.types(demir, "1", "1")).toBe("Merci. C'est tout. Vous n'avez plus rien à faire.");
    const news = bureau.arrived(amal);
    expect(news).toContain("The person has answered");
    expect(news).not.toContain("Demir");

    expect(await bureau.decides("approve")).toMatchObject({ kind: "issued" });
    const told = bureau.arrived(amal);
    expect(told).toContain("https://union.example/v");
    const code = codeIn(told);
    const good = await bureau.types(outsider, `VERIFY ${code}`);
    expect(good).toContain("VALID. Tailor, 20 months. Level 2, confirmed by: Former employer. A.N.");
    expect(good).not.toContain("Amal");
    expect(await bureau.types(amal, "PAPER", "2")).toContain(code);

    const { id: credentialId } = await bureau.runtime.store.read.credential.findFirstOrThrow();
    await revokeCredential(bureau.runtime, { credentialId, staffId: "ayse", reason: "It was forged." });
    expect(await bureau.types(outsider, `check ${code.replaceAll("-", " ")}`)).toBe(
      "NOT VALID. This paper was taken back.",
    );
  });

  test("is asked for in Arabic and confirmed in French at Telegram, where the link leads", async () => {
    const bureau = await aRequest("2");
    const link = tokenIn(await bureau.asksAttestors(demir));
    expect(await bureau.telegrams("4711", `/start ${link}`)).toContain("Connaissez-vous Amal Noor ?");
    // The questions go on there, and no longer by text message.
    expect(await bureau.types(demir, "1")).not.toContain("quel travail");
    expect(await bureau.telegrams("4711", ...remembered, "1", "1")).toContain("Merci. C'est tout.");
    expect(bureau.arrived(amal)).toContain("وصل جواب الشخص");
    await bureau.decides("approve");
    const code = codeIn(bureau.arrived(amal));
    const eastern = code.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? "");
    expect(await bureau.types(outsider, `تحقق ${eastern}`)).toContain("صالحة. العمل خياط");
    expect(await bureau.types(outsider, `vérifier ${code}`)).toMatch(/^صالحة|^VALID|^Valable/);
  });

  test("is begun once: a second start, another phone and a token of nobody's change nothing", async () => {
    const bureau = await aRequest();
    const link = tokenIn(await bureau.asksAttestors(demir));
    await bureau.telegrams("4711", `/start ${link}`, "1");
    expect(await bureau.telegrams("4711", `/start ${link}`)).toContain("Connaissez-vous");
    expect(await bureau.telegrams("4712", `/start ${link}`)).toContain("not for this phone");
    expect(await bureau.telegrams("4713", `/start a-${"x".repeat(22)}`)).toContain("not for this phone");
    // The member cannot confirm her own work.
    expect(await bureau.types(amal, link)).toContain("not for this phone");
    expect(await bureau.telegrams("4711", ...remembered, "1", "1")).toContain("Merci");
    expect(await bureau.telegrams("4711", `/start ${link}`)).toContain("La réponse est déjà donnée");
    expect(await stateOf(bureau)).toBe("attested");
  });
});

describe("somebody who was asked", () => {
  test("may say that she does not know the member, who can then name somebody else", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    expect(await bureau.types(demir, "2")).toContain("Merci. C'est tout.");
    expect(await verdictOf(bureau)).toBe("unknown_person");
    expect(bureau.arrived(amal)).toContain("did not confirm it");
    expect(await bureau.decides("approve")).toEqual({ kind: "not_open" });
  });

  test("may say that she is being pressed: neither she nor the member reads anything else than usual", async () => {
    const [pressed, usual] = [await aRequest(), await aRequest()];
    const read: string[] = [];
    for (const [bureau, verdict] of [
      [pressed, "4"],
      [usual, "1"],
    ] as const) {
      await bureau.asksAttestors(demir);
      await bureau.types(demir, ...remembered);
      read.push(`${await bureau.types(demir, verdict, "1")} / ${bureau.arrived(amal)}`);
    }
    expect(read[0]).toBe(read[1]);
    expect(await verdictOf(pressed)).toBe("pressed");
    expect(await pressed.decides("approve")).toEqual({ kind: "not_confirmed" });
  });

  test("and does not stand by her words has confirmed nothing", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    await bureau.types(demir, ...remembered, "1", "2");
    expect(await verdictOf(bureau)).toBe("declined");
  });

  test("is reminded twice, then left in peace, and the member is told", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    const nudges: string[] = [];
    for (let hours = 0; hours < 8 * 24; hours += 12) {
      await bureau.union.pass(12 * hourMs);
      const came = await bureau.asksAttestors(demir);
      if (came !== "") nudges.push(came);
      // What may not be sent at night comes with the sweep.
      await bureau.union.work();
    }
    const sent = bureau.union.phone.calls.filter(({ to }) => to === demir);
    expect(sent).toHaveLength(3);
    expect(sent[1]?.text).toContain("attend encore votre réponse");
    expect(bureau.arrived(amal)).toContain("Nobody answered for a week");
    expect(await bureau.types(demir, "1")).toContain("Le temps pour répondre est fini");
  });

  test("and texts STOP hears no more, and the member can name somebody else", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    const stopped = await bureau.types(demir, "STOP");
    expect(stopped).toContain("Plus de messages");
    expect(stopped).not.toContain("Union");
    await bureau.union.pass(3 * dayMs);
    expect(await bureau.asksAttestors(demir)).toBe("");
    expect(bureau.arrived(amal)).toContain("cannot reach that person");
  });

  test("never hears who we are, unless she asks to join", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    for (const text of ["AIDE", "hmm", "2", "merci", "MENU", "HUMAIN"])
      expect(await bureau.types(demir, text)).not.toMatch(/Union/);
    await bureau.types(demir, "MENU");
    expect(await bureau.types(demir, "JOIN")).toContain("Migrant Union");
  });
});

describe("a member who asks for a paper", () => {
  test("cannot name her own number, nor months that cannot be", async () => {
    const bureau = await openTalkingBureau();
    await bureau.types(amal, ...joining("1"), "PAPER", "1", "1", "3", "1");
    expect(await bureau.types(amal, "721")).toContain("from 1 to 720");
    await bureau.types(amal, "24", "1", "Mr Demir");
    const refused = await bureau.types(amal, amal);
    expect(refused).toContain("That is your own number");
    expect(refused).toContain("phone number?");
    expect(await bureau.types(amal, "hello")).toContain("country code");
    expect(await bureau.types(amal, demir)).toContain("Which language");
  });

  test("hears what asking can tell of her, and with a no nothing is sent or kept", async () => {
    const bureau = await openTalkingBureau();
    const warned = await bureau.types(amal, ...joining("1"), ...request);
    expect(warned).toContain("in the country you left");
    expect(await bureau.types(amal, "2")).toContain("sent nothing and kept nothing");
    expect(await bureau.asksAttestors(demir)).toBe("");
    expect(await bureau.runtime.store.read.credentialRequest.count()).toBe(0);
  });

  test("asks twice for the same and is told so", async () => {
    const bureau = await aRequest();
    expect(await bureau.types(amal, ...request, "1")).toContain("You asked for that paper already");
    expect(await bureau.runtime.store.read.credentialRequest.count()).toBe(1);
  });

  test("reads the caseworker's reason when more is needed, and when it is refused", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    await bureau.types(demir, ...remembered, "1", "1");
    bureau.arrived(amal);
    await bureau.decides("more_info", "Which years was it?");
    expect(bureau.arrived(amal)).toContain("Which years was it?\nTo answer her: PERSON");
    await bureau.decides("refuse", "Two answers differ.");
    expect(bureau.arrived(amal)).toContain("Two answers differ.\nIf you do not agree: PERSON");
  });

  test("reads a reason from the list in words, never by its name", async () => {
    const bureau = await aRequest();
    await bureau.asksAttestors(demir);
    await bureau.types(demir, ...remembered, "1", "1");
    bureau.arrived(amal);
    await bureau.decides("more_info", "confirmed: Which years was it?");
    expect(bureau.arrived(amal)).toContain(
      "something is missing.\nWhich years was it?\nTo answer her: PERSON",
    );
    await bureau.decides("refuse", "does_not_match");
    const refused = bureau.arrived(amal);
    expect(refused).toContain("The answers did not fit what you told us.\nIf you do not agree: PERSON");
    expect(refused).not.toContain("does_not_match");
  });

  test("can have a skill or a course confirmed as well", async () => {
    const bureau = await openTalkingBureau();
    const skill = ["PAPER", "1", "2", "9", "1", "3", "Mr Demir", demir, "3", "1"];
    expect(await bureau.types(amal, ...joining("1"), ...skill)).toContain("We ask Mr Demir now");
    await bureau.asksAttestors(demir);
    expect(await bureau.types(demir, "1", "1", "Mersin", "scie")).toContain("Est-ce juste ?");
    expect((await bureau.types(demir, "1", "1")).length).toBeGreaterThan(0);
    await bureau.decides("approve");
    expect(await bureau.types(outsider, `VERIFY ${codeIn(bureau.arrived(amal))}`)).toContain("VALID.");
    const course = ["PAPER", "1", "3", "7", "12", "1", "Trainer", "+905550200009", "1", "1"];
    expect(await bureau.types(amal, ...course)).toContain("We ask Trainer now");
  });
});
