/** What the keys write: small letters, capitals, Arabic letters or digits. */
export const typingModes = ["abc", "ABC", "عربي", "123"] as const;
export type TypingMode = (typeof typingModes)[number];

/** The keys that write; `#` changes the mode instead. */
export const typingKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0"] as const;
export type TypingKey = (typeof typingKeys)[number];

/** How the keypad stands between two presses. */
export interface Typing {
  readonly mode: TypingMode;
  readonly last: { readonly key: TypingKey; readonly turn: number; readonly atMs: number } | null;
}

/** What a press writes; `replaces` is true when it takes the place of the letter written just before. */
export interface Press {
  readonly typing: Typing;
  readonly character: string;
  readonly replaces: boolean;
}

/** A key pressed again within this time moves on to its next letter. */
const nextLetterMs = 900;

/** Latin letters stand on the keys as ITU-T E.161 has them; each key ends with its own digit. */
const latin: Readonly<Record<TypingKey, string>> = {
  "1": ".,?!'-@/:1",
  "2": "abc2",
  "3": "def3",
  "4": "ghi4",
  "5": "jkl5",
  "6": "mno6",
  "7": "pqrs7",
  "8": "tuv8",
  "9": "wxyz9",
  "*": "*+#",
  "0": " 0",
};

/** Arabic letters as most phones sold in Arabic countries print them. */
const arabic: Readonly<Record<TypingKey, string>> = {
  ...latin,
  "1": ".،؟!1",
  "2": "بتةث2",
  "3": "اأإآىؤئء3",
  "4": "سشصض4",
  "5": "دذرز5",
  "6": "جحخ6",
  "7": "نهوي7",
  "8": "فقكلم8",
  "9": "طظعغ9",
};

export const startTyping: Typing = { mode: "abc", last: null };

/** The letters a key writes in a mode, in the order of its presses. */
export function lettersOn(key: TypingKey, mode: TypingMode): string {
  if (mode === "123") return key === "*" ? latin["*"] : key;
  if (mode === "عربي") return arabic[key];
  return mode === "ABC" ? latin[key].toUpperCase() : latin[key];
}

/** Presses a key at a moment in milliseconds. Pure: the caller writes the character. */
export function press({ mode, last }: Typing, key: TypingKey, atMs: number): Press {
  const letters = lettersOn(key, mode);
  const again = last?.key === key && letters.length > 1 && atMs - last.atMs < nextLetterMs;
  const turn = again ? (last.turn + 1) % letters.length : 0;
  return { typing: { mode, last: { key, turn, atMs } }, character: letters.charAt(turn), replaces: again };
}

/** The mode that `#` changes to. */
export function nextMode(mode: TypingMode): TypingMode {
  return typingModes[(typingModes.indexOf(mode) + 1) % typingModes.length] ?? "abc";
}

/** The mode in which a person most likely answers a text: digits for a numbered menu, else letters of its language. */
export function modeToAnswer(text: string, language: string | null): TypingMode {
  const options = text.match(/^\p{Nd}{1,2} /gmu) ?? [];
  if (options.length >= 2) return "123";
  return language === "ar" ? "عربي" : "abc";
}
