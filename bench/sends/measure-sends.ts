import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { type Child, startChild } from "../child.ts";
import { type Figure, rounded } from "../figure.ts";
import { freePort } from "../free-port.ts";

const messages = 6_000;
const progress = z.union([
  z.object({ taken: z.number() }).transform(({ taken }) => taken),
  z.object({ sent: z.number() }).transform(({ sent }) => sent),
]);

/** Messages a second to a provider on this machine, against a bare BullMQ worker that makes the same call. */
export async function measureSends(redisUrl: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "union-bench-"));
  const port = await freePort();
  const apiBase = `http://127.0.0.1:${port}`;
  try {
    const bareProvider = await startChild("./sends/provider.ts", String(port));
    const bare = await startChild("./sends/bare-worker.ts", apiBase, redisUrl, String(messages));
    // The provider has had one message to warm up with.
    const barePerSecond = await timed(bare, bareProvider, messages + 1);
    await bare.stop();
    await bareProvider.stop();
    const provider = await startChild("./sends/provider.ts", String(port));
    const union = await startChild("./sends/union-worker.ts", apiBase, redisUrl, String(messages), folder);
    const unionPerSecond = await timed(union, union, messages);
    await union.stop();
    await provider.stop();
    return [
      {
        name: "sends bare",
        value: rounded(barePerSecond),
        unit: "messages/s",
        aim: "-",
        how: `a bare BullMQ worker, 128 side by side, ${messages} calls by the official Twilio client`,
      },
      {
        name: "sends",
        value: rounded(unionPerSecond),
        unit: "messages/s",
        aim: "-",
        how: "ours: claimed on disk, handed over, outcome on disk",
      },
      {
        name: "sends share",
        value: rounded(unionPerSecond / barePerSecond),
        unit: "of the bare worker",
        aim: "0.6",
        how: "ours ÷ bare, in this run",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(worker: Child, counter: Child, expected: number): Promise<number> {
  const began = performance.now();
  await worker.ask("start");
  while (progress.parse(await counter.ask("count")) < expected) await wait(20);
  return messages / ((performance.now() - began) / 1_000);
}
