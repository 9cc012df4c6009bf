import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { rounds } from "../../queues/rounds.ts";
import { retentionOf } from "../../union/retention/retention-rules.ts";

const page = (name: string): string => readFileSync(join("docs", name), "utf8");
const pages = readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".md"),
);

/** Where the links of a page lead that stay in this project, without what stands behind a #. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].flatMap(([, link]) => link ?? []);

describe("the pages for operators", () => {
  it("say of every table what is kept in it", () => {
    const said = page("data.md");
    expect(Object.keys(retentionOf).filter((table) => !new RegExp(`\`${table}[\`.]`).test(said))).toEqual([]);
  });

  it("name every round", () => {
    const said = page("messages.md");
    expect(rounds.filter((round) => !said.includes(`\`${round}\``))).toEqual([]);
  });

  it.each(pages)("%s leads nowhere that is not there", (name) => {
    const from = dirname(join("docs", name));
    expect(linksIn(page(name)).filter((link) => !existsSync(join(from, link)))).toEqual([]);
  });
});
