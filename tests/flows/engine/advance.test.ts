import { describe, expect, test } from "vitest";
import { advance, askAgain, start, type Turn } from "../../../flows/engine/advance.ts";
import { about, type Flow } from "../../../flows/engine/flow.ts";
import { choice, consequential, number, pick, several, text, yesNo } from "../../../flows/engine/question.ts";
import type { Session } from "../../../flows/engine/session.ts";
import { end, run, say } from "../../../flows/engine/step.ts";
import { answersOf } from "../../../flows/engine/walk.ts";
import { readerWith } from "./reader-with.ts";
import { lastTurn, talkThrough } from "./talk-through.ts";

const reader = readerWith();
const { ask, when, flow } = about({
  agree: consequential(yesNo()),
  name: text(10),
  trade: choice("cook", "driver", "other"),
  other: text(10),
});
const short = flow("short", 1, [
  say("hello"),
  ask("agree"),
  when("agree", "no", [say("bye"), end()]),
  run("note"),
  ask("name"),
  ask("trade"),
  when("trade", "other", [ask("other")]),
  run("save"),
  say("done"),
]);

const type = (of: Flow, session: Session, typed: string): Turn =>
  advance(of, session, { kind: "text", text: typed }, reader);
const tap = (of: Flow, session: Session, question: string, option: string): Turn =>
  advance(of, session, { kind: "tap", question, option }, reader);

describe("a conversation", () => {
  test("says what comes before the first question, asks it, and waits", () => {
    const turn = start(short, reader);
    expect(turn).toMatchObject({ heard: "nothing", says: ["hello"], runs: [] });
    expect(turn.asked).toEqual({ key: "agree", rev: 1, options: ["yes", "no"], page: 0 });
  });

  test("goes from top to bottom, each text and action in its place and once", () => {
    const turns = talkThrough(short, ["1", "Amal", "cook"]);
    expect(turns.map(({ says, runs, asked }) => [says, runs, asked?.key])).toEqual([
      [["hello"], [], "agree"],
      [[], ["note"], "name"],
      [[], [], "trade"],
      [["done"], ["save"], undefined],
    ]);
    expect(answersOf(short, turns.at(-1)?.session ?? start(short, reader).session)).toEqual({
      agree: "yes",
      name: "Amal",
      trade: "cook",
    });
  });

  test("takes the branch of the answer given, and only that", () => {
    expect(lastTurn(short, ["1", "Amal", "3"]).asked?.key).toBe("other");
    expect(lastTurn(short, ["2"])).toMatchObject({ says: ["bye"], runs: [], asked: null });
  });

  test("begins behind what is known already", () => {
    const turn = start(short, reader, { agree: "yes", trade: "cook" });
    expect(turn).toMatchObject({ says: ["hello"], runs: ["note"], asked: { key: "name" } });
    expect(type(short, turn.session, "Amal")).toMatchObject({ says: ["done"], asked: null });
  });

  test("does not take what it begins with for an answer when the question would not", () => {
    expect(start(short, reader, { agree: "perhaps" }).asked?.key).toBe("agree");
  });

  test("that is over hears nothing more", () => {
    const over = lastTurn(short, ["2"]);
    expect(type(short, over.session, "1")).toEqual({ ...over, heard: "nothing", says: [], runs: [] });
  });

  test("asks again in the same place, without saying anything twice", () => {
    const turn = lastTurn(short, ["1"]);
    expect(askAgain(short, turn.session, reader)).toMatchObject({ says: [], runs: [], asked: turn.asked });
  });
});

describe("a reply that is not understood", () => {
  test("is asked again and counted, until one is understood", () => {
    const turns = talkThrough(short, ["perhaps", "maybe", "1"]);
    expect(turns.map(({ heard, session }) => [heard, session.retries])).toEqual([
      ["nothing", 0],
      ["not_understood", 1],
      ["not_understood", 2],
      ["understood", 0],
    ]);
    expect(turns.slice(0, 3).map(({ asked }) => asked?.key)).toEqual(["agree", "agree", "agree"]);
  });

  test("is counted too where it fits two options", () => {
    const two = about({ q: choice("cook", "cooling") });
    const turn = lastTurn(two.flow("two", 1, [two.ask("q")]), ["coo"]);
    expect(turn).toMatchObject({ heard: "ambiguous", session: { retries: 1, answers: {} } });
  });

  test("may be a number that is too high", () => {
    const years = about({ years: number(0, 60) });
    const of = years.flow("years", 1, [years.ask("years")]);
    expect(lastTurn(of, ["sixty"]).heard).toBe("not_understood");
    expect(lastTurn(of, ["61"])).toMatchObject({ heard: "refused", refusal: "number" });
    expect(lastTurn(of, ["60"]).heard).toBe("understood");
  });
});

