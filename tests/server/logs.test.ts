import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { freePort } from "../service/free-port.ts";
import { type JoinScript, joinByDigits, joinScripts, onButtons } from "../service/joining.ts";
import { forget, newDataDir } from "../service/run-service.ts";
import { signedPost } from "../service/signed-post.ts";
import { simulatedPhone } from "../service/simulator-counterpart.ts";
import { type TelegramCounterpart, telegramCounterpart } from "../service/telegram-counterpart.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";
import { until } from "../service/until.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const name = "Xanthippe";
const place = "Ouagadougou";
const number = "+905550107731";
const chatId = 55010773;
const script: JoinScript = {
  ...joinScripts.en,
  name,
  place,
  asks: { ...joinScripts.en.asks, done: /^Thank you, Xanthippe/ },
};

let dataDir: string;
let twilio: TwilioCounterpart;
let telegram: TelegramCounterpart;
let server: ChildProcess;
/** All that the process has said, on both outputs. */
let said = "";

const entry = z.looseObject({
  msg: z.string(),
  level: z.number(),
  requestId: z.string().nullish(),
  status: z.unknown().optional(),
});
const entries = (): readonly z.infer<typeof entry>[] =>
  said
    .split("\n")
    .slice(0, -1)
    .flatMap((line) => (line.startsWith("{") ? [entry.parse(JSON.parse(line))] : []));

beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  dataDir = await newDataDir();
  twilio = await twilioCounterpart(url);
  telegram = await telegramCounterpart();
  server = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main], {
    env: {
      PATH: process.env.PATH,
      ...twilio.settings,
      ...telegram.settings,
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      MODE: "sim",
      DEMO: "off",
      LOG_LEVEL: "debug",
    },
  });
  for (const output of [server.stdout, server.stderr]) {
    output?.on("data", (chunk) => {
      said += String(chunk);
    });
  }
  await until(
    "the service",
    () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    20_000,
  );

  const handset = simulatedPhone(url, "sms", "+905550107732");
  await joinByDigits(twilio.phone(number), script);
  await joinByDigits(twilio.phone(number, "whatsapp"), script);
  await joinByDigits(telegram.phone(chatId), onButtons(script));
  await joinByDigits(handset, script);
  // And what goes wrong: receipts of all kinds, a forged request, an unreadable one, a text full of secrets.
  const [first] = await twilio.sentTo(number);
  for (const word of ["delivered", "undelivered"]) await twilio.report(first?.sid ?? "", word);
  const form = {
    MessageSid: "SMlogs",
    AccountSid: twilio.accountSid,
    From: number,
    Body: `${name} in ${place}`,
  };
  await signedPost(`${url}/webhooks/twilio/sms?name=${name}`, form, "a wrong token");
  await signedPost(`${url}/webhooks/twilio/sms?name=${name}`, { ...form, MessageSid: "" }, twilio.authToken);
  await signedPost(
    `${url}/webhooks/twilio/status?m=${name}`,
    { ...form, MessageStatus: "lost" },
    twilio.authToken,
  );
  await fetch(`${url}/sim/messages?channel=sms&address=${encodeURIComponent(number)}`);
  await fetch(`${url}/${name}/${encodeURIComponent(number)}`);
  await fetch(`${url}/sim/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"text":"${name}", from ${number}`,
  });
  await handset.texts(`menu`);
  await handset.shows(/My details/);
  await until(
    "the receipts in the log",
    () => entries().filter(({ msg }) => msg === "receipt recorded").length > 10,
  );
});
afterAll(async () => {
  server?.kill("SIGTERM");
  if (server?.exitCode === null) await new Promise((resolve) => server.once("exit", resolve));
  await telegram?.close();
  await twilio?.close();
  await forget(dataDir);
});

describe("the log of a service over which people have joined on every channel, at its most talkative", () => {
  it("tells of every step", () => {
    const steps = new Set(entries().map(({ msg }) => msg));
    for (const step of [
      "message handled",
      "message handed over",
      "receipt recorded",
      "request answered",
      "request refused",
    ]) {
      expect(steps).toContain(step);
    }
  });

  it.each([
    ["a phone number", /\+?90555\d+/],
    ["a Telegram chat", new RegExp(String(chatId))],
    ["a name", new RegExp(name, "i")],
    ["a place", new RegExp(place, "i")],
    ["what we write", /Which language|Thank you|Do you agree|My details|Cooking/],
    ["a member number", /MU-\d{4}/],
    ["Twilio's token", /twilio_test_auth_token/],
    ["the bot's token", /AAtest-token/],
    ["an answer to a question", /from18|"(?:consent|alerts|language)":/],
    ["a web address that a person could be in", /https?:\/\/(?!127\.0\.0\.1:\d+(?:["/\s]|$))/],
    ["the password of the private Redis", /redis:\/\/:/],
  ])("holds no line with %s", (_what, pattern) => {
    expect(said.split("\n").filter((line) => pattern.test(line))).toEqual([]);
  });

  it("names by one id a message from the webhook to the receipt", () => {
    const receipts = entries().filter(
      ({ msg, status }) => msg === "receipt recorded" && status === "delivered",
    );
    expect(receipts).toHaveLength(1);
    const requestId = receipts[0]?.requestId;
    expect(requestId).toMatch(/\S{16,}/);
    const steps = entries()
      .filter((each) => each.requestId === requestId)
      .map(({ msg }) => msg);
    expect(new Set(steps)).toEqual(
      new Set(["request answered", "message handled", "message handed over", "receipt recorded"]),
    );
    expect(steps.indexOf("message handled")).toBeLessThan(steps.indexOf("message handed over"));
  });

  it("reports no error where nothing was wrong on our side", () => {
    expect(entries().filter(({ level }) => level >= 50)).toEqual([]);
  });
});
