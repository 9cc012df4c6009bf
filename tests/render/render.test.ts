import { describe, expect, test } from "vitest";
import { smsOneWay, smsTwoWay, telegram, whatsapp } from "../../bot/channels/capabilities.ts";
import type { Prompt, PromptOption } from "../../bot/render/prompt.ts";
import { render } from "../../bot/render/render.ts";
import type { Capabilities } from "../../domain/capabilities.ts";
import type { Payload } from "../../domain/payload.ts";

const option = (label: string, digit: number, id = `f/q/o${digit}`): PromptOption => ({ id, label, digit });
const back = option("Back", 0, "f/q/back");
const numbered = (...labels: readonly string[]): readonly PromptOption[] =>
  labels.map((label, at) => option(label, at + 1));

const prompt = (
  options: readonly PromptOption[],
  says: readonly string[] = [],
  text = "Which work?",
): Prompt => ({
  says,
  question: { text, options, open: "Choose" },
});
const payloads = (of: Prompt, capabilities: Capabilities, language = "en"): readonly Payload[] =>
  render(of, capabilities, language).map(({ payload }) => payload);

const three = [...numbered("Cook", "Driver", "Care"), back];
const four = [...numbered("Cook", "Driver", "Care", "Farm"), back];

describe("a phone without buttons", () => {
  test("shows a digit before each option, a line each, and Back as 0", () => {
    expect(payloads(prompt(three, ["Thank you."]), smsTwoWay)).toEqual([
      { kind: "text", text: "Thank you.\nWhich work?\n1 Cook\n2 Driver\n3 Care\n0 Back" },
    ]);
  });
  test("shows only the question where no reply can be sent", () => {
    expect(payloads(prompt(three, ["Thank you."]), smsOneWay)).toEqual([
      { kind: "text", text: "Thank you.\nWhich work?" },
    ]);
  });
  test("is sent letters without accents where those would cost a part, and told what it costs", () => {
    const [part] = render({ says: [`Forêt ${"a".repeat(100)}`], question: null }, smsTwoWay, "fr");
    expect(part).toEqual({ payload: { kind: "text", text: `Foret ${"a".repeat(100)}` }, segments: 1 });
    expect(render({ says: ["م".repeat(71)], question: null }, smsTwoWay, "ar")[0]?.segments).toBe(2);
  });
});

describe("WhatsApp", () => {
  test("shows up to three options as buttons, with Back as a line of the text", () => {
    expect(payloads(prompt(three), whatsapp)).toEqual([
      {
        kind: "buttons",
        text: "Which work?\n\n0 Back",
        buttons: three.slice(0, 3).map(({ id, label }) => ({ id, label })),
      },
    ]);
  });
  test("shows more as a list, Back among them", () => {
    expect(payloads(prompt(four), whatsapp)).toEqual([
      {
        kind: "list",
        text: "Which work?",
        open: "Choose",
        rows: four.map(({ id, label }) => ({ id, label })),
      },
    ]);
  });
  test("shows a list where a label is too long for a button", () => {
    const long = [...numbered("Yes", "A label of 21 letters"), back];
    expect(payloads(prompt(long), whatsapp)[0]?.kind).toBe("list");
  });
  test("writes labels too long for a list into the text, and their digits into the rows", () => {
    const long = [...numbered("Cook", "A label of twenty-five ch", "Care", "Farm"), back];
    expect(payloads(prompt(long), whatsapp)).toEqual([
      {
        kind: "list",
        text: "Which work?\n1 Cook\n2 A label of twenty-five ch\n3 Care\n4 Farm\n0 Back",
        open: "Choose",
        rows: long.map(({ id, digit }) => ({ id, label: String(digit) })),
      },
    ]);
  });
  test("shows an open question with Back as its only button", () => {
    expect(payloads(prompt([back]), whatsapp)).toEqual([
      { kind: "buttons", text: "Which work?", buttons: [{ id: back.id, label: "Back" }] },
    ]);
  });
  test("shows an open first question as text", () => {
    expect(payloads(prompt([]), whatsapp)).toEqual([{ kind: "text", text: "Which work?" }]);
  });
  test("shows digits in the text where there are more options than rows", () => {
    const many = numbered(..."abcdefghijk".split(""));
    expect(payloads(prompt(many), whatsapp)).toEqual([
      {
        kind: "text",
        text: ["Which work?", ...many.map(({ digit, label }) => `${digit} ${label}`)].join("\n"),
      },
    ]);
  });
  test("says what does not fit above the buttons in a message of its own", () => {
    const long = "a".repeat(1020);
    const [first, second] = payloads(prompt(three, [long]), whatsapp);
    expect(first).toEqual({ kind: "text", text: long });
    expect(second).toMatchObject({ kind: "buttons", text: "Which work?\n\n0 Back" });
  });
});

describe("Telegram", () => {
  test("shows a keyboard, two short labels a row", () => {
    expect(payloads(prompt(three, ["Thank you."]), telegram)).toEqual([
      {
        kind: "keyboard",
        text: "Thank you.\n\nWhich work?",
        rows: [
          [
            { id: "f/q/o1", label: "Cook" },
            { id: "f/q/o2", label: "Driver" },
          ],
          [
            { id: "f/q/o3", label: "Care" },
            { id: "f/q/back", label: "Back" },
          ],
        ],
      },
    ]);
  });
  test("gives longer labels a row each", () => {
    const [payload] = payloads(prompt(numbered("Cooking for many", "Driving")), telegram);
    expect(payload?.kind === "keyboard" && payload.rows.map((row) => row.length)).toEqual([1, 1]);
  });
  test("falls back to digits where an id is too long to travel", () => {
    const [payload] = payloads(prompt([option("Cook", 1, "x".repeat(65))]), telegram);
    expect(payload).toEqual({ kind: "text", text: "Which work?\n1 Cook" });
  });
});

test("what is only said is said the same everywhere, one message unless it is too long", () => {
  const said: Prompt = { says: ["One.", "Two."], question: null };
  expect(payloads(said, smsTwoWay)).toEqual([{ kind: "text", text: "One.\nTwo." }]);
  expect(payloads(said, whatsapp)).toEqual([{ kind: "text", text: "One.\n\nTwo." }]);
  expect(payloads({ says: ["word ".repeat(400)], question: null }, smsTwoWay)).toHaveLength(2);
});
