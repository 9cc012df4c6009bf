import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noCounts } from "../../../bot/counts.ts";
import { systemClock } from "../../../domain/clock.ts";
import { dayMs } from "../../../domain/moment.ts";
import { migrateDatabase } from "../../../prisma/migrate-database.ts";
import { openStore } from "../../../prisma/store.ts";
import { retention } from "../../../server/workers/retention.ts";
import { forget, newDataDir, runService } from "../../service/run-service.ts";
import { keptRows } from "../../union/retention/kept-rows.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await newDataDir();
  const databaseUrl = `file:${join(dataDir, "migrant-union.db")}`;
  await migrateDatabase({ databaseUrl, clock: systemClock, newId: randomUUID });
  const store = await openStore(databaseUrl);
  const kept = keptRows(store);
  await kept.address("100", new Date(Date.now() - 31 * dayMs));
  await kept.address("200", new Date());
  await kept.inbound("200", "old", new Date(Date.now() - 91 * dayMs));
  await store.close();
});
afterEach(() => forget(dataDir));

describe("a clock that was set forward by a year", () => {
  it("ends nothing until it has gone steadily for a day", async () => {
    const store = await openStore(`file:${join(dataDir, "migrant-union.db")}`);
    try {
      let steady = 0;
      let ahead = 0;
      const clock = { monotonicMs: () => steady, now: () => new Date(steady + ahead) };
      const round = retention({ store, clock, counts: noCounts, log: pino({ level: "silent" }) });
      const texts = async () => (await store.read.inboundMessage.findMany()).map(({ text }) => text);
      await round();
      ahead = Date.now() + 365 * dayMs;
      await round();
      steady += dayMs - 1;
      await round();
      expect(await texts()).toEqual(["my words"]);
      steady += 1;
      await round();
      expect(await texts()).toEqual([""]);
    } finally {
      await store.close();
    }
  });
});

describe("a service that starts on an old database", () => {
  it("ends what was kept too long, and says on /metrics of what kind and how much", async () => {
    const service = await runService({ DATA_DIR: dataDir });
    try {
      const texts = () => service.database.rows(`SELECT "text", "unread" FROM "InboundMessage"`);
      const addresses = () => service.database.rows(`SELECT "id" FROM "Address"`);
      await expect.poll(texts, { timeout: 10_000 }).toEqual([{ text: "", unread: "{}" }]);
      await expect.poll(addresses, { timeout: 10_000 }).toEqual([{ id: "200" }]);
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      for (const what of ["unreadFields", "inboundTexts", "undecided", "forgotten"])
        expect(metrics).toContain(`union_swept_total{what="${what}"} 1`);
    } finally {
      await service.stop();
    }
  });

  it("leaves it alone where it only takes messages in", async () => {
    const service = await runService({ DATA_DIR: dataDir, ROLE: "web" });
    try {
      await fetch(`${service.url}/readyz`);
      expect(service.database.rows(`SELECT "text" FROM "InboundMessage"`)).toEqual([{ text: "my words" }]);
    } finally {
      await service.stop();
    }
  });
});
