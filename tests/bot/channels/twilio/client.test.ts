import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { rewriteHost, twilioClient } from "../../../../bot/channels/twilio/client.ts";
import { json, localServer } from "../faulty-server.ts";

const run = promisify(execFile);
const channels = new URL("../../../../bot/channels/", import.meta.url);

describe("the official Twilio client", () => {
  it("is not loaded by a process that only receives", async () => {
    const program = `
      const { createRequire } = await import("node:module");
      await import(${JSON.stringify(new URL("twilio/verify-signature.ts", channels).href)});
      const { twilioClient } = await import(${JSON.stringify(new URL("twilio/client.ts", channels).href)});
      const { twilioSms } = await import(${JSON.stringify(new URL("twilio/sms.ts", channels).href)});
      const client = twilioClient({ accountSid: "AC1", authToken: "x", apiBase: null });
      twilioSms({ client, from: "+15550100000", publicUrl: null, messagesPerSecond: 1 });
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes("/twilio/"));
      const before = loaded().length;
      await client();
      console.log(JSON.stringify([before, loaded().length > 20]));
    `;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program]);
    expect(JSON.parse(stdout)).toEqual([1, true]);
  });

  it("is loaded once, however often it is asked for", async () => {
    const client = twilioClient({ accountSid: "AC1", authToken: "x", apiBase: null });
    expect(await client()).toBe(await client());
  });

  it.each([
    [
      "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json",
      "/2010-04-01/Accounts/AC1/Messages.json",
    ],
    ["https://content.twilio.com/v1/Content?PageSize=5", "/v1/Content?PageSize=5"],
  ])("turns %s to another host and keeps the path", (uri, path) => {
    expect(rewriteHost(uri, "http://127.0.0.1:4013/")).toBe(`http://127.0.0.1:4013${path}`);
  });

  it("keeps its connections open and opens as many as there are messages in flight", async () => {
    const ports = new Set<number | undefined>();
    let inFlight = 0;
    let most = 0;
    await using server = await localServer((_, response, raw) => {
      ports.add(raw.socket.remotePort);
      inFlight += 1;
      most = Math.max(most, inFlight);
      setTimeout(() => {
        inFlight -= 1;
        json(response, 201, { sid: "SM1" });
      }, 100);
    });
    const client = await twilioClient({ accountSid: "AC1", authToken: "x", apiBase: server.url })();
    const send = () => client.messages.create({ to: "+15550100001", from: "+15550100000", body: "x" });
    await Promise.all(Array.from({ length: 40 }, send));
    await Promise.all(Array.from({ length: 40 }, send));
    expect(most).toBe(40);
    expect(ports.size).toBe(40);
  });
});
