import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinByDigits, joinScripts, onButtons } from "../service/joining.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { simulate, simulatedPhone } from "../service/simulator-counterpart.ts";
import { until } from "../service/until.ts";

let service: RunningService;
beforeAll(async () => {
  service = await runService();
});
afterAll(() => service?.stop());

const script = joinScripts.en;
const holdersOf = (identifier: string) =>
  service.database.rows(
    `SELECT a."channel", h."personId", h."until", p."number" FROM "AddressHolder" h JOIN "Address" a ON a."id" = h."addressId"
     JOIN "Person" p ON p."id" = h."personId" WHERE a."identifier" = ? ORDER BY h."since"`,
    identifier,
  );

describe("a message to an address that is already someone's", () => {
  it("from the same number on another channel is another address, and shows nothing of the member", async () => {
    const number = "+905550100801";
    const memberNumber = await joinByDigits(simulatedPhone(service.url, "sms", number), script);
    const whatsapp = simulatedPhone(service.url, "whatsapp", number);
    await whatsapp.texts("me");
    const answer = await whatsapp.shows(/Which language/);
    expect(answer).not.toContain(script.name);
    expect(answer).not.toContain(memberNumber);
    await whatsapp.texts("menu");
    await whatsapp.shows(/Which language/);
    expect(holdersOf(number).map(({ channel }) => channel)).toEqual(["sms"]);
  });

  it("and who joins there too is a member of her own, with a number of her own", async () => {
    const number = "+905550100802";
    const first = await joinByDigits(simulatedPhone(service.url, "sms", number), script);
    const second = await joinByDigits(simulatedPhone(service.url, "whatsapp", number), onButtons(script));
    expect(second).not.toBe(first);
    const people = service.database.rows(
      `SELECT "number" FROM "Person" WHERE "number" IN (?, ?)`,
      first,
      second,
    );
    expect(people).toHaveLength(2);
  });

  it("a member who greets again is shown the menu, and is not attached a second time", async () => {
    const number = "+905550100803";
    const phone = simulatedPhone(service.url, "sms", number);
    await joinByDigits(phone, script);
    for (const hello of ["hi", "hello again", "menu"]) {
      await phone.texts(hello);
      await phone.shows(/\d My details/);
    }
    expect(holdersOf(number)).toHaveLength(1);
  });

  it("consent said twice at once attaches one person", async () => {
    const number = "+905550100804";
    const phone = simulatedPhone(service.url, "sms", number);
    await phone.texts("hi");
    await phone.shows(/Which language/);
    await phone.texts("1");
    await phone.shows(/Do you agree/);
    const yes = (id: string) => simulate(service.url, { channel: "sms", from: number, text: "1", id });
    expect(await Promise.all([yes("yes-1"), yes("yes-2"), yes("yes-1")])).toEqual([202, 202, 202]);
    await phone.shows(/How old/);
    // The second yes is an answer to the next question; for a consequential one it is taken as said.
    await until("both handled", () => {
      const waiting = service.database.rows(`SELECT 1 FROM "InboundMessage" WHERE "state" <> 'done'`);
      return waiting.length === 0;
    });
    const inbox = service.database.rows(`SELECT 1 FROM "InboundMessage" WHERE "providerId" LIKE 'yes-%'`);
    expect(inbox).toHaveLength(2);
    expect(holdersOf(number)).toHaveLength(1);
  });

  it("who had everything erased, or has the number after her, is a stranger to us and sees nothing of before", async () => {
    const number = "+905550100805";
    const phone = simulatedPhone(service.url, "sms", number);
    const before = await joinByDigits(phone, {
      ...script,
      name: "Zulfiqar",
      asks: { ...script.asks, done: /Zulfiqar/ },
    });
    await phone.texts("delete");
    await phone.shows(/Are you sure/);
    await phone.texts("1");
    await phone.shows(/erased/);
    await phone.texts("me");
    expect(await phone.shows(/Which language/)).not.toContain("Zulfiqar");
    expect(service.database.rows(`SELECT 1 FROM "Person" WHERE "name" = 'Zulfiqar'`)).toEqual([]);
    const kept = service.database.everything().filter((row) => row.includes("Zulfiqar"));
    expect(kept).toEqual([]);
    expect(holdersOf(number)).toEqual([]);
    expect(before).toMatch(/^MU-/);
  });
});
