import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forget, newDataDir, type RunningService, runService } from "../../service/run-service.ts";
import { until } from "../../service/until.ts";

let dataDir: string;
let service: RunningService;
let line: Socket;
let heard = "";
beforeEach(async () => {
  dataDir = await newDataDir();
  service = await runService({ DATA_DIR: dataDir });
  heard = "";
  line = connect({ host: "127.0.0.1", port: Number(new URL(service.url).port) });
  line.on("data", (chunk) => {
    heard += String(chunk);
  });
  line.on("error", () => undefined);
  await new Promise((resolve) => line.once("connect", resolve));
});
afterEach(async () => {
  line.destroy();
  await forget(dataDir);
});

const body = JSON.stringify({ channel: "sms", from: "+905550101101", text: "hi" });
const head = [
  "POST /sim/messages HTTP/1.1",
  "Host: localhost",
  "Connection: keep-alive",
  "Content-Type: application/json",
  `Content-Length: ${body.length}`,
  "",
  "",
].join("\r\n");

async function secondsToStop(): Promise<number> {
  const before = performance.now();
  await service.stop();
  return (performance.now() - before) / 1_000;
}

test("a message that is half-way in when the service stops is still taken, and nobody waits for the line after it", async () => {
  line.write(head + body.slice(0, 10));
  await wait(200);
  const stopping = secondsToStop();
  await wait(100);
  line.write(body.slice(10));
  await until("an answer", () => heard.includes("HTTP/1.1 202"));
  expect(await stopping).toBeLessThan(3);
  expect(service.database.rows(`SELECT "text" FROM "InboundMessage"`)).toEqual([{ text: "hi" }]);
});

test("a line that somebody keeps open after an answer does not hold up the end", async () => {
  line.write(head + body);
  await until("an answer", () => heard.includes("HTTP/1.1 202"));
  expect(await secondsToStop()).toBeLessThan(3);
});

test("a line on which nobody ever says anything does not hold up the end for long", async () => {
  await wait(200);
  expect(await secondsToStop()).toBeLessThan(8);
});
