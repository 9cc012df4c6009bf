import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, secondMs } from "../../../domain/moment.ts";
import type { Store } from "../../../prisma/store.ts";
import { forgetAddresses } from "../../../union/members/forget-addresses.ts";
import { applyRetention } from "../../../union/retention/apply-retention.ts";
import { retentionOf } from "../../../union/retention/retention-rules.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";
import { keptRows } from "./kept-rows.ts";

const now = new Date("2026-11-24T12:00:00Z");
/** A moment so many days ago, and a second more: old enough for a rule of so many days. */
const overDays = (days: number): Date => new Date(now.getTime() - days * dayMs - secondMs);
const underDays = (days: number): Date => new Date(now.getTime() - days * dayMs + secondMs);

let database: TestDatabase;
let store: Store;
let kept: ReturnType<typeof keptRows>;
beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
  kept = keptRows(store);
});
afterEach(() => database.remove());

const inbound = async () =>
  Object.fromEntries((await store.read.inboundMessage.findMany()).map((row) => [row.providerId, row]));
const payloads = async () =>
  Object.fromEntries((await store.read.messagePart.findMany()).map((row) => [row.messageId, row.payload]));
const people = async () => (await store.read.person.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
/** Applies retention and then forgets what it marked, as the sweep does. */
const aRound = async () => {
  const ended = await applyRetention(store, now);
  await store.write.once((tx) => forgetAddresses(tx, now));
  return ended;
};
const addresses = async () =>
  (await store.read.address.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);

describe("how long things are kept", () => {
  it("is decided for every table there is, and for none that is not", () => {
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    const tables = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name);
    expect(tables.length).toBeGreaterThan(10);
    expect(Object.keys(retentionOf).sort()).toEqual(tables.sort());
  });

  it("a provider's unread fields are emptied after seven days, and the words stay", async () => {
    await kept.address("100", now);
    await kept.inbound("100", "old", overDays(7));
    await kept.inbound("100", "young", underDays(7));
    expect(await aRound()).toMatchObject({ unreadFields: 1 });
    expect(await inbound()).toMatchObject({
      old: { unread: "{}", text: "my words", choice: "a/b/c" },
      young: { unread: '{"Media":"1"}', text: "my words" },
    });
  });

  it("what people wrote and tapped is emptied after ninety days", async () => {
    await kept.address("100", now);
    await kept.inbound("100", "old", overDays(90));
    await kept.inbound("100", "young", underDays(90));
    await aRound();
    expect(await inbound()).toMatchObject({
      old: { text: "", choice: null, unread: "{}", state: "done" },
      young: { text: "my words", choice: "a/b/c" },
    });
  });

  it("what we wrote is emptied after ninety days, and its row stays", async () => {
    await kept.address("100", now);
    await kept.outbound("100", "m1", overDays(90));
    await kept.outbound("100", "m2", underDays(90));
    expect(await aRound()).toMatchObject({ outboundTexts: 1 });
    expect(await payloads()).toEqual({
      m1: '{"kind":"text","text":""}',
      m2: '{"kind":"text","text":"our words"}',
    });
  });

  it("what waits for its turn keeps its words, however old", async () => {
    await kept.address("100", now);
    await kept.inbound("100", "waiting", overDays(100), "new");
    await kept.outbound("100", "m1", overDays(100), "queued");
    await aRound();
    expect(await inbound()).toMatchObject({ waiting: { text: "my words", unread: '{"Media":"1"}' } });
    expect(await payloads()).toEqual({ m1: '{"kind":"text","text":"our words"}' });
  });

  it("whoever never decided is forgotten after thirty silent days, with every message", async () => {
    await kept.address("100", overDays(30));
    await kept.inbound("100", "hello", overDays(30));
    await kept.outbound("100", "m1", overDays(30));
    await kept.address("200", underDays(30));
    await kept.address("300", overDays(300));
    await kept.person("member", overDays(300), "from18", "300");
    expect(await aRound()).toMatchObject({ undecided: 1 });
    expect(await addresses()).toEqual(["200", "300"]);
    expect(await inbound()).toEqual({});
    expect(await payloads()).toEqual({});
  });

  it("a stranger who wrote again meanwhile is not forgotten before her message was handled", async () => {
    await kept.address("100", overDays(30));
    await kept.inbound("100", "again", now, "new");
    await aRound();
    expect(await addresses()).toEqual(["100"]);
    expect(await inbound()).toMatchObject({ again: { text: "my words" } });
  });

  it("a young person is erased after thirty silent days, and her address forgotten", async () => {
    await kept.address("100", overDays(30));
    await kept.person("child", overDays(40), "under18", "100");
    await kept.address("200", underDays(30));
    await kept.person("writes", overDays(40), "under18", "200");
    await kept.address("300", overDays(40));
    await kept.person("adult", overDays(40), "from18", "300");
    expect(await aRound()).toMatchObject({ young: 1 });
    expect(await people()).toEqual(["adult", "writes"]);
    expect(await addresses()).toEqual(["200", "300"]);
  });

  it("a young person who writes from one of her two addresses is not silent", async () => {
    await kept.address("100", overDays(60));
    await kept.address("200", now);
    await kept.person("child", overDays(60), "under18", "100", "200");
    await aRound();
    expect(await people()).toEqual(["child"]);
  });

  it("the phone of a silent young person stays known where somebody else uses it", async () => {
    await kept.address("100", overDays(30));
    await kept.inbound("100", "hers", overDays(30));
    await kept.person("child", overDays(40), "under18", "100");
    await kept.person("mother", overDays(50), "from30", "100");
    await aRound();
    expect(await people()).toEqual(["mother"]);
    expect(await addresses()).toEqual(["100"]);
    expect(await inbound()).toMatchObject({ hers: { text: "my words" } });
  });

  it("more than fits into one transaction is done in several", async () => {
    await kept.address("100", now);
    for (let at = 0; at < 7; at += 1) await kept.inbound("100", `in-${at}`, overDays(90));
    expect(await applyRetention(store, now, 3)).toMatchObject({ unreadFields: 7, inboundTexts: 7 });
    expect(Object.values(await inbound()).map(({ text }) => text)).toEqual(Array(7).fill(""));
  });
});
