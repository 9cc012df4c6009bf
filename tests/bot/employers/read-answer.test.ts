import { describe, expect, test } from "vitest";
import { isDigestReply } from "../../../bot/employers/is-digest-reply.ts";
import { type DigestAnswer, readAnswer } from "../../../bot/employers/read-answer.ts";
import { choice, number, text, yesNo } from "../../../flows/engine/question.ts";

const first = { openingId: "one", openingCode: "4F7", waiting: ["A1", "A2"], seen: ["A1", "A2", "A3"] };
const other = { openingId: "two", openingCode: "8KD", waiting: ["A1"], seen: ["A1"] };

function inShort(answer: DigestAnswer): string {
  if (answer.kind === "decide")
    return [answer.openingId, ...answer.decisions.map(({ card, verdict }) => `${verdict} ${card}`)].join(" ");
  if (answer.kind === "close") return `close ${answer.code}`;
  return answer.kind === "doubt"
    ? `? ${answer.key} ${Object.values(answer.values).join(" ")}`.trim()
    : answer.kind;
}

describe("an employer's answer", () => {
  test.each([
    ["YES A1", "one yes A1"],
    ["a1 yes a2 no", "one yes A1 no A2"],
    ["نعم A1", "one yes A1"],
    ["oui a1, non a2 2", "one yes A1 no A2"],
    ["YES 4F7 A1", "one yes A1"],
    ["yes all", "one yes A1 yes A2"],
    ["YES A3", "one yes A3"],
    ["CLOSE 4F7", "close 4F7"],
    ["MORE", "more"],
    ["undo", "undo"],
    ["تراجع", "undo"],
    ["YES A9", "? unknownCard A9"],
    ["YES 9XC A1", "? unknownJob 9XC"],
    ["yes", "? whichCard"],
    ["A1", "? whichCard"],
    ["YES A1 please call me", "? unclear call me"],
    ["yes a1?", "? question ?"],
    ["yes A1 no A1", "? yesAndNo A1"],
    ["NO A1 9", "? reasons 9"],
    ["CLOSE", "? whichToClose"],
  ])("%s", (typed, read) => expect(inShort(readAnswer(typed, [first]))).toBe(read));

  test("is asked for the job where two jobs have such a card, unless only one of them waits", () => {
    expect(inShort(readAnswer("YES A1", [first, other]))).toBe("? whichJob A1 4F7, 8KD 4F7");
    expect(inShort(readAnswer("YES 8KD A1", [first, other]))).toBe("two yes A1");
    expect(inShort(readAnswer("YES A1", [first, { ...other, waiting: [] }]))).toBe("one yes A1");
    expect(inShort(readAnswer("YES A1 A2", [first, other]))).toBe("one yes A1 yes A2");
  });

  test("is a bare yes where one card waits, and says so where none does", () => {
    expect(inShort(readAnswer("yes", [other]))).toBe("two yes A1");
    expect(inShort(readAnswer("yes", []))).toBe("? nobody");
    expect(inShort(readAnswer("YES A1", []))).toBe("? unknownCard A1");
  });
});

describe("a text from an employer", () => {
  test.each(["YES A1", "a1 no", "oui a1", "CLOSE 4F7"])("%s answers a digest whatever is asked", (typed) => {
    for (const question of [null, text(60), number(1, 9), yesNo(), choice("a", "b")])
      expect(isDigestReply(typed, question)).toBe(true);
  });

  test.each(["yes", "no", "ok"])("%s answers the yes or no that is asked, and else a digest", (typed) => {
    expect(isDigestReply(typed, yesNo())).toBe(false);
    expect(isDigestReply(typed, text(60))).toBe(false);
    expect(isDigestReply(typed, null)).toBe(true);
    expect(isDigestReply(typed, choice("post", "jobs"))).toBe(true);
  });

  test.each(["Atelier A1", "A1 street", "22000 TRY a month", "5 3 2027", "Yes Market", "1", "hello", ""])(
    "%j is an answer to what is asked",
    (typed) => {
      for (const question of [text(60), number(1, 9), yesNo()])
        expect(isDigestReply(typed, question)).toBe(false);
    },
  );

  test("that is endless is no answer to a digest", () => {
    expect(isDigestReply("yes A1 ".repeat(1000), null)).toBe(false);
  });
});
