import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/** A copy of the set-up script in a small project of its own, with programs that only write down how they were called. */
let project: string;
let bin: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "set-up-"));
  bin = join(project, "bin");
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, "node"));
  symlinkSync("/bin/sh", join(bin, "sh"));
  cpSync("scripts", join(project, "scripts"), { recursive: true });
  writeFileSync(join(project, "package-lock.json"), lock("1.0.0"));
  place(
    "npm",
    `node -e "
    const fs = require('node:fs');
    fs.mkdirSync('node_modules/node/bin', { recursive: true });
    fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
    if (process.argv.includes('rebuild')) fs.writeFileSync('node_modules/node/bin/node', '');
  " -- "$@"`,
  );
  place("redis-server", "true");
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function lock(version: string): string {
  const other = { version: "9.9.9", optional: true, os: ["plan9"] };
  return JSON.stringify({
    packages: { "": {}, "node_modules/a": { version }, "node_modules/a-plan9": other },
  });
}

/** Puts a program on the PATH that notes its call in `calls` and then runs the script. */
function place(name: string, script: string): void {
  const note = `echo "${name} $*" >> "${join(project, "calls")}"`;
  writeFileSync(join(bin, name), `#!/bin/sh\n${note}\n${script}\n`, { mode: 0o755 });
}

function setUp(env: Readonly<Record<string, string>> = {}, ...parameters: readonly string[]) {
  rmSync(join(project, "calls"), { force: true });
  const run = spawnSync(process.execPath, [join(project, "scripts", "set-up.mjs"), ...parameters], {
    env: { PATH: bin, ...env },
    encoding: "utf8",
  });
  return { status: run.status, said: run.stderr, calls: callsSoFar() };
}

function callsSoFar(): readonly string[] {
  const file = join(project, "calls");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

describe("on a fresh clone", () => {
  test("installs what the lock file lists without running any package's script, then the pinned Node", () => {
    const { status, calls, said } = setUp();
    expect(status).toBe(0);
    expect(calls).toEqual([
      "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error",
      "npm rebuild node --loglevel=error",
    ]);
    expect(said).toContain("installing 1 packages");
  });

  test("says what failed, with the program's own words, and stops the start", () => {
    place("npm", "echo no network here >&2; exit 7");
    expect(setUp()).toMatchObject({
      status: 1,
      said: expect.stringMatching(/exit code 7.*no network here/s),
    });
  });

  test("lets a second set-up wait for the first instead of installing twice", async () => {
    const run = () =>
      promisify(execFile)(process.execPath, [join(project, "scripts", "set-up.mjs")], { env: { PATH: bin } });
    await Promise.all([run(), run(), run()]);
    expect(callsSoFar()).toHaveLength(2);
  });

  test("takes over from a set-up that was killed half way", () => {
    mkdirSync(join(project, "var"));
    writeFileSync(join(project, "var", "set-up.lock"), "999999999");
    expect(setUp().status).toBe(0);
    expect(existsSync(join(project, "var", "set-up.lock"))).toBe(false);
  });
});

describe("when everything is there", () => {
  test("does nothing, says nothing and takes well under a second", () => {
    setUp();
    const started = performance.now();
    expect(setUp()).toEqual({ status: 0, said: "", calls: [] });
    expect(performance.now() - started).toBeLessThan(900);
  });

  test("accepts what somebody installed by hand, and remembers it", () => {
    setUp();
    const record = join(project, "node_modules", ".migrant-union-lock");
    rmSync(record);
    expect(setUp().calls).toEqual([]);
    expect(readFileSync(record, "utf8")).toBe(createHash("sha256").update(lock("1.0.0")).digest("hex"));
  });

  test("brings the dependencies up to date when the lock file has changed", () => {
    setUp();
    writeFileSync(join(project, "package-lock.json"), lock("1.0.1"));
    expect(setUp().calls).toEqual(["npm install --ignore-scripts --no-audit --no-fund --loglevel=error"]);
  });
});

describe("Redis", () => {
  const withoutRedis = (): void => rmSync(join(bin, "redis-server"));

  test("is not needed on this machine when one is named in .env", () => {
    withoutRedis();
    writeFileSync(join(project, ".env"), "PORT=1\nREDIS_URL=redis://elsewhere\n");
    expect(setUp().status).toBe(0);
  });

  test("is not needed for the phone in the terminal", () => {
    withoutRedis();
    expect(setUp({}, "--without-redis").status).toBe(0);
  });

  test("may be a Valkey", () => {
    withoutRedis();
    place("valkey-server", "true");
    expect(setUp().status).toBe(0);
  });

  test("is installed with the system's package manager, after its lists were refreshed if need be", () => {
    withoutRedis();
    place("sudo", 'shift; exec "$@"');
    place("true", "exit 0");
    place(
      "apt-get",
      `case "$1" in update) : > "${project}/lists";; install) test -f "${project}/lists" && echo > "${bin}/redis-server" && /bin/chmod +x "${bin}/redis-server";; esac`,
    );
    const { status, calls } = setUp();
    expect(calls.filter((call) => call.startsWith("apt-get"))).toEqual([
      "apt-get install -y --no-install-recommends redis-server",
      "apt-get update",
      "apt-get install -y --no-install-recommends redis-server",
    ]);
    expect(status).toBe(0);
  });

  test("cannot be installed: one clear sentence says what to type", () => {
    withoutRedis();
    place("apt-get", "echo no such package; exit 1");
    place("sudo", "exit 1");
    const { status, said } = setUp();
    expect(status).toBe(1);
    expect(said).toContain("Type:  sudo apt-get install redis-server");
    expect(said).toContain("REDIS_URL=");
  });
});

describe("the browser for the tests that look at a page", () => {
  test("is not looked for when no test needs one", () => {
    mkdirSync(join(project, "tests"));
    writeFileSync(join(project, "tests", "a.test.ts"), "");
    expect(setUp({}, "--with-browser").said).not.toContain("Chromium");
  });

  test("may be missing: the other tests run all the same", () => {
    mkdirSync(join(project, "tests"));
    writeFileSync(join(project, "tests", "page.test.ts"), 'import { chromium } from "playwright-core";');
    const { status, said } = setUp({}, "--with-browser");
    expect(status).toBe(0);
    expect(said).toContain("the browser tests will be skipped");
  });
});
