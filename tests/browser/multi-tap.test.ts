import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lettersOn,
  modeToAnswer,
  nextMode,
  press,
  startTyping,
  type Typing,
  type TypingKey,
  type TypingMode,
  typingKeys,
  typingModes,
} from "../../server/sim/browser/multi-tap.ts";

/** Types on the keypad: each key with the pause before it, in milliseconds. */
function typed(
  presses: readonly (readonly [key: TypingKey, pauseMs: number])[],
  mode: TypingMode = "abc",
): string {
  let typing: Typing = { ...startTyping, mode };
  let atMs = 0;
  let text = "";
  for (const [key, pauseMs] of presses) {
    atMs += pauseMs;
    const pressed = press(typing, key, atMs);
    typing = pressed.typing;
    text = (pressed.replaces ? text.slice(0, -1) : text) + pressed.character;
  }
  return text;
}

describe("typing on twelve keys", () => {
  it("4 4, 4 4 4 writes hi", () => {
    expect(
      typed([
        ["4", 0],
        ["4", 200],
        ["4", 1500],
        ["4", 200],
        ["4", 200],
      ]),
    ).toBe("hi");
  });

  it("a pause makes a second letter of the same key", () => {
    expect(
      typed([
        ["2", 0],
        ["2", 1500],
      ]),
    ).toBe("aa");
  });

  it("after its letters a key writes its digit, and then begins again", () => {
    const tap = (times: number) => typed(Array.from({ length: times }, () => ["2", 100] as const));
    expect([1, 2, 3, 4, 5].map(tap)).toEqual(["a", "b", "c", "2", "a"]);
  });

  it("in digit mode each press is a digit, however fast", () => {
    expect(
      typed(
        [
          ["1", 0],
          ["1", 10],
          ["0", 10],
        ],
        "123",
      ),
    ).toBe("110");
  });

  it("in Arabic mode the key 2 writes ب then ت", () => {
    expect(
      typed(
        [
          ["2", 0],
          ["2", 100],
        ],
        "عربي",
      ),
    ).toBe("ت");
  });

  it("every digit can be written in every mode by pressing its own key", () => {
    for (const mode of typingModes)
      for (const key of typingKeys) expect(lettersOn(key, mode), `${key} in ${mode}`).toContain(key);
  });

  it("the hash key goes round through all modes", () => {
    const round = typingModes.map(nextMode);
    expect(new Set(round)).toEqual(new Set(typingModes));
    expect(nextMode("123")).toBe("abc");
  });

  it("whatever is pressed, each press writes one letter of its own key and takes back at most one of the same", () => {
    const presses = fc.array(fc.tuple(fc.constantFrom(...typingKeys), fc.nat(2000)));
    fc.assert(
      fc.property(presses, fc.constantFrom(...typingModes), (given, mode) => {
        let typing: Typing = { ...startTyping, mode };
        let atMs = 0;
        for (const [key, pauseMs] of given) {
          atMs += pauseMs;
          const before = typing.last?.key;
          const pressed = press(typing, key, atMs);
          expect(pressed.character).toHaveLength(1);
          expect(lettersOn(key, mode)).toContain(pressed.character);
          if (pressed.replaces) expect(before).toBe(key);
          typing = pressed.typing;
        }
      }),
    );
  });

  it("the phone expects digits under a numbered menu, and letters of the language otherwise", () => {
    expect(modeToAnswer("Which work?\n1 Building\n2 Cooking\n0 Back", "en")).toBe("123");
    expect(modeToAnswer("ما العمل؟\n١ البناء\n٢ الطبخ", "ar")).toBe("123");
    expect(modeToAnswer("What name should we call you?\n0 Back", "en")).toBe("abc");
    expect(modeToAnswer("ما اسمك؟", "ar")).toBe("عربي");
  });
});
