import { describe, expect, it } from "vitest";
import { ConfigRefused } from "../../../server/config/config-refused.ts";
import { readConfig } from "../../../server/config/read-config.ts";

type Env = Readonly<Record<string, string>>;
const faultsOf = (env: Env): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigRefused) return fault.faults;
    throw fault;
  }
};
const twilio: Env = {
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000000",
  TWILIO_AUTH_TOKEN: "a token",
  TWILIO_SMS_FROM: "+15550001111",
};
const telegram: Env = { TELEGRAM_BOT_TOKEN: "123456:AA" };
const reachable: Env = { PUBLIC_URL: "https://messages.example.org/" };
const secret: Env = { SECRET_KEY: "a key of thirty-two signs or more" };

describe("the configuration", () => {
  it("is a simulation on this machine when nothing is set", () => {
    expect(readConfig({})).toMatchObject({
      mode: "sim",
      role: "all",
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://localhost:3000",
      redisUrl: null,
      twilio: null,
      telegram: null,
    });
  });

  it("cannot be changed once it is read", () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it("names every fault at once, each with its setting", () => {
    const faults = faultsOf({
      PORT: "99999",
      MODE: "production",
      ROLE: "boss",
      PUBLIC_URL: "not an address",
      TWILIO_API_BASE: "::",
      TELEGRAM_WEBHOOK_SECRET: "with spaces in it",
      SEND_LEASE_SECONDS: "soon",
      LOG_LEVEL: "loud",
    });
    expect(faults.map((fault) => fault.split(" ")[0]).toSorted()).toEqual([
      "LOG_LEVEL",
      "MODE",
      "PORT",
      "PUBLIC_URL",
      "ROLE",
      "SEND_LEASE_SECONDS",
      "TELEGRAM_WEBHOOK_SECRET",
      "TWILIO_API_BASE",
    ]);
  });

  it("says the faults in one message an operator can read, without the values", () => {
    const refused = new ConfigRefused(faultsOf({ PORT: "x", TELEGRAM_WEBHOOK_SECRET: "s e c r e t" }));
    expect(refused.message).toMatch(/^The settings need mending/);
    expect(refused.message.split("\n")).toHaveLength(3);
    expect(refused.message).not.toContain("s e c r e t");
  });

  it("an empty variable means the same as a missing one", () => {
    expect(readConfig({ PORT: "", MODE: "", PUBLIC_URL: "  ", TWILIO_ACCOUNT_SID: "" })).toEqual(
      readConfig({}),
    );
  });
});

describe("who may be written to", () => {
  it.each<readonly [string, Env, string]>([
    ["nobody, without keys", {}, "sim"],
    ["everybody, with the keys of a real Twilio", { ...twilio, ...reachable }, "live"],
    ["everybody, with the token of a real bot", telegram, "live"],
    ["nobody, with a Twilio on this machine", { ...twilio, TWILIO_API_BASE: "http://127.0.0.1:4013" }, "sim"],
    [
      "nobody, with a Telegram on this machine",
      { ...telegram, TELEGRAM_API_ROOT: "http://localhost:9000" },
      "sim",
    ],
    [
      "everybody, with an address that only looks like this machine",
      { ...telegram, TELEGRAM_API_ROOT: "http://localhost.example.org" },
      "live",
    ],
    ["nobody, when so said, whatever the keys", { ...twilio, ...telegram, MODE: "sim" }, "sim"],
    ["the listed, when so said", { ...telegram, MODE: "team", TEAM_ADDRESSES: "1, 2" }, "team"],
  ])("%s", (_who, env, mode) => {
    expect(readConfig(env).mode).toBe(mode);
  });

  it("MODE=live without a public address, a secret or a provider does not start", () => {
    expect(faultsOf({ MODE: "live" })).toEqual([
      expect.stringMatching(/^PUBLIC_URL/),
      expect.stringMatching(/^SECRET_KEY/),
      expect.stringMatching(/^MODE=live needs a provider/),
    ]);
    expect(faultsOf({ MODE: "live", ...telegram, ...reachable, ...secret })).toEqual([
      expect.stringMatching(/^TELEGRAM_WEBHOOK_SECRET/),
    ]);
    expect(faultsOf({ MODE: "live", ...twilio })).toContainEqual(expect.stringMatching(/^PUBLIC_URL/));
    expect(
      faultsOf({
        ...{ MODE: "live", ...twilio, ...telegram, ...reachable, ...secret },
        TELEGRAM_WEBHOOK_SECRET: "s3cret",
      }),
    ).toEqual([]);
  });

  it("real keys alone, with which everybody would be written to, still need the public address for Twilio's signatures", () => {
    expect(faultsOf(twilio)).toEqual([expect.stringMatching(/^PUBLIC_URL/)]);
  });

  it("MODE=team without a list does not start", () => {
    expect(faultsOf({ MODE: "team", ...telegram })).toEqual([expect.stringMatching(/^TEAM_ADDRESSES/)]);
  });

  it.each<readonly [string, Env, RegExp]>([
    [
      "a token without its account",
      { TWILIO_AUTH_TOKEN: "a token", TWILIO_SMS_FROM: "+15550001111" },
      /^TWILIO_ACCOUNT_SID/,
    ],
    [
      "an account without its token",
      { TWILIO_ACCOUNT_SID: "AC0", TWILIO_SMS_FROM: "+15550001111" },
      /^TWILIO_AUTH_TOKEN/,
    ],
    [
      "an account without a number",
      { TWILIO_ACCOUNT_SID: "AC0", TWILIO_AUTH_TOKEN: "a token" },
      /^TWILIO_SMS_FROM or/,
    ],
    ["a number without an account", { TWILIO_SMS_FROM: "+15550001111" }, /^TWILIO_ACCOUNT_SID and/],
  ])("half a Twilio, %s, is named", (_what, env, fault) => {
    expect(faultsOf({ MODE: "sim", ...env })).toEqual([expect.stringMatching(fault)]);
  });

  it("half a mail server, or one that is none, is named", () => {
    const server = { SMTP_URL: "smtps://name:word@mail.example.org" };
    expect(faultsOf(server)).toEqual([expect.stringMatching(/^MAIL_FROM is needed beside SMTP_URL/)]);
    const from = { MAIL_FROM: "union@example.org" };
    expect(faultsOf(from)).toEqual([expect.stringMatching(/^SMTP_URL is needed beside MAIL_FROM/)]);
    for (const SMTP_URL of ["mail.example.org", "https://mail.example.org", "smtp://"])
      expect(faultsOf({ ...from, SMTP_URL })).toEqual([expect.stringMatching(/^SMTP_URL must be/)]);
    expect(readConfig({ ...server, ...from }).mail).toEqual({
      smtpUrl: server.SMTP_URL,
      from: "union@example.org",
    });
    expect(readConfig({}).mail).toBeNull();
  });

  it("a secret key that could be guessed is refused, without being said again", () => {
    const [fault = "", ...others] = faultsOf({ SECRET_KEY: "thirty-one signs are not enough" });
    expect(others).toEqual([]);
    expect(fault).toMatch(/^SECRET_KEY must be at least 32/);
    expect(fault).not.toContain("thirty-one");
    expect(readConfig(secret).secretKey).toBe(secret.SECRET_KEY);
    expect(readConfig({}).secretKey).toBeNull();
  });

  it("the bot's name is its user name, without the @", () => {
    for (const name of ["@union_bot", "bot", "a bot", "https://t.me/union_bot"])
      expect(faultsOf({ ...telegram, TELEGRAM_BOT_NAME: name })).toEqual([
        expect.stringMatching(/^TELEGRAM_BOT_NAME must be/),
      ]);
    expect(readConfig({ ...telegram, TELEGRAM_BOT_NAME: "union_bot" }).telegram?.botName).toBe("union_bot");
    expect(readConfig(telegram).telegram?.botName).toBeNull();
  });

  it("Telegram calls us where it can reach us and prove itself; else it is asked", () => {
    expect(readConfig({ ...telegram, ...reachable, TELEGRAM_WEBHOOK_SECRET: "s" }).telegram?.delivery).toBe(
      "webhook",
    );
    expect(readConfig({ ...telegram, ...reachable }).telegram?.delivery).toBe("polling");
    expect(readConfig({ ...telegram, TELEGRAM_WEBHOOK_SECRET: "s" }).telegram?.delivery).toBe("polling");
  });

  it("while a token is changed, webhooks signed with either are taken", () => {
    const config = readConfig({ ...twilio, ...reachable, TWILIO_AUTH_TOKEN_SECONDARY: "the new one" });
    expect(config.twilio?.tokens).toEqual(["a token", "the new one"]);
    expect(config.publicUrl).toBe("https://messages.example.org");
  });
});
