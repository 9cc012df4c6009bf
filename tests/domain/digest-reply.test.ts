import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type DigestReply, readDigestReply } from "../../domain/digest-reply.ts";

const shown = ["A1", "A2", "A3", "A4", "A12"];

/** A reading in few letters: "+A1 -A2:distance", "more", "close 4F7", "? which_card". */
function inShort(reply: DigestReply): string {
  if (reply.kind === "more" || reply.kind === "undo") return reply.kind;
  if (reply.kind === "close") return `close ${reply.code}`;
  if (reply.kind === "unclear") return `? ${reply.why}`;
  return reply.decisions
    .map((decision) =>
      decision.verdict === "yes"
        ? `+${decision.card}`
        : `-${decision.card}${decision.reason === null ? "" : `:${decision.reason}`}`,
    )
    .join(" ");
}

const read = (text: string, cards = shown): string => inShort(readDigestReply(text, cards));

describe("an employer's reply to a digest", () => {
  test.each([
    ["YES A1 A3", "+A1 +A3"],
    ["yes a1", "+A1"],
    ["Yes A1", "+A1"],
    ["yes a1,a3", "+A1 +A3"],
    ["yes: a1, a3 and a4.", "+A1 +A3 +A4"],
    ["YES A1/A3", "+A1 +A3"],
    ["Yes A1 + A3", "+A1 +A3"],
    ["yes A1 & A3", "+A1 +A3"],
    ["yes to A1 please", "+A1"],
    ["  yes\n a1 ", "+A1"],
    ["y a1", "+A1"],
    ["OK A12", "+A12"],
    ["a1 yes", "+A1"],
    ["a1 a3 yes", "+A1 +A3"],
    ["A1=yes", "+A1"],
    ["a1=yes, a2=no", "+A1 -A2"],
    ["A1 yes, A2 no", "+A1 -A2"],
    ["A1 yes A2 no", "+A1 -A2"],
    ["A1: YES; A2: NO", "+A1 -A2"],
    ["A1 - yes\nA2 - no", "+A1 -A2"],
    ["YES A1 NO A2", "+A1 -A2"],
    ["YES A1. NO A2.", "+A1 -A2"],
    ["no A1, yes A2 A3", "-A1 +A2 +A3"],
    ["yes A1, A2 no", "+A1 -A2"],
    ["no A1, A2 yes", "-A1 +A2"],
    ["yes a 1", "+A1"],
    ["yes a 1 a 3", "+A1 +A3"],
    ["yes a1a3", "+A1 +A3"],
    ["yesA1", "+A1"],
    ["a1yes", "+A1"],
    ["YES A1 A1", "+A1"],
    ["Yes A1 yes A1", "+A1"],
    ["NO A2", "-A2"],
    ["NO A2 2", "-A2:distance"],
    ["no a 2 2", "-A2:distance"],
    ["no a2 (4)", "-A2:pay"],
    ["no A2: 1", "-A2:skill"],
    ["A2 no 3", "-A2:language"],
    ["NO A1 A2 5", "-A1:filled -A2:filled"],
    ["NO A1 2 A2 4", "-A1:distance -A2:pay"],
    ["NO A1 2, YES A3", "-A1:distance +A3"],
    ["A1 no 2 A3 yes", "-A1:distance +A3"],
    ["no A12", "-A12"],
    ["yes all", "+A1 +A2 +A3 +A4 +A12"],
    ["NO ALL 5", "-A1:filled -A2:filled -A3:filled -A4:filled -A12:filled"],
    ["all no", "-A1 -A2 -A3 -A4 -A12"],
    ["oui A1 A3", "+A1 +A3"],
    ["Oui a1 et a3 svp", "+A1 +A3"],
    ["non A2", "-A2"],
    ["A1 oui, A2 non 2", "+A1 -A2:distance"],
    ["refusé A2", "? unknown_word"],
    ["d'accord A1", "+A1"],
    ["J’accepte A1", "+A1"],
    ["oui tous", "+A1 +A2 +A3 +A4 +A12"],
    ["نعم A1", "+A1"],
    ["نعم أ1", "+A1"],
    ["نعم أ١ و أ٣", "+A1 +A3"],
    ["نعم A1 وA3", "+A1 +A3"],
    ["لا A2", "-A2"],
    ["لا أ٢ ٢", "-A2:distance"],
    ["A1 نعم، A2 لا", "+A1 -A2"],
    ["موافق A1", "+A1"],
    ["مرفوض A2", "-A2"],
    ["نعم الكل", "+A1 +A2 +A3 +A4 +A12"],
    ["yes A۱", "+A1"],
    ["yes A১ A৩", "+A1 +A3"],
    ["ＹＥＳ Ａ１", "+A1"],
    ["A1 ✅ A2 ❌", "+A1 -A2"],
    ["👍🏽 A1", "+A1"],
    ["A1👎", "-A1"],
    ["yes A1️⃣", "+A1"],
    ["\u200fنعم A1\u200e", "+A1"],
    ["MORE", "more"],
    ["more please", "more"],
    ["plus", "more"],
    ["Encore svp", "more"],
    ["المزيد", "more"],
    ["CLOSE 4F7", "close 4F7"],
    ["close 4f7 please", "close 4F7"],
    ["Close: 4f7", "close 4F7"],
    ["fermer 4F7", "close 4F7"],
    ["إغلاق 4F7", "close 4F7"],
    ["CLOSE ٤F٧", "close 4F7"],
  ])("%j is understood as %s", (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test.each([
    ["", "? empty"],
    ["   ", "? empty"],
    ["...", "? empty"],
    ["please", "? empty"],
    ["YES", "? which_card"],
    ["no", "? which_card"],
    ["NO 2", "? which_card"],
    ["yes 1 3", "? which_card"],
    ["all", "? yes_or_no"],
    ["A1", "? yes_or_no"],
    ["A1 A2", "? yes_or_no"],
    ["yes A1?", "? question"],
    ["A1 نعم؟", "? question"],
    ["yes A1 no A1", "? yes_and_no"],
    ["yes all, no A2", "? yes_and_no"],
    ["no A1 2 A1 4", "? yes_and_no"],
    ["yes A1 A2 no", "? order"],
    ["A1 yes A2", "? order"],
    ["yes no A1", "? order"],
    ["A1 yes no", "? order"],
    ["yes A1, A2, A3 no", "? order"],
    ["no, A1 yes", "? which_card"],
    ["A2 2 no", "? order"],
    ["yes A1 more", "? order"],
    ["yes A1 all", "? order"],
    ["yes A1 close 4F7", "? order"],
    ["yes A7", "? unknown_card"],
    ["yes B1", "? unknown_card"],
    ["yes A1 A9", "? unknown_card"],
    ["yes A1-3", "? which_card"],
    ["no A2 7", "? unknown_reason"],
    ["no A2 0", "? unknown_reason"],
    ["yes A1 3", "? which_card"],
    ["yes A1 but not A2", "? unknown_word"],
    ["not A1", "? unknown_word"],
    ["yse A1", "? unknown_word"],
    ["A", "? unknown_word"],
    ["yes AI", "? unknown_word"],
    ["yes A0", "? unknown_word"],
    ["yes A123", "? unknown_word"],
    ["yes A1 maybe A2", "? unknown_word"],
    ["hire A1", "? unknown_word"],
    ["CLOSE", "? which_opening"],
    ["CLOSE A1", "? order"],
    ["CLOSE 4F7 4F8", "? order"],
    ["CLOSE bus", "? unknown_word"],
    ["4F7", "? which_card"],
    ["more A1", "? yes_or_no"],
    ["INT A1 12/12 10:00", "? unknown_word"],
  ])("%j changes nothing: %s", (text, doubt) => {
    expect(read(text)).toBe(doubt);
  });

  it("needs no card where only one was shown", () => {
    expect(read("yes", ["A1"])).toBe("+A1");
    expect(read("Non merci", ["A1"])).toBe("-A1");
    expect(read("yes", [])).toBe("? which_card");
    expect(read("yes all", [])).toBe("? which_card");
  });

  it("says which words it did not understand", () => {
    expect(readDigestReply("yes A1 mabye A2 tomorow", shown)).toEqual({
      kind: "unclear",
      why: "unknown_word",
      parts: ["mabye", "tomorow"],
    });
    expect(readDigestReply("yes A1 A9", shown)).toMatchObject({ parts: ["A9"] });
  });

  it("never decides about a card that is not in the reply, whatever is typed", () => {
    const words = fc.constantFrom(
      "yes",
      "no",
      "A1",
      "a2",
      "A12",
      "2",
      ",",
      "oui",
      "لا",
      "more",
      "?",
      "4F7",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary" })), { maxLength: 8 }), (typed) => {
        const text = typed.join(" ");
        const reply = readDigestReply(text, shown);
        if (reply.kind !== "decide" || reply.decisions.length === shown.length) return;
        for (const { card } of reply.decisions) expect(text.toUpperCase().replace(/\s/g, "")).toContain(card);
      }),
      { numRuns: 2000 },
    );
  });
});
