import { Queue, Worker } from "bullmq";
import { twilioClient } from "../../bot/channels/twilio/client.ts";
import { workerConnection } from "../../queues/redis-connection.ts";
import { benchAccount } from "../webhooks/signed-requests.ts";

/** The yardstick: a bare BullMQ worker that makes the same call with the same client and remembers nothing. */
const [apiBase = "", redisUrl = "", count = "0"] = process.argv.slice(2);
const connection = workerConnection(redisUrl, () => undefined);
const queue = new Queue("bare", { connection });
const client = await twilioClient({ accountSid: benchAccount.sid, authToken: benchAccount.token, apiBase })();
const jobs = Array.from({ length: Number(count) }, (_, at) => ({
  name: "send",
  data: { to: `+9055${10_000_000 + at}` },
  opts: { removeOnComplete: true, priority: 1 },
}));
for (let at = 0; at < jobs.length; at += 1_000) await queue.addBulk(jobs.slice(at, at + 1_000));
await client.messages.create({ to: "+905500000000", from: benchAccount.from, body: "warm" });
process.on("message", () => {
  const worker = new Worker(
    "bare",
    async (job) =>
      client.messages.create({
        to: job.data.to,
        from: benchAccount.from,
        body: "Which language?",
        statusCallback: `http://127.0.0.1/webhooks/twilio/status?m=${job.id}`,
      }),
    { connection: connection.duplicate(), concurrency: 128 },
  );
  worker.on("drained", () => undefined);
  process.send?.("started");
});
process.send?.("ready");
