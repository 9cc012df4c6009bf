import { join } from "node:path";
import { type RedisProcess, redisProcess } from "../chaos/redis-process.ts";
import { type ServiceProcess, serviceProcess } from "../chaos/service-process.ts";
import { type DatabaseView, viewDatabase } from "../service/database.ts";
import { forwardingProxy, type Interference, type Passing } from "../service/forwarding-proxy.ts";
import { freePort } from "../service/free-port.ts";
import { forget, newDataDir, type Settings } from "../service/run-service.ts";
import { type TelegramCounterpart, telegramCounterpart } from "../service/telegram-counterpart.ts";
import { type Mailboxes, openMailboxes } from "./a-mailbox.ts";
import { crowd, seatCrowd } from "./crowd.ts";
import { formClient } from "./form-client.ts";
import { chats, emails, numbers } from "./people.ts";
import { type RecordedBrowser, recordedBrowser } from "./recorded-browser.ts";
import { recordedPhone, recordedTelegram } from "./recorded-phone.ts";
import { openRecorder, type Recorder } from "./recorder.ts";
import { type StageClock, stageClock } from "./stage-clock.ts";
import { type TwilioExchange, twilioExchange } from "./twilio-exchange.ts";

/** Noon in Turkey, on a Tuesday: nobody's quiet hours, whenever the test runs. */
const begins = new Date("2026-11-24T09:00:00Z");

const botName = "union_bot";

const everybody = [
  ...Object.values(numbers),
  ...Object.values(emails),
  ...Object.values(chats).map(String),
  ...crowd.map(({ identifier }) => identifier),
];

/** The whole service in two processes, and everybody it talks to. */
export interface Stage {
  readonly url: string;
  readonly dataDir: string;
  readonly databaseFile: string;
  readonly settings: Settings;
  readonly clock: StageClock;
  readonly database: DatabaseView;
  readonly recorder: Recorder;
  readonly exchange: TwilioExchange;
  readonly telegram: TelegramCounterpart;
  /** What happens to requests on their way to Telegram, from now on. */
  onTelegramLine(how: (passing: Passing) => Interference): void;
  readonly mailboxes: Mailboxes;
  readonly web: ServiceProcess;
  readonly worker: ServiceProcess;
  sms(who: string, number: string): ReturnType<typeof recordedPhone>;
  whatsapp(who: string, number: string): ReturnType<typeof recordedPhone>;
  telegramOf(who: string, chatId: number): ReturnType<typeof recordedTelegram>;
  browser(who: string, language: string): RecordedBrowser;
  close(): Promise<void>;
}

/** Sets everything up: a Twilio, a Telegram, a mail server, a Redis, a database with a crowd in it, one web process and one worker. */
export async function openStage(): Promise<Stage> {
  const dataDir = await newDataDir();
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const [exchange, telegram, mailboxes, redis] = await Promise.all([
    twilioExchange(url),
    telegramCounterpart(),
    openMailboxes(),
    redisProcess(),
  ]);
  let interfere = (_passing: Passing): Interference => ({});
  const telegramLine = await forwardingProxy(
    () => telegram.url,
    (passing) => interfere(passing),
  );
  const clock = stageClock(dataDir, begins);
  const databaseFile = join(dataDir, "migrant-union.db");
  const { smsFrom, whatsappFrom } = exchange.twilio;
  await seatCrowd(
    `file:${databaseFile}`,
    { smsFrom, whatsappFrom, telegramToken: telegram.token },
    clock.now(),
  );
  const settings: Settings = {
    ...exchange.settings,
    ...telegram.settings,
    TELEGRAM_API_ROOT: telegramLine.url,
    ...mailboxes.settings,
    ...clock.settings,
    // No simulator beside the providers, and Telegram may be asked for news, which `live` does not take.
    MODE: "team",
    TEAM_ADDRESSES: everybody.join(","),
    TELEGRAM_BOT_NAME: botName,
    PORT: port,
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    REDIS_URL: redis.url,
    SECRET_KEY: "a secret of the round only, of 32 signs",
    LOG_LEVEL: "debug",
    // Short, so that the round does not wait for minutes when the worker is killed.
    SEND_LEASE_SECONDS: "5",
    LOOK_UP_AFTER_SECONDS: "1",
  };
  const web = serviceProcess("web", { ...settings, ROLE: "web" });
  await web.ready();
  const worker = serviceProcess("worker", { ...settings, ROLE: "worker" });
  await worker.ready();
  const recorder = openRecorder();
  recorder.stands(url, "https://union.example");
  // A slow machine takes a minute more.
  recorder.stands(/\d?\d:\d\d (?=(?:[AP]M )?UTC)/g, "9:00 ");
  recorder.stands(/\d+ minutes? ago/g, "0 minutes ago");
  return {
    ...{ url, dataDir, databaseFile, settings, clock, recorder, exchange, telegram, mailboxes, web, worker },
    onTelegramLine: (how) => {
      interfere = how;
    },
    database: viewDatabase(databaseFile),
    sms: (who, number) => recordedPhone(recorder, who, exchange.phone(number)),
    whatsapp: (who, number) => recordedPhone(recorder, who, exchange.phone(number, "whatsapp")),
    telegramOf: (who, chatId) => recordedTelegram(recorder, who, telegram.phone(chatId)),
    browser: (who, language) => recordedBrowser(recorder, who, formClient(url, language)),
    close: () => closeAll(dataDir, [web, worker], [redis, exchange, telegramLine, telegram, mailboxes]),
  };
}

async function closeAll(
  dataDir: string,
  processes: readonly ServiceProcess[],
  others: readonly (Pick<RedisProcess, "end"> | { close(): Promise<void> })[],
): Promise<void> {
  await Promise.all(processes.map((each) => each.end()));
  await Promise.all(others.map((each) => ("end" in each ? each.end() : each.close())));
  if (process.env.ROUND_KEEP === undefined) await forget(dataDir);
  else process.stderr.write(`what the processes said and kept is in ${dataDir}\n`);
}
