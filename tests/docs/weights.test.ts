import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fitWeights } from "../../domain/matching/fit.ts";
import { likingWeights } from "../../domain/matching/liking.ts";

/** The two columns of weights in docs/work.md, from top to bottom. */
const rows = [
  ...readFileSync("docs/work.md", "utf8").matchAll(/^\| [^|]+\| (0\.\d\d) \| \|[^|]*\|\s*(0\.\d\d)?\s*\|$/gm),
];
const column = (at: number): readonly number[] => rows.flatMap((row) => (row[at] ? [Number(row[at])] : []));

describe("docs/work.md", () => {
  it("weighs the parts of a score as matching does", () => {
    expect([column(1), column(2)]).toEqual([Object.values(likingWeights), Object.values(fitWeights)]);
  });
});
