import { foldDigits } from "./digits.ts";

/** The code somebody asks about, and the PIN she was given with it. */
export interface VerifyQuestion {
  readonly code: string;
  readonly pin: string | null;
}

const pinDigits = 6;
const leastInCode = 10;
/** The lengths of a code with a PIN behind it, where nothing is put between them. */
const together = [12 + pinDigits, 15 + pinDigits];

/**
 * Tells a code from the PIN behind it, whatever stands between the groups: six digits by themselves at the end are a
 * PIN, unless the code would be too short without them.
 */
export function readVerifyQuestion(typed: string): VerifyQuestion {
  const text = foldDigits(typed).replace(/[^\p{L}\p{N}\s\p{Pd}\p{Cf}\u2212]|code|pin/giu, " ");
  const groups = text.split(/\s+/).filter((group) => group !== "");
  const last = groups.at(-1) ?? "";
  const before = groups.slice(0, -1).join(" ");
  const digits = (words: string): number => words.replace(/\D/g, "").length;
  if (/^\d{6}$/.test(last) && digits(before) >= leastInCode) return { code: before, pin: last };
  const all = text.replace(/\D/g, "");
  if (together.includes(all.length) && !/\p{L}/u.test(text))
    return { code: all.slice(0, -pinDigits), pin: all.slice(-pinDigits) };
  return { code: groups.join(" "), pin: null };
}
