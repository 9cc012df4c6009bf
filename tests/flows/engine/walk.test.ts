import { describe, expect, test } from "vitest";
import type { Flow } from "../../../flows/engine/flow.ts";
import {
  choice,
  formerly,
  type Questions,
  rev,
  several,
  text,
  yesNo,
} from "../../../flows/engine/question.ts";
import type { Given, Value } from "../../../flows/engine/session.ts";
import { end, type Steps, say } from "../../../flows/engine/step.ts";
import { answerTo, currentKey, walk } from "../../../flows/engine/walk.ts";

const ask = (key: string) => ({ kind: "ask", key }) as const;
const when = (key: string, is: string, then: Steps) => ({ kind: "when", key, is, then }) as const;
const made = (questions: Questions, steps: Steps): Flow => ({ id: "made", version: 1, questions, steps });
const given = (value: Value, revision = 1): Given => ({ value, rev: revision });

describe("where a conversation stands follows from its answers alone", () => {
  const flow = made({ a: yesNo(), b: text(9), c: yesNo() }, [
    ask("a"),
    when("a", "yes", [say("x"), ask("b")]),
    when("a", "no", [end()]),
    ask("c"),
  ]);
  test.each([
    [{}, "a"],
    [{ b: given("kept") }, "a"],
    [{ a: given("yes") }, "b"],
    [{ a: given("yes"), b: given("x") }, "c"],
    [{ a: given("yes"), c: given("no") }, "b"],
    [{ a: given("no") }, null],
    [{ a: given("perhaps") }, "a"],
    [{ a: given("yes"), b: given("much too long") }, "b"],
    [{ a: given("yes", 2) }, "a"],
  ])("%j stands at %s", (answers, pending) => {
    expect(walk(flow, answers).pending).toBe(pending);
  });

  test("what lies behind is the steps passed, with those of the branches taken", () => {
    const { passed } = walk(flow, { a: given("yes"), b: given("x"), c: given("no") });
    expect(passed.map((step) => step.kind)).toEqual(["ask", "when", "say", "ask", "when", "ask"]);
  });
});

test("of several options given, each leads into its branch", () => {
  const flow = made({ s: several(choice("x", "y", "z"), 2) }, [
    ask("s"),
    when("s", "x", [say("x")]),
    when("s", "y", [say("y")]),
    when("s", "z", [say("z")]),
  ]);
  const said = walk(flow, { s: given(["z", "x"]) }).passed.flatMap((step) =>
    step.kind === "say" ? [step.key] : [],
  );
  expect(said).toEqual(["x", "z"]);
});

describe("an answer", () => {
  const flow = made({ job: formerly(["work", "trade"], choice("cook", "driver")), why: rev(2, text(9)) }, [
    ask("job"),
    ask("why"),
  ]);
  test("counts under any name its question had", () => {
    expect(answerTo(flow, { trade: given("cook") }, "job")).toEqual(given("cook"));
    expect(answerTo(flow, { work: given("cook") }, "job")).toEqual(given("cook"));
    expect(answerTo(flow, { job: given("driver"), work: given("cook") }, "job")).toEqual(given("driver"));
  });
  test("does not count when its option, its meaning or its question has gone", () => {
    expect(answerTo(flow, { job: given("pilot") }, "job")).toBeNull();
    expect(answerTo(flow, { why: given("because") }, "why")).toBeNull();
    expect(answerTo(flow, { gone: given("yes") }, "gone")).toBeNull();
  });
  test("belongs to the question that bears its name, or bore it", () => {
    expect(["job", "work", "trade", "why", "gone"].map((key) => currentKey(flow, key))).toEqual([
      "job",
      "job",
      "job",
      "why",
      null,
    ]);
  });
});
