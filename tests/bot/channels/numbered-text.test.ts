import { expect, test } from "vitest";
import { numberedText } from "../../../bot/channels/numbered-text.ts";

const choice = (option: string, label: string) => ({ id: `join/work/${option}`, label });

test("what cannot be tapped is numbered from 1", () => {
  const buttons = [choice("yes", "Yes"), choice("no", "No")];
  expect(numberedText({ kind: "buttons", text: "Do you agree?", buttons })).toBe(
    "Do you agree?\n1 Yes\n2 No",
  );
});

test("back is 0 and more is 9, wherever they stand: those are the digits that are understood", () => {
  const rows = [choice("care", "Care"), choice("more", "More"), choice("back", "Back")];
  expect(numberedText({ kind: "list", text: "Which work?", open: "Choose", rows })).toBe(
    "Which work?\n1 Care\n9 More\n0 Back",
  );
});

test("rows that are only the digits of lines in the text are not said twice", () => {
  const text = "Which work?\n1 Building and repairing of houses\n2 Cooking for many people\n0 Back";
  const rows = [choice("building", "1"), choice("cooking", "2"), choice("back", "0")];
  expect(numberedText({ kind: "list", text, open: "Choose", rows })).toBe(text);
});
