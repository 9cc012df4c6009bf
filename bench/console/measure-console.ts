import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startChild } from "../child.ts";
import { type Figure, percentile, rounded } from "../figure.ts";

const warmUps = 15;
const requests = 40;

const ready = z.object({ pages: z.array(z.string()).min(1) });
const took = z.array(z.number());

/** How long the server takes for each page of the console, as an administrator sees it, on the demonstration's people. */
export async function measureConsole(redisUrl: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "union-bench-"));
  const server = await startChild("./console/console-server.ts", redisUrl, folder);
  try {
    const { pages } = ready.parse(server.said);
    const measured: { readonly path: string; readonly p50: number; readonly p99: number }[] = [];
    for (const path of pages) {
      await server.ask({ path, times: warmUps });
      const times = took.parse(await server.ask({ path, times: requests }));
      const sorted = times.toSorted((one, other) => one - other);
      measured.push({ path, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) });
    }
    const each = measured.map(({ path, p50, p99 }) => `${path || "/"} ${rounded(p50)} and ${rounded(p99)}`);
    const slowest = (by: "p50" | "p99") =>
      measured.reduce((one, other) => (other[by] > one[by] ? other : one));
    const figure = (by: "p50" | "p99", unit: string): Figure => ({
      name: `console, slowest page ${by}`,
      value: rounded(slowest(by)[by]),
      unit,
      aim: "under 50",
      how: `${slowest(by).path} of ${pages.length} pages below /console, each asked ${requests} times in the server's own process after ${warmUps} times to warm up, on the demonstration's people; p50 and p99 of each in ms: ${each.join(", ")}`,
    });
    return [figure("p50", "ms median"), figure("p99", "ms p99")];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
