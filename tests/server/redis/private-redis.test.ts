import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkRedis } from "../../../server/redis/check-redis.ts";
import { type PrivateRedis, startPrivateRedis } from "../../../server/redis/private-redis.ts";

let dataDir: string;
let started: PrivateRedis[];
let clients: Redis[];
let warnings: string[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "private-redis-"));
  started = [];
  clients = [];
  warnings = [];
});
afterEach(async () => {
  for (const client of clients) client.disconnect();
  for (const redis of started) await redis.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const log = {
  info: () => undefined,
  warn: (_fields: object, message: string) => {
    warnings.push(message);
  },
};

async function start(): Promise<PrivateRedis> {
  const redis = await startPrivateRedis({ dataDir, log });
  started.push(redis);
  return redis;
}

function connect(url: string): Redis {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on("error", () => undefined);
  clients.push(client);
  return client;
}

async function processOf(client: Redis): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await client.info("server"))?.[1]);
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** What every process of this machine was started with; empty where the system does not tell in files. */
async function commandLines(): Promise<string> {
  const processes = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = processes.map((name) => readFile(join("/proc", name, "cmdline"), "utf8").catch(() => ""));
  return (await Promise.all(lines)).join("\n");
}

/** Another process that starts the same Redis, prints its address and then does nothing. */
async function startElsewhere() {
  const program = `
    import { startPrivateRedis } from "./server/redis/private-redis.ts";
    const log = { info: () => undefined, warn: () => undefined };
    const { url } = await startPrivateRedis({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
  });
  return { child, url };
}

describe("the private Redis", () => {
  test("keeps jobs on disk, drops none to make room, and lets nobody in without the password", async () => {
    const redis = await start();
    const client = connect(redis.url);
    expect(await client.config("GET", "appendonly")).toEqual(["appendonly", "yes"]);
    expect(await client.config("GET", "bind")).toEqual(["bind", "127.0.0.1"]);
    expect(await checkRedis(client)).toMatchObject({ kind: "fit" });
    const stranger = connect(redis.url.replace(/:[^:@]+@/, "@"));
    await expect(stranger.get("anything")).rejects.toThrow("NOAUTH");
    expect((await stat(join(dataDir, "redis", "address.json"))).mode & 0o077).toBe(0);
  });

  test("has its jobs and its address again after a stop and a start", async () => {
    const first = await start();
    await connect(first.url).set("job", "42");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await connect(second.url).get("job")).toBe("42");
  });

  test("is started again when it is killed, at the same address", async () => {
    const redis = await start();
    const client = connect(redis.url);
    const before = await processOf(client);
    process.kill(before, "SIGKILL");
    await expect.poll(() => isAlive(before), { timeout: 5_000 }).toBe(false);
    const after = await processOf(client);
    expect(after).not.toBe(before);
    expect(warnings).toContain("private redis ended, starting it again");
  });

  test("ends with its keeper even when that is killed without warning, and the next one takes over", async () => {
    const { child, url } = await startElsewhere();
    const client = connect(url);
    const redisProcess = await processOf(client);
    child.kill("SIGKILL");
    await expect.poll(() => isAlive(redisProcess), { timeout: 8_000 }).toBe(false);
    const redis = await start();
    expect(redis.url).toBe(url);
    expect(await processOf(client)).not.toBe(redisProcess);
  });

  test("is shared by a second process, which goes on with it when the first is killed", async () => {
    const { child, url } = await startElsewhere();
    const shared = await start();
    expect(shared.url).toBe(url);
    const client = connect(url);
    const before = await processOf(client);
    child.kill("SIGKILL");
    await expect.poll(() => isAlive(before), { timeout: 8_000 }).toBe(false);
    await client.set("job", "1");
    expect(await processOf(client)).not.toBe(before);
  });

  test("leaves no process behind when it is stopped", async () => {
    const redis = await start();
    const redisProcess = await processOf(connect(redis.url));
    await redis.stop();
    expect(isAlive(redisProcess)).toBe(false);
    await pause(100);
    expect(await commandLines()).not.toContain(dataDir);
  });

  test("starts empty when its jobs cannot be read any more, and keeps the unreadable ones aside", async () => {
    const first = await start();
    await connect(first.url).set("job", "42");
    await first.stop();
    const jobs = join(dataDir, "redis", "appendonlydir");
    for (const name of await readdir(jobs)) {
      if (name.endsWith(".aof")) await writeFile(join(jobs, name), "this is not an append-only file\r\n");
    }
    const second = await start();
    expect(await connect(second.url).dbsize()).toBe(0);
    expect(await readdir(join(dataDir, "redis"))).toContain("appendonlydir.unreadable");
  });

  test("moves to another port when a stranger has taken its own", async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.url).port);
    const stranger = createServer((socket) => socket.resume().end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => stranger.listen(port, "127.0.0.1", resolve));
    const second = await start();
    expect(new URL(second.url).port).not.toBe(String(port));
    expect(await connect(second.url).ping()).toBe("PONG");
    await new Promise((resolve) => stranger.close(resolve));
  });

  test("says what to do when the machine has no Redis", async () => {
    const path = process.env.PATH;
    process.env.PATH = "/nowhere";
    try {
      await expect(start()).rejects.toThrow("Install one, or set REDIS_URL");
    } finally {
      process.env.PATH = path;
    }
  });

  test("passes on the program's last words when it does not start", async () => {
    const program = join(dataDir, "broken-redis");
    await writeFile(program, "#!/bin/sh\necho out of luck\nexit 1\n", { mode: 0o755 });
    await expect(startPrivateRedis({ dataDir, log, program })).rejects.toThrow("out of luck");
    expect(await readFile(join(dataDir, "redis", "redis.log"), "utf8")).toBe("out of luck\n");
  });
});
