import { twilioAccount } from "../../bot/channels/twilio/sender.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { readConfig } from "../../server/config/read-config.ts";
import { openService } from "../../server/open-service.ts";
import { startWorkers } from "../../server/workers/start-workers.ts";
import { benchAccount } from "../webhooks/signed-requests.ts";

/** Our own worker: claims each message on disk, hands it over, keeps the outcome and the provider's id on disk. */
const [apiBase = "", redisUrl = "", count = "0", dataDir = ""] = process.argv.slice(2);
const config = readConfig({
  DATA_DIR: dataDir,
  MODE: "sim",
  LOG_LEVEL: "warn",
  TWILIO_ACCOUNT_SID: benchAccount.sid,
  TWILIO_AUTH_TOKEN: benchAccount.token,
  TWILIO_SMS_FROM: benchAccount.from,
  TWILIO_API_BASE: apiBase,
});
const { service, handle, send, doRound } = await openService(config, redisUrl);
const account = twilioAccount("sms", benchAccount.from);
const receive = receiveInbound({
  ...service,
  doorbell: { ...service.doorbell, announceMail: async () => true },
});
await Promise.all(
  Array.from({ length: Number(count) }, (_, at) =>
    receive(
      [
        {
          account,
          providerId: `SM${at}`,
          kind: "text",
          from: { channel: "sms", identifier: `+9055${10_000_000 + at}` },
          text: "hi",
          choice: null,
          providerAnswered: false,
          unread: {},
        },
      ],
      "bench",
    ),
  ),
);
const addresses = await service.store.read.address.findMany({ select: { id: true } });
await handle(addresses.map(({ id }) => id));
await service.channels
  .get(account)
  ?.send(
    { kind: "text", text: "warm" },
    { channel: "sms", identifier: "+905500000000" },
    { messageId: "warm", part: 1 },
  );
process.on("message", (question) => {
  if (question === '"start"') {
    startWorkers(service, redisUrl, handle, send, doRound);
    process.send?.("started");
    return;
  }
  service.store.read.outboundMessage
    .count({ where: { status: "sent" } })
    .then((sent) => process.send?.({ sent }), console.error);
});
process.send?.("ready");
