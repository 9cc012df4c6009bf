import { expect, test } from "vitest";
import { everyPath } from "../../../flows/engine/every-path.ts";
import { about } from "../../../flows/engine/flow.ts";
import {
  choice,
  date,
  number,
  phone,
  pick,
  place,
  several,
  text,
  yesNo,
} from "../../../flows/engine/question.ts";
import { end, say } from "../../../flows/engine/step.ts";

test("every option is a way of its own, and an end cuts the way short", () => {
  const { ask, when, flow } = about({ agree: yesNo(), trade: choice("cook", "other"), other: text(3) });
  const of = flow("f", 1, [
    ask("agree"),
    when("agree", "no", [end()]),
    ask("trade"),
    when("trade", "other", [ask("other")]),
  ]);
  expect([...everyPath(of)]).toEqual([
    [
      ["agree", "yes"],
      ["trade", "cook"],
    ],
    [
      ["agree", "yes"],
      ["trade", "other"],
      ["other", "MMM"],
    ],
    [["agree", "no"]],
  ]);
});

test("options that decide nothing do not multiply the ways, and each is still taken once", () => {
  const { ask, when, flow } = about({
    trade: choice("cook", "mason", "other"),
    town: choice("x", "y"),
    agree: yesNo(),
  });
  const of = flow("f", 1, [ask("trade"), ask("town"), ask("agree"), when("agree", "no", [end()])]);
  const paths = [...everyPath(of)].map((path) => path.map(([, value]) => value).join(" "));
  expect(paths).toEqual(["cook x yes", "cook x no", "cook y yes", "mason x yes", "other x yes"]);
});

test("every kind of question has an example that it takes", () => {
  const { ask, when, flow } = about({
    words: text(9),
    town: place(9),
    years: number(1, 5),
    mobile: phone(),
    born: date(),
    skills: several(choice("x", "y", "z"), 2),
    job: pick("jobs"),
  });
  const of = flow("f", 1, [
    ask("words"),
    ask("town"),
    ask("years"),
    ask("mobile"),
    ask("born"),
    ask("skills"),
    when("skills", "y", [say("y")]),
    ask("job"),
  ]);
  const paths = [...everyPath(of)];
  expect(paths.every((path) => path.length === 7)).toBe(true);
  const skills = paths.map((path) => path.find(([key]) => key === "skills")?.[1]);
  expect(skills).toEqual(expect.arrayContaining([["x"], ["y"], ["z"], ["y", "z"]]));
});

test("a talk without questions is one way", () => {
  expect([...everyPath(about({}).flow("f", 1, [say("x")]))]).toEqual([[]]);
});
