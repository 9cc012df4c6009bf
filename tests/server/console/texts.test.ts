import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ar from "../../../server/console/locales/ar.json" with { type: "json" };
import en from "../../../server/console/locales/en.json" with { type: "json" };
import fr from "../../../server/console/locales/fr.json" with { type: "json" };

const folder = new URL("../../../server/console/", import.meta.url);
const filesIn = (ending: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(ending));
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const views = filesIn(".eta").map((file) => ({ file, text: read(file) }));
const sources = [...views.map(({ text }) => text), ...filesIn(".ts").map(read)];
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted().join();

describe("the texts of the console", () => {
  it("are there in every language, with the same placeholders", () => {
    for (const other of [ar, fr]) {
      expect(Object.keys(other)).toEqual(Object.keys(en));
      for (const [key, text] of Object.entries(other))
        expect([key, placeholders(text)]).toEqual([key, placeholders(en[key as keyof typeof en])]);
    }
  });

  it("stand in their order, and are no two of them empty", () => {
    expect(Object.keys(en)).toEqual(Object.keys(en).toSorted());
    for (const texts of [en, ar, fr])
      expect(Object.values(texts).every((text) => text.trim() !== "")).toBe(true);
  });

  it("are all used, and every text a page names is there", () => {
    const all = sources.join("\n");
    const wordKinds = new Set(Array.from(all.matchAll(/word\("(\w+)"/g), ([, kind]) => `${kind}.`));
    const named = (key: string) => all.includes(`"${key}"`);
    const unused = Object.keys(en).filter(
      (key) => !named(key) && ![...wordKinds, "language."].some((kind) => key.startsWith(kind)),
    );
    expect(unused).toEqual([]);
    const asked = views.flatMap(({ text }) =>
      Array.from(text.matchAll(/\bt\("([\w.]+)"[,)]/g), ([, key]) => key!),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it("and what people wrote are never printed unescaped: only views and the page in its frame are", () => {
    const raw = views.flatMap(({ file, text }) =>
      Array.from(text.matchAll(/<%~(.*?)%>/gs), ([, code]) => `${file}: ${code!.trim()}`),
    );
    expect(raw.length).toBeGreaterThan(3);
    expect(
      raw.filter((code) => !/: (?:include\("\.\/[a-z-]+", (?:it|\{ \.\.\.it, .*\})\)|it\.body)$/.test(code)),
    ).toEqual([]);
  });

  it("fill every form with the token that makes it ours", () => {
    for (const { file, text } of views)
      for (const [form] of text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g))
        expect(form, file).toContain('name="_csrf" value="<%= csrf %>"');
  });
});
