import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "../../bot/render/split-text.ts";

test("a short text stays whole", () => {
  expect(splitText("one two", 7)).toEqual(["one two"]);
});

test("a long one is cut at the end of a line, else at a space, else where it must be", () => {
  expect(splitText("first line\nsecond", 12)).toEqual(["first line", "second"]);
  expect(splitText("one two three", 8)).toEqual(["one two", "three"]);
  expect(splitText("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
});

test("no character is cut in half", () => {
  expect(splitText("aa😀b", 3)).toEqual(["aa", "😀b"]);
});

test("nothing but spaces is lost, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.integer({ min: 2, max: 40 }),
      (text, most) => {
        const pieces = splitText(text, most);
        expect(pieces.every((piece) => piece.length <= most)).toBe(true);
        expect(pieces.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      },
    ),
  );
});
