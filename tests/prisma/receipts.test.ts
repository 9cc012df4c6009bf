import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store } from "../../prisma/store.ts";
import { type TestDatabase, testDatabase } from "./open-test-store.ts";

let database: TestDatabase;
let store: Store;

beforeEach(async () => {
  database = await testDatabase();
  store = await database.open();
});
afterEach(() => database.remove());

const leaseUntil = 10_000;

/** A text in two parts that a sender has taken: the first part has been handed over. */
async function takenInTwoParts(): Promise<void> {
  const { statements, write } = store;
  const account = "twilio-sms:+15550001111";
  await write.once(async (tx) => {
    await statements.addAddresses(tx, [
      {
        id: "a1",
        channel: "sms",
        identifier: "+12015550100",
        country: "US",
        account,
        language: "en",
        firstSeenAt: 0,
      },
    ]);
    const part = { payload: { kind: "text", text: "Hello" }, segments: 1 } as const;
    await statements.writeOutbox(tx, [
      {
        id: "m1",
        addressId: "a1",
        account,
        key: "in:1",
        class: "reply",
        topic: "talk",
        language: "en",
        requestId: "r1",
        queuedAt: 0,
        notBefore: 0,
        expiresAt: 100_000,
        parts: [part, part],
      },
    ]);
    await statements.claim(tx, [{ id: "m1", leaseToken: "t1", leaseUntil }], 1);
  });
}

it("a text whose sender dies between two parts is taken up again, though the first part has been reported", async () => {
  await takenInTwoParts();
  const { statements, write } = store;
  const aged = await write.once(async (tx) => {
    await statements.changeStatuses(tx, [
      {
        messageId: "m1",
        part: 1,
        partStatus: "delivered",
        providerId: "SM1",
        code: null,
        messageStatus: "sending",
        reason: null,
      },
    ]);
    return statements.ageMessages(tx, leaseUntil + 1, leaseUntil + 2);
  });
  expect(aged).toEqual({ expired: 0, unknown: 1 });
});
