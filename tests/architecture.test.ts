import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  emptyNames,
  folderCycles,
  overlongFiles,
  strayPackages,
  undrawnEdges,
} from "./architecture/find-breaches.ts";
import type { SourceFile } from "./architecture/imports-of.ts";

/** What git knows or would add: generated and installed files are not ours. */
const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  // This file plants breaches in strings: they are not its own.
  .filter((path) => path !== "tests/architecture.test.ts")
  .filter((path) => /\.(ts|mjs|js)$/.test(path) && existsSync(path));
const files: readonly SourceFile[] = paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("the house as it stands", () => {
  test("is really read", () => {
    expect(files.length).toBeGreaterThan(20);
  });

  test("has no import where no arrow is drawn", () => {
    expect(undrawnEdges(files)).toEqual([]);
  });

  test("has no circle among its folders", () => {
    expect(folderCycles(files.filter(({ path }) => !path.startsWith("tests/")))).toEqual([]);
  });

  test("reaches outside only from the folders that are there for it", () => {
    expect(strayPackages(files)).toEqual([]);
  });

  test("has no file too long to hold one idea", () => {
    expect(overlongFiles(files)).toEqual([]);
  });

  test("has no name that says nothing", () => {
    expect(emptyNames(files)).toEqual([]);
  });
});

describe("the check itself notices", () => {
  const planted = (path: string, text: string): readonly SourceFile[] => [{ path, text }];

  test.each([
    ["domain/money.ts", 'import { prisma } from "../prisma/client.ts";'],
    ["flows/join.ts", 'import type { Runtime } from "../server/runtime.ts";'],
    ["union/jobs/match.ts", 'export { send } from "../../bot/outbound/send.ts";'],
    ["bot/inbound/read.ts", 'const page = await import("../../server/sim/page.ts");'],
    ["prisma/store.ts", 'import {\n  produce,\n  type Job,\n} from "../queues/produce.ts";'],
    ["queues/run.ts", 'import "../union/members/join.ts";'],
  ])("an import that is not drawn, in %s", (path, text) => {
    expect(undrawnEdges(planted(path, text))).toHaveLength(1);
  });

  test("a folder that is not in the drawing", () => {
    expect(undrawnEdges(planted("utilities/x.ts", ""))).toEqual([
      "utilities/x.ts: the folder utilities/ is not in the drawing",
    ]);
  });

  test("a value where only types may come", () => {
    const value = 'import { join } from "../flows/join.ts";';
    expect(undrawnEdges(planted("locales/index.ts", value))).toHaveLength(1);
    expect(undrawnEdges(planted("locales/index.ts", value.replace("import", "import type")))).toEqual([]);
  });

  test("nothing wrong in a drawn import, one within the folder, or one in a comment", () => {
    const text = `
      // import { x } from "../server/x.ts";
      /** import { y } from "../server/y.ts"; */
      import { today } from "../domain/clock.ts";
      import { walk } from "./engine/walk.ts";`;
    expect(undrawnEdges(planted("flows/join.ts", text))).toEqual([]);
  });

  test("a circle between folders", () => {
    const circle = [
      ...planted("bot/a.ts", 'import { b } from "../union/b.ts";'),
      ...planted("union/b.ts", 'import { c } from "../prisma/c.ts";'),
      ...planted("prisma/c.ts", 'import type { A } from "../bot/a.ts";'),
    ];
    expect(folderCycles(circle)).toContain("bot > union > prisma > bot");
  });

  test("a pure folder that touches the world", () => {
    expect(
      strayPackages(planted("domain/x.ts", 'import { readFile } from "node:fs/promises";')),
    ).toHaveLength(1);
    expect(strayPackages(planted("flows/x.ts", 'import i18next from "i18next";'))).toHaveLength(1);
    expect(strayPackages(planted("union/x.ts", 'import twilio from "twilio/lib/rest.js";'))).toHaveLength(1);
  });

  test("a file of 301 lines, unless a reason is listed", () => {
    const long = planted("bot/x.ts", "\n".repeat(301));
    expect(overlongFiles(long, {})).toEqual(["bot/x.ts has 301 lines; 300 is the most"]);
    expect(overlongFiles(long, { "bot/x.ts": "a table" })).toEqual([]);
    expect(overlongFiles(planted("bot/x.ts", ""), { "bot/x.ts": "a table" })).toHaveLength(1);
  });

  test("a name that says nothing", () => {
    expect(emptyNames([...planted("bot/utils/x.ts", ""), ...planted("bot/job-manager.ts", "")])).toHaveLength(
      2,
    );
  });
});
