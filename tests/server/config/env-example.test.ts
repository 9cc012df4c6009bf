import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { settings } from "../../../server/config/settings.ts";

const lines = readFileSync(fileURLToPath(new URL("../../../.env.example", import.meta.url)), "utf8").split(
  "\n",
);
const entries = lines.flatMap((line, at) => {
  const [, name, value] = /^([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value, above: lines[at - 1] ?? "" }];
});

describe(".env.example", () => {
  it("lists every setting that the service reads, each once, and no other", () => {
    const names = entries.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.keys(settings.shape).toSorted());
  });

  it.each(entries)("explains $name in the line above it", ({ above }) => {
    expect(above).toMatch(/^# \S.{15,}/);
  });

  it("leaves every value empty, so that a copy of it means the defaults", () => {
    expect(entries.filter(({ value }) => value !== "")).toEqual([]);
    const copied = settings.parse(Object.fromEntries(entries.map(({ name, value }) => [name, value])));
    expect(copied).toEqual(settings.parse({}));
  });

  it("holds nothing but settings, comments and empty lines", () => {
    expect(lines.filter((line) => !/^(?:#.*|[A-Z0-9_]+=.*|)$/.test(line))).toEqual([]);
  });
});
