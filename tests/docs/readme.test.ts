import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const readme = readFileSync("README.md", "utf8");
/** Every line that somebody wrote or saw in the round, without the marks that Markdown needs. */
const seen = new Set(
  readFileSync("docs/round.md", "utf8")
    .split(/\n|<br>/)
    .map((line) =>
      line
        .replace(/^\|.* \| /, "")
        .replace(/ \|$/, "")
        .replace(/\\/g, "")
        .trim(),
    ),
);

/** The talks in the README after the two of joining, which a test of the phone in the terminal compares. */
const talks = [...readme.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, talk = ""]) => talk).slice(2);

describe("the README", () => {
  it.each(talks)("shows what was seen in the round: %#", (talk) => {
    const lines = talk.split("\n").map((line) => line.replace(/^> /, ""));
    expect(lines.filter((line) => !seen.has(line))).toEqual([]);
  });

  it("has those talks", () => expect(talks.length).toBe(3));

  it("leads nowhere that is not there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].flatMap(([, link]) => link ?? []);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it("names every language there is, and nobody as its reader who is not", () => {
    const standing = JSON.parse(readFileSync("locales/review-status.json", "utf8")) as Record<string, string>;
    const machine = Object.values(standing).filter((status) => status === "machine").length;
    expect(readme.match(/nobody yet: a machine's draft/g)?.length ?? 0).toBe(machine);
  });
});
