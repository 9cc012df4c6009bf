import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { joinByDigits, joinScripts, onButtons } from "../service/joining.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { simulate, simulatedPhone } from "../service/simulator-counterpart.ts";
import { until } from "../service/until.ts";

let service: RunningService;
beforeAll(async () => {
  service = await runService();
});
afterAll(() => service?.stop());

const get = (path: string) => fetch(`${service.url}${path}`, { redirect: "manual" });
const shown = z.object({
  cursor: z.string(),
  messages: z.array(
    z.object({
      id: z.string(),
      direction: z.enum(["in", "out"]),
      at: z.string(),
      text: z.string(),
      language: z.string().nullable(),
      payload: z.looseObject({ kind: z.string() }).nullable(),
      status: z.string(),
      segments: z.object({ encoding: z.string(), units: z.number(), segments: z.number() }).nullable(),
    }),
  ),
});
const messages = async (channel: string, address: string, after = "") => {
  const response = await get(`/sim/messages?${new URLSearchParams({ channel, address, after })}`);
  expect(response.status).toBe(200);
  return shown.parse(await response.json());
};

describe("the handsets, in MODE=sim", () => {
  it.each([
    ["sms", "+905550100901", "en"],
    ["whatsapp", "+905550100902", "ar"],
    ["telegram", "905550100903", "fr"],
  ] as const)("a person joins by %s", async (channel, address, language) => {
    const phone = simulatedPhone(service.url, channel, address);
    const script = channel === "sms" ? joinScripts[language] : onButtons(joinScripts[language]);
    expect(await joinByDigits(phone, script)).toMatch(/^MU-\d{4}-[A-Z]$/);
    await phone.staysQuiet(150);
  });

  it("show what was written and what came back, with its price in parts, and then only what is new", async () => {
    const address = "+905550100904";
    await simulate(service.url, { channel: "sms", from: address, text: "hi" });
    await until("an answer", async () => (await messages("sms", address)).messages.length === 2);
    const before = await messages("sms", address);
    expect(before.messages).toMatchObject([
      { direction: "in", text: "hi", status: "done", payload: null },
      {
        direction: "out",
        language: "en",
        status: "sent",
        payload: { kind: "text" },
        segments: { encoding: "gsm7", segments: 1 },
      },
    ]);
    expect((await messages("sms", address, before.cursor)).messages).toEqual([]);
    await simulate(service.url, { channel: "sms", from: address, text: "1" });
    await until(
      "a second answer",
      async () => (await messages("sms", address, before.cursor)).messages.length === 2,
    );
    const after = await messages("sms", address, before.cursor);
    expect(after.messages.map(({ direction }) => direction)).toEqual(["in", "out"]);
    expect((await messages("sms", "+905550100999")).messages).toEqual([]);
  });

  it("the same id twice is one message", async () => {
    const message = { channel: "sms", from: "+905550100905", text: "hi", id: "once" };
    expect([await simulate(service.url, message), await simulate(service.url, message)]).toEqual([202, 202]);
    const phone = simulatedPhone(service.url, "sms", "+905550100905");
    await phone.shows(/Which language/);
    await phone.staysQuiet();
  });
});

describe("what the service says about itself", () => {
  it("/ is the page to begin on, which leads to the handsets", async () => {
    const response = await get("/");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('href="/sim"');
  });

  it("/healthz and /readyz: alive, and ready to take messages", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ status: "alive" });
    const ready = await get("/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: "ready", database: "ready", queue: "ready", mode: "sim" });
  });

  it("/version: what this build is", async () => {
    expect(await (await get("/version")).json()).toEqual({
      name: "migrant-union",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      node: process.version,
    });
  });

  it("/metrics: counts, with nothing of a person in them", async () => {
    const response = await get("/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=/);
    expect(text).toMatch(/union_inbound_total\{account="sim-sms",outcome="recorded"\} [1-9]/);
    expect(text).toMatch(/union_inbound_total\{account="sim-sms",outcome="duplicate"\} 1/);
    expect(text).toMatch(/union_handled_total\{outcome="done"\} [1-9]/);
    expect(text).toMatch(/union_sends_total\{account="sim-sms",outcome="accepted"\} [1-9]/);
    expect(text).not.toMatch(/90555|Amal|أمل|Zoé/);
  });

  it("an address where there is nothing: 404, in JSON", async () => {
    const response = await get("/etc/passwd");
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: "There is nothing at this address." },
    ]);
  });
});

describe("in any other mode", () => {
  it.each([
    ["team", { MODE: "team", TEAM_ADDRESSES: "+905550100906" }],
    ["live", { MODE: "live", TELEGRAM_WEBHOOK_SECRET: "s3cret", SECRET_KEY: "s".repeat(32) }],
  ])("%s: there are no handsets", async (mode, settings) => {
    const other = await runService({
      ...settings,
      TELEGRAM_BOT_TOKEN: "123456:AAtest-token-that-is-secret",
      // Nobody listens there: in these modes the service really calls out.
      TELEGRAM_API_ROOT: "http://127.0.0.1:9",
    });
    try {
      for (const path of [
        "/",
        "/sim",
        "/sim/messages?channel=sms&address=%2B905550100906",
        "/sim/assets/server/sim/browser/page.css",
      ]) {
        expect((await fetch(`${other.url}${path}`)).status, path).toBe(404);
      }
      expect(await simulate(other.url, { channel: "sms", from: "+905550100906", text: "hi" })).toBe(404);
      expect(other.database.counts().InboundMessage).toBe(0);
      expect(await (await fetch(`${other.url}/readyz`)).json()).toMatchObject({ mode });
    } finally {
      await other.stop();
    }
  });
});
