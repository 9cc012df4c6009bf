import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import type { RedisAddress } from "./ping-redis.ts";
import { redisSettings } from "./redis-settings.ts";

/** What a private Redis keeps on disk: its settings, its log, its jobs, and which process looks after it. */
export interface RedisFolder {
  readonly settingsFile: string;
  readonly logFile: string;
  /** The address used last time, so that other processes find Redis again after it was restarted. */
  lastAddress(): Promise<RedisAddress | undefined>;
  /** Picks a free port and a new password, and remembers them. */
  newAddress(): Promise<RedisAddress>;
  writeSettings(address: RedisAddress): Promise<void>;
  /** The process that started the running Redis. */
  keeper(): Promise<number | undefined>;
  becomeKeeper(processId: number): Promise<void>;
  /** Puts the jobs on disk aside, keeping only the latest such copy. */
  setJobsAside(): Promise<void>;
  logTail(): Promise<string>;
}

const addressFormat = z.object({ port: z.number().int().positive(), password: z.string().regex(/^[\w-]+$/) });

/** Opens the folder, making it on first use; only this user can read it, since it holds the password. */
export async function openRedisFolder(folder: string, newPassword: () => string): Promise<RedisFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = (name: string): string => join(folder, name);
  const settingsFile = file("redis.conf");
  const logFile = file("redis.log");

  return {
    settingsFile,
    logFile,
    async lastAddress() {
      const text = await readIfThere(file("address.json"));
      const parsed = addressFormat.safeParse(text === undefined ? undefined : jsonOrNothing(text));
      return parsed.success ? parsed.data : undefined;
    },
    async newAddress() {
      const address = { port: await freePort(), password: newPassword() };
      await writePrivately(file("address.json"), JSON.stringify(address));
      return address;
    },
    writeSettings: (address) => writePrivately(settingsFile, redisSettings({ ...address, folder })),
    async keeper() {
      const processId = Number(await readIfThere(file("keeper.pid")));
      return Number.isInteger(processId) && processId > 0 ? processId : undefined;
    },
    becomeKeeper: (processId) => writePrivately(file("keeper.pid"), String(processId)),
    async setJobsAside() {
      await rm(file("appendonlydir.unreadable"), { recursive: true, force: true });
      await rename(file("appendonlydir"), file("appendonlydir.unreadable"));
    },
    async logTail() {
      return ((await readIfThere(logFile)) ?? "").slice(-1_000).trim();
    },
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: a reader never sees half a file. */
async function writePrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  const handle = await open(draft, "r");
  await handle.sync();
  await handle.close();
  await rename(draft, file);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