describe("a tap", () => {
  const atTrade = lastTurn(short, ["1", "Amal"]).session;
  test("on the question on the screen answers it", () => {
    expect(tap(short, atTrade, "trade", "driver").session.answers.trade?.value).toBe("driver");
  });
  test("on an earlier question changes nothing: the present one is asked again", () => {
    const turn = tap(short, atTrade, "agree", "no");
    expect(turn).toMatchObject({ heard: "superseded", says: [], runs: [], asked: { key: "trade" } });
    expect(turn.session).toEqual(atTrade);
  });
  test("on a question that never was, changes nothing", () => {
    for (const question of ["", "nothing", "__proto__", "constructor"])
      expect(tap(short, atTrade, question, "driver").session).toEqual(atTrade);
  });
  test("on an option that the question does not have is not understood", () => {
    expect(tap(short, atTrade, "trade", "pilot").heard).toBe("not_understood");
  });
});

describe("a list longer than one screen", () => {
  const options = Array.from({ length: 20 }, (_, at) => `o${String.fromCharCode(97 + at)}`);
  const withOptions = (...of: readonly string[]) => {
    const long = about({ q: choice(...of) });
    return long.flow("long", 1, [long.ask("q")]);
  };
  const of = withOptions(...options);

  test("turns its page for 9, comes round again, and does not count that as a miss", () => {
    expect(talkThrough(of, ["9", "9", "9"]).map(({ heard, asked }) => [heard, asked?.page])).toEqual([
      ["nothing", 0],
      ["more", 1],
      ["more", 2],
      ["more", 0],
    ]);
    expect(lastTurn(of, ["what", "9"]).session.retries).toBe(0);
  });

  test("is answered from the page that is on the screen", () => {
    expect(lastTurn(of, ["9", "2"]).session.answers.q?.value).toBe("oj");
    expect(lastTurn(of, ["9", "what", "2"]).session.answers.q?.value).toBe("oj");
  });

  test("shows its first page when it has become shorter meanwhile", () => {
    const onLastPage = lastTurn(of, ["9", "9"]).session;
    const turn = type(withOptions(...options.slice(0, 10)), onLastPage, "what");
    expect(turn.asked).toMatchObject({ page: 0, options: options.slice(0, 10) });
  });
});

describe("what there is to pick", () => {
  const jobs = about({ town: text(20), job: pick("jobs"), sure: yesNo() });
  const of = jobs.flow("jobs", 1, [
    jobs.ask("job"),
    jobs.when("job", "none", [say("none")]),
    jobs.ask("sure"),
  ]);
  const offering = readerWith(
    {},
    {
      jobs: [
        { id: "j7", label: "Cook" },
        { id: "j9", label: "Driver" },
      ],
    },
  );

  test("is put on the screen with its labels, and picked from there", () => {
    const turn = start(of, offering);
    expect(turn.asked).toEqual({
      key: "job",
      rev: 1,
      options: ["j7", "j9"],
      labels: ["Cook", "Driver"],
      page: 0,
    });
    // The offer has changed since: what counts is what she saw.
    const later = readerWith({}, { jobs: [{ id: "j9", label: "Driver" }] });
    const picked = advance(of, turn.session, { kind: "text", text: "1" }, later);
    expect(picked.session.answers.job?.value).toBe("j7");
  });

  test("answers itself where there is nothing", () => {
    expect(start(of, reader)).toMatchObject({ says: ["none"], asked: { key: "sure" } });
  });
});

describe("several answers in one", () => {
  const skills = about({ skills: several(choice("cook", "clean", "sew"), 2) });
  test("are kept in the order given", () => {
    const of = skills.flow("skills", 1, [skills.ask("skills")]);
    expect(lastTurn(of, ["3 1"]).session.answers.skills?.value).toEqual(["sew", "cook"]);
  });
});
