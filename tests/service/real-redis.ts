import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { Redis } from "ioredis";
import { findRedisProgram } from "../../server/redis/redis-program.ts";
import { freePort } from "./free-port.ts";
import { newDataDir } from "./run-service.ts";
import { until } from "./until.ts";

/** A Redis that a test starts, empties and stops as it likes; nobody restarts it. */
export interface RealRedis {
  readonly url: string;
  readonly client: Redis;
  stop(): Promise<void>;
}

/** Starts one, on this port where one is given, with these settings besides. */
export async function realRedis(
  port: number | null = null,
  ...settings: readonly string[]
): Promise<RealRedis> {
  const program = findRedisProgram(process.env.PATH ?? "");
  if (program === undefined) throw new Error("There is no redis-server on this machine.");
  const at = port ?? (await freePort());
  const folder = await newDataDir();
  const child = spawn(
    program,
    [
      "--port",
      String(at),
      "--bind",
      "127.0.0.1",
      "--dir",
      folder,
      "--save",
      "",
      "--appendonly",
      "no",
      ...settings,
    ],
    { stdio: "ignore" },
  );
  const url = `redis://127.0.0.1:${at}`;
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on("error", () => undefined);
  await until("Redis", () => client.status === "ready");
  return {
    url,
    client,
    stop: async () => {
      client.disconnect();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
