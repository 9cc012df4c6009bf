import { fork } from "node:child_process";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { secretKey } from "../../../server/config/secret-key.ts";
import { forget, newDataDir } from "../../service/run-service.ts";

let dataDir: string;
beforeEach(async () => {
  const folder = await newDataDir();
  onTestFinished(() => forget(folder));
  dataDir = join(folder, "var");
});
const child = fileURLToPath(new URL("secret-key-child.ts", import.meta.url));

/** What another process, which starts now, takes for the key. */
const inAnotherProcess = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const other = fork(child, [dataDir]);
    other.once("message", resolve);
    other.once("error", reject);
    other.once("exit", (code) => reject(new Error(`It ended with ${code} and said no key.`)));
  });

describe("the secret key", () => {
  it("is the one that was given, and then no file is made", async () => {
    expect(await secretKey("a key that was given", dataDir)).toBe("a key that was given");
    await expect(stat(dataDir)).rejects.toThrow("ENOENT");
  });

  it("is made at the first start, long enough, and only its owner may read the file", async () => {
    const key = await secretKey(null, dataDir);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, "secret"), "utf8")).toBe(key);
  });

  it("is the same at every start, and another in another folder", async () => {
    const key = await secretKey(null, dataDir);
    expect(await secretKey(null, dataDir)).toBe(key);
    expect(await secretKey(null, join(dataDir, "other"))).not.toBe(key);
  });

  it("is one that a person put there, without the end of her line", async () => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, "secret"), "a key put there by hand, long enough\n");
    expect(await secretKey(null, dataDir)).toBe("a key put there by hand, long enough");
  });

  it("is not made up where the file is empty or cut short: the service does not start on a key that is none", async () => {
    await mkdir(dataDir);
    for (const left of ["", "\n", "half-a-key"]) {
      await writeFile(join(dataDir, "secret"), left);
      await expect(secretKey(null, dataDir)).rejects.toThrow(/secret holds no key/);
      expect(await readFile(join(dataDir, "secret"), "utf8")).toBe(left);
    }
  });

  it("leaves nothing else behind", async () => {
    await Promise.all(Array.from({ length: 8 }, () => secretKey(null, dataDir)));
    expect(await readdir(dataDir)).toEqual(["secret"]);
  });

  it("is one for all that start at the same moment, in this process and in others", async () => {
    const keys = await Promise.all([
      ...Array.from({ length: 8 }, () => secretKey(null, dataDir)),
      ...Array.from({ length: 3 }, inAnotherProcess),
    ]);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\w-]{43}$/);
  });
});
