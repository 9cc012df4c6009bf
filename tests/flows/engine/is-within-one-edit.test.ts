import { expect, test } from "vitest";
import { isWithinOneEdit } from "../../../flows/engine/is-within-one-edit.ts";

test.each(["cooking", "cookin", "ccooking", "cooling", "coking", "ocoking", "cookign", "cookingg", "ooking"])(
  "%s is one slip from cooking",
  (typed) => {
    expect(isWithinOneEdit("cooking", typed)).toBe(true);
    expect(isWithinOneEdit(typed, "cooking")).toBe(true);
  },
);
test.each(["", "cook", "coolinx", "cokoign", "kooling", "gnikooc", "cookinggg"])(
  "%s is more than that",
  (typed) => {
    expect(isWithinOneEdit("cooking", typed)).toBe(false);
    expect(isWithinOneEdit(typed, "cooking")).toBe(false);
  },
);
