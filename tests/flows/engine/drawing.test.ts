import { expect, test } from "vitest";
import { drawing } from "../../../flows/engine/drawing.ts";
import { about } from "../../../flows/engine/flow.ts";
import { choice, several, text, yesNo } from "../../../flows/engine/question.ts";
import { end, run, say } from "../../../flows/engine/step.ts";

test("a conversation is drawn as the talk it is, with what leads into each branch", () => {
  const { ask, when, flow } = about({ agree: yesNo(), trade: choice("cook", "other"), other: text(9) });
  const of = flow("join", 1, [
    say("welcome"),
    ask("agree"),
    when("agree", "no", [say("goodbye"), end()]),
    ask("trade"),
    when("trade", "other", [ask("other")]),
    run("save"),
  ]);
  expect(drawing(of)).toMatchInlineSnapshot(`
    "flowchart TD
      begin([join])
      n1["welcome"]
      begin --> n1
      n2[/"agree?"/]
      n1 --> n2
      n3["goodbye"]
      n2 -->|agree = no| n3
      n4([End])
      n3 --> n4
      n5[/"trade?"/]
      n2 --> n5
      n6[/"other?"/]
      n5 -->|trade = other| n6
      n7[["save"]]
      n5 --> n7
      n6 --> n7
      done([End])
      n7 --> done
    "
  `);
});

test("no line is drawn where nobody can go", () => {
  const { ask, when, flow } = about({ what: choice("name", "town"), name: text(9), town: text(9) });
  const of = flow("correct", 1, [
    ask("what"),
    when("what", "name", [ask("name")]),
    when("what", "town", [ask("town")]),
    say("saved"),
  ]);
  const lines = drawing(of).split("\n");
  // From the name nobody comes to the town, and nobody passes both.
  expect(lines).toContain("  n1 -->|what = town| n3");
  expect(lines.filter((line) => /n2 -->.* n3|n1 --> n4/.test(line))).toEqual([]);
});

test("a branch within a branch is labelled with both answers, and several answers open several branches", () => {
  const { ask, when, flow } = about({ a: yesNo(), s: several(choice("x", "y"), 2) });
  const of = flow("nested", 1, [
    ask("a"),
    ask("s"),
    when("a", "yes", [when("s", "x", [say("both")])]),
    when("s", "y", [say("y")]),
  ]);
  expect(drawing(of)).toContain("n2 -->|a = yes, s = x| n3");
  expect(drawing(of)).toContain("n3 -->|s = y| n4");
});

test("the same conversation is always drawn the same", () => {
  const { ask, flow } = about({ a: yesNo() });
  const of = flow("f", 1, [ask("a")]);
  expect(drawing(of)).toBe(drawing(structuredClone(of)));
});

test("an action is drawn with the ways in which it may turn out", () => {
  const { ask, flow } = about({ sure: yesNo() });
  const of = flow("check", 1, [ask("sure"), run("lookUp", "found", "unknown"), run("save")]);
  expect(drawing(of)).toContain('[["lookUp: found or unknown"]]');
  expect(drawing(of)).toContain('[["save"]]');
});
