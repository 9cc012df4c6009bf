import { describe, expect, test } from "vitest";
import { start } from "../../../flows/engine/advance.ts";
import { about } from "../../../flows/engine/flow.ts";
import { dayAhead, number, type Question, wage } from "../../../flows/engine/question.ts";
import { readerWith } from "./reader-with.ts";
import { lastTurn, talkThrough } from "./talk-through.ts";

/** Somewhere without a currency of its own in the list; the reader's day is 2026-11-24. */
const nowhere = readerWith();
const turkey = readerWith({}, {}, "TR");

/** A conversation of one question that has been asked before it, and one that follows. */
function asking(question: Question) {
  const { ask, flow } = about({ before: number(0, 9), it: question, after: number(0, 9) });
  return flow("asking", 1, [ask("before"), ask("it"), ask("after")]);
}
const heard = (question: Question, typed: string, reader = turkey) => {
  const { heard: how, refusal, session } = lastTurn(asking(question), ["1", typed], reader);
  return how === "understood" ? session.answers.it?.value : (refusal ?? how);
};

describe("a wage", () => {
  test.each([
    ["22000 TRY a month", "22000 TRY month"],
    ["22.000 TL/ay", "22000 TRY month"],
    ["٥٠٠ ليرة يوميا", "500 TRY day"],
    ["٢٢٬٠٠٠ ليرة في الشهر", "22000 TRY month"],
    ["120 an hour", "120 TRY hour"],
    ["€12.50/h", "12.5 EUR hour"],
  ])("%j in Turkey is kept as %s", (typed, kept) => {
    expect(heard(wage(), typed)).toBe(kept);
  });

  test.each([
    ["22000", "wagePeriod"],
    ["22000 TRY", "wagePeriod"],
    ["٢٢٠٠٠", "wagePeriod"],
    ["500 a day per month", "wagePeriod"],
    ["20000 to 25000 TRY a month", "wageTwo"],
    ["500 for 8 hours", "wageTwo"],
    ["1.300 JOD a month", "wageAmbiguous"],
    ["500 USD EUR a day", "wageCurrency"],
    ["99999999999999 TRY a month", "wage"],
    ["-500 TRY a month", "wage"],
    ["negotiable", "wage"],
    ["", "wage"],
  ])("%j in Turkey is refused: %s", (typed, why) => {
    expect(heard(wage(), typed)).toBe(why);
  });

  test("without a currency is refused where nobody knows which is meant", () => {
    expect(heard(wage(), "500 a day", nowhere)).toBe("wageCurrency");
    expect(heard(wage(), "500 JOD a day", nowhere)).toBe("500 JOD day");
  });
});

describe("a day from today on", () => {
  const soon = dayAhead(30);
  test.each([
    ["24 11 2026", "2026-11-24"],
    ["24.12.2026", "2026-12-24"],
    ["٢٤/١١/٢٠٢٦", "2026-11-24"],
    ["2026-12-24", "2026-12-24"],
  ])("may be %j", (typed, kept) => {
    expect(heard(soon, typed)).toBe(kept);
  });
  test.each([
    ["23 11 2026", "dayPast"],
    ["24 11 2025", "dayPast"],
    ["25 12 2026", "dayTooFar"],
    ["24 11 2027", "dayTooFar"],
    ["31 11 2026", "not_understood"],
    ["30 2 2027", "not_understood"],
    ["tomorrow", "not_understood"],
    ["24 11", "not_understood"],
  ])("may not be %j: %s", (typed, why) => {
    expect(heard(soon, typed)).toBe(why);
  });
});

describe("a number", () => {
  const places = number(1, 50);
  test.each([
    ["1", 1],
    ["50", 50],
    ["٥٠", 50],
    ["0", "number"],
    ["51", "number"],
    ["999999999", "number"],
    ["9999999999", "not_understood"],
    ["-1", "not_understood"],
    ["2.5", "not_understood"],
    ["many", "not_understood"],
  ])("from 1 to 50 typed as %j is %o", (typed, meaning) => {
    expect(heard(places, typed)).toBe(meaning);
  });
});

describe("an answer that is refused", () => {
  const questions: readonly (readonly [string, Question, string, string])[] = [
    ["wage", wage(), "22000", "22000 TRY a month"],
    ["day", dayAhead(30), "1 1 2020", "25 11 2026"],
    ["number", number(1, 50), "51", "50"],
  ];
  test.each(questions)(
    "leaves the talk where it is, is counted, and the next good %s goes on",
    (_what, question, bad, good) => {
      const flow = asking(question);
      const turns = talkThrough(flow, ["1", bad, bad, good], turkey).slice(2);
      expect(turns.map(({ heard: how, asked, session }) => [how, asked?.key, session.retries])).toEqual([
        ["refused", "it", 1],
        ["refused", "it", 2],
        ["understood", "after", 0],
      ]);
      const [once] = turns;
      expect(once?.session.answers).toEqual(lastTurn(flow, ["1"], turkey).session.answers);
      expect(start(flow, turkey).refusal).toBeUndefined();
    },
  );
});
