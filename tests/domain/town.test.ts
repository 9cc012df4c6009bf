import { describe, expect, test } from "vitest";
import { foldText } from "../../domain/fold-text.ts";
import { spellingsOf, townOf } from "../../domain/town.ts";

describe("a town", () => {
  test.each([
    ["غازي عنتاب", "Gaziantep"],
    ["عنتاب", "ANTEP"],
    ["İstanbul", "إسطنبول"],
    ["Beyrouth", "بيروت"],
    ["Le Caire", "القاهرة"],
    ["Şanlıurfa", "urfa"],
  ])("is the same town as %s and as %s", (one, other) => {
    expect(townOf(one)).toBe(townOf(other));
  });

  test("that we do not know is itself, whatever its case and accents", () => {
    expect(townOf("Küçükköy")).toBe(townOf("kucukkoy"));
    expect(townOf("Küçükköy")).not.toBe(townOf("Gaziantep"));
  });

  test("of its own is every one on the list: no two share a name", () => {
    expect(townOf("Tyre")).not.toBe(townOf("Tripoli"));
    expect(new Set(["Gaziantep", "Istanbul", "Tunis", "Amman", "Algiers"].map(townOf)).size).toBe(5);
  });
});

test("every spelling of a town gives all its spellings, and a town that is not known its own", () => {
  expect(spellingsOf("Antep")).toEqual(spellingsOf("غازي عنتاب"));
  expect(spellingsOf("Gaziantep")).toContain(foldText("عينتاب"));
  expect(spellingsOf("Küçükköy")).toEqual(["kucukkoy"]);
});
