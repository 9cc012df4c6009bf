import { describe, expect, test } from "vitest";
import { advance, start } from "../../../flows/engine/advance.ts";
import { about } from "../../../flows/engine/flow.ts";
import { correct, goBack } from "../../../flows/engine/go-back.ts";
import { choice, formerly, pick, text, yesNo } from "../../../flows/engine/question.ts";
import { run, say } from "../../../flows/engine/step.ts";
import { answersOf } from "../../../flows/engine/walk.ts";
import { readerWith } from "./reader-with.ts";
import { lastTurn } from "./talk-through.ts";

const reader = readerWith();
const { ask, when, flow } = about({
  language: choice("en", "ar"),
  name: text(20),
  trade: choice("cook", "other"),
  other: text(20),
  sure: yesNo(),
});
const long = flow("long", 1, [
  say("hello"),
  ask("language"),
  run("setLanguage"),
  say("thanks"),
  ask("name"),
  ask("trade"),
  when("trade", "other", [ask("other")]),
  ask("sure"),
  run("save"),
]);
const typing = (typed: string) => ({ kind: "text", text: typed }) as const;

describe("going back", () => {
  test("asks the question answered last, and keeps all before it", () => {
    const back = goBack(long, lastTurn(long, ["1", "Amal", "1"]).session, reader);
    expect(back).toMatchObject({ asked: { key: "trade" }, says: [], runs: [], heard: "nothing" });
    expect(back?.session.answers).toMatchObject({ language: { value: "en" }, name: { value: "Amal" } });
  });

  test("leads, step by step, to the first question and no further", () => {
    let { session } = lastTurn(long, ["1", "Amal", "2", "Baker"]);
    const asked: (string | undefined)[] = [];
    for (let back = goBack(long, session, reader); back !== null; back = goBack(long, session, reader)) {
      session = back.session;
      asked.push(back.asked?.key);
    }
    expect(asked).toEqual(["other", "trade", "name", "language"]);
  });

  test("over an action has it done again with the new answer, and what was said behind it said again", () => {
    const back = goBack(long, lastTurn(long, ["1"]).session, reader);
    expect(back).toMatchObject({ asked: { key: "language" }, says: [], runs: [] });
    const turn = advance(long, back?.session ?? start(long, reader).session, typing("2"), reader);
    expect(turn).toMatchObject({ runs: ["setLanguage"], says: ["thanks"], asked: { key: "name" } });
  });

  test("shows a long list from its first page", () => {
    const many = about({ q: choice(..."abcdefghijk".split("")), sure: yesNo() });
    const of = many.flow("many", 1, [many.ask("q"), many.ask("sure")]);
    expect(goBack(of, lastTurn(of, ["9", "1"]).session, reader)?.asked?.page).toBe(0);
  });

  test("forgets that the last reply was not understood", () => {
    expect(goBack(long, lastTurn(long, ["1", "?", "?"]).session, reader)?.session.retries).toBe(0);
  });

  test("passes over what answered itself because there was nothing to pick", () => {
    const jobs = about({ town: yesNo(), job: pick("jobs"), sure: yesNo() });
    const of = jobs.flow("jobs", 1, [jobs.ask("town"), jobs.ask("job"), jobs.ask("sure")]);
    expect(goBack(of, lastTurn(of, ["1"]).session, reader)?.asked?.key).toBe("town");
  });

  test("takes an answer back under its former name too", () => {
    const before = about({ a: yesNo(), b: yesNo() });
    const { session } = lastTurn(before.flow("f", 1, [before.ask("a"), before.ask("b")]), ["1"]);
    const after = about({ c: formerly(["a"], yesNo()), b: yesNo() });
    const back = goBack(after.flow("f", 2, [after.ask("c"), after.ask("b")]), session, reader);
    expect(back).toMatchObject({ asked: { key: "c" }, session: { answers: {} } });
  });
});

describe("correcting one answer", () => {
  const { session } = lastTurn(long, ["1", "Amal", "2", "Baker"]);
  test("asks only that, and goes on where the talk was", () => {
    const turn = correct(long, session, "name", reader);
    expect(turn.asked?.key).toBe("name");
    expect(advance(long, turn.session, typing("Rima"), reader).asked?.key).toBe("sure");
  });
  test("leaves out what no longer follows from it, and does not count that answer", () => {
    const turn = correct(long, session, "trade", reader);
    const after = advance(long, turn.session, typing("1"), reader);
    expect(after.asked?.key).toBe("sure");
    expect(lastTurn(long, ["1", "Amal", "1"]).asked).toEqual(after.asked);
    expect(answersOf(long, after.session)).toMatchObject({ name: "Amal", trade: "cook" });
  });
});
