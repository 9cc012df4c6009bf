import { expect, test } from "vitest";
import { acceptable } from "../../../flows/engine/acceptable.ts";
import {
  choice,
  date,
  number,
  phone,
  pick,
  place,
  type Question,
  several,
  text,
  yesNo,
} from "../../../flows/engine/question.ts";
import type { Value } from "../../../flows/engine/session.ts";

const trade = choice("cook", "driver");

test.each<readonly [Question, readonly Value[], readonly Value[]]>([
  [trade, ["cook"], ["pilot", "", 1, ["cook"]]],
  [yesNo(), ["yes", "no"], ["maybe"]],
  [text(3), ["a", "abc"], ["", "abcd", 3, ["a"]]],
  [place(3), ["Tyr"], ["", "Tyre"]],
  [number(1, 9), [1, 9], [0, 10, 1.5, Number.NaN, "5"]],
  [phone(), ["+9613123456"], ["03123456", "+0123456", "+12", "+1234567890123456", 5]],
  [date(), ["1990-03-05", "2028-02-29"], ["1990-3-5", "2027-02-29", "5 3 1990", "0000-01-01"]],
  [several(trade, 1), [["cook"]], [[], ["cook", "driver"], ["pilot"], "cook"]],
  [pick("jobs"), ["j7", "none"], ["", 7]],
])("%j takes %j and not %j", (question, good, bad) => {
  expect(good.filter((value) => !acceptable(question, value))).toEqual([]);
  expect(bad.filter((value) => acceptable(question, value))).toEqual([]);
});
