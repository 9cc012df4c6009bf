import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { countSegments, isGsm7 } from "../../domain/sms-segments.ts";

/** The counter of an independent author, asked the same question. */
function independently(text: string) {
  const message = new SegmentedMessage(text);
  const last = message.segments.at(-1);
  const isGsm = message.encodingName === "GSM-7";
  return {
    encoding: isGsm ? "gsm7" : "ucs2",
    units: isGsm ? message.numberOfCharacters : message.messageSize / 16,
    segments: message.segmentsCount,
    remaining: Math.floor((last?.freeSizeInBits() ?? 0) / (isGsm ? 7 : 16)),
    charactersOutsideGsm7: [...new Set(message.getNonGsmCharacters())],
  };
}

const basic = "abcdefghij ABC 0123456789.,?!éèàùÇñ@£$\n";
const extension = "^{}[]~\\|€";
// One code point each: the independent counter also keeps whole grapheme clusters in one segment, which no standard asks for.
const wide = ["ç", "ê", "ş", "ğ", "م", "ر", "ح", "ب", "ا", "২", "ї", "“", "…", "\u00a0"];
const astral = ["😀", "🧵", "👷", "𐍈"];
const textOf = (...characters: readonly string[]) =>
  fc.array(fc.constantFrom(...characters), { maxLength: 340, size: "max" }).map((found) => found.join(""));

describe("counting the segments of an SMS", () => {
  it.each([
    ["an empty text", "", { encoding: "gsm7", units: 0, segments: 1, remaining: 160 }],
    ["160 plain letters", "a".repeat(160), { encoding: "gsm7", units: 160, segments: 1, remaining: 0 }],
    ["161 plain letters", "a".repeat(161), { encoding: "gsm7", units: 161, segments: 2, remaining: 145 }],
    ["a euro sign, which costs two", "€", { encoding: "gsm7", units: 2, segments: 1, remaining: 158 }],
    [
      "a euro sign that does not fit behind 152 letters and 152 more",
      `${"a".repeat(152)}€${"a".repeat(152)}`,
      { encoding: "gsm7", units: 306, segments: 3, remaining: 152 },
    ],
    ["70 Arabic letters", "م".repeat(70), { encoding: "ucs2", units: 70, segments: 1, remaining: 0 }],
    ["71 Arabic letters", "م".repeat(71), { encoding: "ucs2", units: 71, segments: 2, remaining: 63 }],
    [
      "an emoji that would be cut by the end of a segment",
      `${"م".repeat(66)}😀${"م".repeat(10)}`,
      { encoding: "ucs2", units: 78, segments: 2, remaining: 55 },
    ],
    ["half an emoji", "a\ud83d", { encoding: "ucs2", units: 2, segments: 1, remaining: 68 }],
    [
      "capital Ç, which is in the alphabet",
      "ÇA VA",
      { encoding: "gsm7", units: 5, segments: 1, remaining: 155 },
    ],
    ["small ç, which is not", "ça va", { encoding: "ucs2", units: 5, segments: 1, remaining: 65 }],
  ])("%s", (_, text, expected) => {
    expect(countSegments(text)).toMatchObject(expected);
  });

  it("names each character that makes a text expensive, once", () => {
    expect(countSegments("forêt, fête, “ça” 😀😀").charactersOutsideGsm7).toEqual(["ê", "“", "ç", "”", "😀"]);
  });

  it("knows the same alphabet as an independent counter, up to the last letter of the table", () => {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let unit = 0; unit < 0x2100; unit += 1) {
      const character = String.fromCharCode(unit);
      if (isGsm7(character)) ours.push(countSegments(character).units, unit);
      const { encoding, units } = independently(character);
      if (encoding === "gsm7") theirs.push(units, unit);
    }
    expect(ours).toEqual(theirs);
  });

  it.each([
    ["plain texts", textOf(...basic, ...extension)],
    ["texts full of brackets and euro signs", textOf("a", "€", "[")],
    ["texts in other scripts", textOf(...basic, ...wide)],
    ["texts with emoji", textOf("a", "م", ...astral)],
    ["any text", textOf(...basic, ...extension, ...wide, ...astral)],
  ])("counts %s as an independent counter does", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(countSegments(text)).toEqual(independently(text));
      }),
      { numRuns: 150 },
    );
  });

  it("never throws and never promises less room than was used", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400, size: "max" }), (text) => {
        const { encoding, units, segments } = countSegments(text);
        const joined = encoding === "gsm7" ? 153 : 67;
        expect(segments).toBeGreaterThanOrEqual(Math.ceil(units / (joined + 7)));
        expect(units).toBeGreaterThanOrEqual(text.length);
      }),
    );
  });
});
