import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { type Child, startChild } from "../child.ts";
import { type Figure, percentile, rounded } from "../figure.ts";
import { freePort } from "../free-port.ts";
import { fire } from "./fire.ts";
import { signedRequests } from "./signed-requests.ts";

const members = 2_000;
const connections = 128;
const counted = z.object({ answers: z.number() });

/** Signed webhooks a second, from HTTP to the answer on disk, against the least that could honestly answer "200". */
export async function measureWebhooks(redisUrl: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "union-bench-"));
  try {
    const bare = await atFullSpeed("./webhooks/bare-server.ts", join(folder, "bare.db"));
    const union = await atFullSpeed("./webhooks/union-server.ts", join(folder, "union"), redisUrl);
    const half = await atHalfSpeed(union.answeredPerSecond / 2, join(folder, "half"), redisUrl);
    const what = `${members} members join by SMS, ${members * 9} signed webhooks over ${connections} connections, full durability`;
    return [
      {
        name: "webhooks bare",
        value: rounded(bare.perSecond),
        unit: "requests/s",
        aim: "-",
        how: "a bare Fastify route that checks the signature and commits one row, grouped",
      },
      {
        name: "webhooks acknowledged",
        value: rounded(union.perSecond),
        unit: "requests/s",
        aim: "-",
        how: what,
      },
      {
        name: "webhooks answered",
        value: rounded(union.answeredPerSecond),
        unit: "answers on disk/s",
        aim: "-",
        how: "the same, until the last answer lies in the outbox",
      },
      {
        name: "webhooks share",
        value: rounded(union.answeredPerSecond / bare.perSecond),
        unit: "of the bare route",
        aim: "0.25",
        how: "answered ÷ bare, in this run",
      },
      {
        name: "webhooks p99",
        value: rounded(half),
        unit: "ms",
        aim: "under 150",
        how: "acknowledgement at half of the answered rate",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function atFullSpeed(
  file: string,
  ...args: readonly string[]
): Promise<{ perSecond: number; answeredPerSecond: number }> {
  const port = await freePort();
  const server = await startChild(`./${file.slice(2)}`, String(port), ...args);
  const requests = signedRequests(`http://127.0.0.1:${port}/webhooks/twilio/sms`, members);
  const began = performance.now();
  const fired = await fire(`http://127.0.0.1:${port}`, requests, connections, null);
  if (fired.refused > 0) throw new Error(`${fired.refused} of ${requests.length} requests were refused.`);
  if (args.length > 1) await allAnswered(server, requests.length);
  const answeredPerSecond = requests.length / ((performance.now() - began) / 1_000);
  await server.stop();
  return { perSecond: fired.answered / fired.seconds, answeredPerSecond };
}

async function atHalfSpeed(perSecond: number, dataDir: string, redisUrl: string): Promise<number> {
  const port = await freePort();
  const server = await startChild("./webhooks/union-server.ts", String(port), dataDir, redisUrl);
  const requests = signedRequests(`http://127.0.0.1:${port}/webhooks/twilio/sms`, members);
  // The first second warms the code up and is not counted.
  await fire(`http://127.0.0.1:${port}`, requests.slice(0, members), connections, null);
  const { latencies } = await fire(
    `http://127.0.0.1:${port}`,
    requests.slice(members),
    connections,
    perSecond,
  );
  await server.stop();
  return percentile(latencies, 0.99);
}

async function allAnswered(server: Child, expected: number): Promise<void> {
  for (;;) {
    if (counted.parse(await server.ask("count")).answers >= expected) return;
    await wait(20);
  }
}
