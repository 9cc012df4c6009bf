import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startChild } from "../child.ts";
import { type Figure, percentile, rounded } from "../figure.ts";
import { freePort } from "../free-port.ts";

const members = 100_000;
const secondsToSend = 20;

const counted = z.object({ milliseconds: z.number() });
const frozen = z.object({ seconds: z.number(), longestPauseMs: z.number() });
const sent = z.object({ repliesMs: z.array(z.number()), unanswered: z.number(), noticesSent: z.number() });

/** A notice to 100,000 members: counting them, freezing them, and sending it through the queue while 50 people chat. */
export async function measureNotices(redisUrl: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "union-bench-"));
  const port = await freePort();
  const provider = await startChild("./sends/provider.ts", String(port));
  const union = await startChild(
    "./notices/notice-worker.ts",
    ...[`http://127.0.0.1:${port}`, redisUrl, String(members), folder, String(secondsToSend)],
  );
  try {
    const { milliseconds } = counted.parse(await union.ask("count"));
    const { seconds, longestPauseMs } = frozen.parse(await union.ask("freeze"));
    const { repliesMs, unanswered, noticesSent } = sent.parse(await union.ask("send"));
    repliesMs.sort((one, other) => one - other);
    const one = "one process, SQLite on disk, real Redis";
    const sending = `${noticesSent} messages of the notice in ${secondsToSend} s; 50 people with a text every other second, ${repliesMs.length} answers, ${unanswered} unanswered; a provider on this machine; ${one}`;
    return [
      {
        name: "notice count",
        value: rounded(milliseconds),
        unit: "ms",
        aim: "under 500",
        how: `countAudience() over ${members} members of whom one in twenty has opted out; ${one}`,
      },
      {
        name: "notice freeze",
        value: rounded(seconds),
        unit: "s",
        aim: "under 10",
        how: `from approval to the last of ${members * 0.95} recipients on disk; nothing else waited longer than ${rounded(longestPauseMs)} ms; ${one}`,
      },
      {
        name: "notice sends",
        value: rounded(noticesSent / secondsToSend),
        unit: "messages/s",
        aim: "-",
        how: sending,
      },
      {
        name: "replies during a notice",
        value: rounded(percentile(repliesMs, 0.99) / 1_000),
        unit: "s p99",
        aim: "under 2",
        how: `from the person's text on disk to her answer taken by the provider; ${sending}`,
      },
    ];
  } finally {
    await union.stop();
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
