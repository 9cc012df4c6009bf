import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../prisma/store.ts";
import { demoMembers } from "../../../server/demo/demo-members.ts";
import { forget, newDataDir, type RunningService, runService } from "../../service/run-service.ts";

/** Numbers and chats that are nobody's: kept for stories, too short for their country, or longer than any chat id. */
const nobodys = /^(?:\+90555000\d{4}|\+9610\d{6}|\+2560000\d{5}|\+2430\d{6}|5{4}0{9}\d{3})$/;

describe("the invented people of a first start", () => {
  let dataDir: string;
  let service: RunningService;
  let store: Store;

  const everybody = () =>
    store.read.person.findMany({ include: { addresses: { include: { address: true } } } });

  beforeAll(async () => {
    dataDir = await newDataDir();
    // What somebody left who was interrupted half-way.
    await mkdir(join(dataDir, "demo"));
    await writeFile(join(dataDir, "demo", "demo.db"), "half a demonstration");
    service = await runService({ MODE: "sim", DEMO: "on", DATA_DIR: dataDir });
    store = await openStore(`file:${join(dataDir, "migrant-union.db")}`);
  }, 120_000);
  afterAll(async () => {
    await store?.close();
    await service?.stop();
    await forget(dataDir);
  });

  it("sixty members are there, in three languages and on three channels, each with her consents", async () => {
    const people = await everybody();
    expect(people.length).toBe(demoMembers.length);
    expect(people.every(({ number, joinedAt }) => number !== null && joinedAt !== null)).toBe(true);
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(["ar", "en", "fr"]));
    expect(new Set(people.map(({ addresses }) => addresses[0]?.address.channel))).toEqual(
      new Set(["sms", "whatsapp", "telegram"]),
    );
    const consents = await store.read.consentEntry.groupBy({
      by: ["personId"],
      where: { topic: "profile", decision: "given" },
    });
    expect(consents.length).toBe(people.length);
    const hopeful = people.filter(({ jobAlerts }) => jobAlerts).map(({ id }) => id);
    const allowed = await store.read.consentEntry.findMany({ where: { topic: "jobs", decision: "given" } });
    expect(new Set(allowed.map(({ personId }) => personId))).toEqual(new Set(hopeful));
  });

  it("nobody's number or letter-box could be a real one", async () => {
    const addresses = await store.read.address.findMany({ select: { identifier: true } });
    expect(addresses.filter(({ identifier }) => !nobodys.test(identifier))).toEqual([]);
    const employers = await store.read.employer.findMany({ select: { email: true } });
    expect(employers.filter(({ email }) => !/@[a-z]+\.example\.org$/.test(email ?? ""))).toEqual([]);
  });

  it("six employers, fourteen openings, papers, cases and a notice stand as they should", async () => {
    const counted = async (rows: Promise<readonly { readonly state: string }[]>) =>
      Object.groupBy(await rows, ({ state }) => state);
    const states = { select: { state: true } } as const;
    const employers = await counted(store.read.employer.findMany(states));
    expect([employers.verified?.length, employers.waiting?.length, employers.refused?.length]).toEqual([
      4, 1, 1,
    ]);
    const openings = await store.read.opening.findMany({ select: { state: true, employer: true } });
    expect(openings.length).toBe(14);
    expect(openings.map(({ state }) => state)).toEqual(
      expect.arrayContaining(["open", "held", "filled", "expired"]),
    );
    const requests = await counted(store.read.credentialRequest.findMany(states));
    expect(requests.issued?.length).toBe(3);
    expect(requests.attested?.length).toBeGreaterThan(0);
    expect(await store.read.case.count({ where: { closedAt: null } })).toBe(4);
    expect((await store.read.notice.findMany(states)).map(({ state }) => state)).toEqual(["done"]);
    expect((await store.read.staff.findMany()).map(({ role }) => role).toSorted()).toEqual([
      "administrator",
      "approver",
      "caseworker",
    ]);
  });

  it("members were told of work, some said yes, and an employer has letters about them", async () => {
    expect(await store.read.alert.count({ where: { state: "interested" } })).toBeGreaterThan(5);
    expect(
      await store.read.alert.count({ where: { opening: { employer: { state: { not: "verified" } } } } }),
    ).toBe(0);
    expect(await store.read.digestCard.count()).toBeGreaterThan(0);
    expect(await store.read.letter.count()).toBeGreaterThan(0);
  });

  it("all of it lies in the past, and every message came to an end", async () => {
    const now = new Date();
    expect(
      await store.read.inboundMessage.count({
        where: { OR: [{ receivedAt: { gt: now } }, { state: { not: "done" } }] },
      }),
    ).toBe(0);
    expect(
      await store.read.outboundMessage.count({
        where: {
          status: { notIn: ["sent", "held"] },
          queuedAt: { lt: new Date(now.getTime() - 86_400_000) },
        },
      }),
    ).toBe(0);
  });

  it("the next start adds nobody, and nothing is left of the making", async () => {
    const before = (await everybody()).map(({ id }) => id);
    await service.stop();
    service = await runService({ MODE: "sim", DEMO: "on", DATA_DIR: dataDir });
    expect((await everybody()).map(({ id }) => id)).toEqual(before);
    expect(existsSync(join(dataDir, "demo"))).toBe(false);
  });
});
