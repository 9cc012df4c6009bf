import { mailJob, mailQueue } from "../../queues/jobs.ts";
import { workerConnection } from "../../queues/redis-connection.ts";
import { startWorker } from "../../queues/worker.ts";
import { readConfig } from "../../server/config/read-config.ts";
import { httpApp } from "../../server/http/app.ts";
import { openService } from "../../server/open-service.ts";
import { benchAccount } from "./signed-requests.ts";

/** Our own service from the webhook to the answer in the outbox, in one process with its real database and Redis; only handing over to a provider is left out. */
const [port = "0", dataDir = "", redisUrl = ""] = process.argv.slice(2);
const config = readConfig({
  PORT: port,
  DATA_DIR: dataDir,
  MODE: "sim",
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  LOG_LEVEL: "warn",
  TWILIO_ACCOUNT_SID: benchAccount.sid,
  TWILIO_AUTH_TOKEN: benchAccount.token,
  TWILIO_SMS_FROM: benchAccount.from,
});
const { service, handle } = await openService(config, redisUrl);
const ignore = (): void => undefined;
startWorker(
  {
    queue: mailQueue,
    schema: mailJob,
    connection: workerConnection(redisUrl, ignore),
    concurrency: 16,
    perSecond: null,
    onFault: console.error,
  },
  async ({ addressIds }) => {
    await handle(addressIds);
    return { kind: "done" };
  },
);
await httpApp(service).listen({ host: "127.0.0.1", port: Number(port) });
process.on("SIGINT", () => process.exit(0));
process.on("message", () => {
  service.store.read.outboundMessage.count().then((answers) => process.send?.({ answers }), console.error);
});
process.send?.("ready");
