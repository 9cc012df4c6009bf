import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Figure, rounded } from "../figure.ts";
import { freePort } from "../free-port.ts";

const idleMs = 20_000;
const project = fileURLToPath(new URL("../..", import.meta.url));

/** Resident memory of a web process that has nothing to do, started exactly as `npm run web` starts it. */
export async function measureMemory(redisUrl: string): Promise<readonly Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "union-bench-"));
  const port = await freePort();
  const web = spawn("npm", ["run", "--silent", "web"], {
    cwd: project,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, REDIS_URL: redisUrl, MODE: "sim" },
    stdio: "ignore",
    detached: true,
  });
  try {
    while (!(await isUp(port))) await wait(200);
    await wait(idleMs);
    const megabytes = (await residentOf(port)) / 1_048_576;
    return [
      {
        name: "memory",
        value: rounded(megabytes),
        unit: "MiB resident",
        aim: "under 150",
        how: `a web process, ${idleMs / 1_000} s after it began to serve`,
      },
    ];
  } finally {
    if (web.pid !== undefined) process.kill(-web.pid, "SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const isUp = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Asks /metrics for the process's own figure, in bytes: the npm processes around it do not count. */
async function residentOf(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
}
