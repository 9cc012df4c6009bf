import { describe, expect, it } from "vitest";
import { encoded, signatureOf, signedPost } from "../../service/signed-post.ts";
import { formType, twilioScene } from "./twilio-scene.ts";

const number = "+905550100601";
const { twilio, service, unchanged, settled, inbound, receipt } = twilioScene(number);

describe("what is signed but no message to us changes nothing", () => {
  it.each([
    ["a delivery report at the address for messages", "/webhooks/twilio/sms", { MessageStatus: "delivered" }],
    ["a message through a channel we do not speak", "/webhooks/twilio/sms", { From: "messenger:12345" }],
    ["a message from nobody", "/webhooks/twilio/sms", { From: "" }],
    ["a message whose sender is no address", "/webhooks/twilio/sms", { From: "x".repeat(5_000) }],
  ])("%s: 400", async (_what, path, changes) => {
    const form = { ...inbound(), ...changes };
    const url = `${service().url}${path}`;
    const headers = { ...formType, "x-twilio-signature": signatureOf(url, form, twilio().authToken) };
    const answer = await unchanged(path, { headers, body: encoded(form) });
    expect(answer.status).toBe(400);
  });

  it("a report about a message that is not ours is kept as evidence and changes no message: 204", async () => {
    const before = service().database.rows(`SELECT * FROM "OutboundMessage"`);
    const parts = service().database.rows(`SELECT * FROM "MessagePart"`);
    const counts = service().database.counts();
    const url = `${service().url}/webhooks/twilio/status?m=00000000000000000000000000000000`;
    expect(await signedPost(url, receipt(), twilio().authToken)).toEqual({ status: 204, body: "" });
    expect(service().database.counts()).toEqual({ ...counts, Receipt: (counts.Receipt ?? 0) + 1 });
    expect(service().database.rows(`SELECT * FROM "OutboundMessage"`)).toEqual(before);
    expect(service().database.rows(`SELECT * FROM "MessagePart"`)).toEqual(parts);
  });

  it("a replayed message is answered the same, makes no second row and gets no second answer", async () => {
    const url = `${service().url}/webhooks/twilio/sms`;
    const other = "+905550100602";
    const form = { ...inbound(), From: other, MessageSid: "SM0000000000000000000000000000once", Body: "hi" };
    const first = await signedPost(url, form, twilio().authToken);
    expect(first.status).toBe(200);
    const phone = twilio().phone(other);
    await phone.shows(/Which language/);
    await settled();
    const before = service().database.everything();
    for (let times = 0; times < 5; times += 1) {
      expect(await signedPost(url, form, twilio().authToken)).toEqual(first);
    }
    await phone.staysQuiet();
    expect(service().database.everything()).toEqual(before);
  });

  it("a field sent twice counts once, with its first value", async () => {
    const url = `${service().url}/webhooks/twilio/sms`;
    const other = "+905550100603";
    const form = {
      ...inbound(),
      From: [other, number],
      MessageSid: ["SMtwice1", "SMtwice2"],
      Body: ["hi", "2"],
    };
    expect((await signedPost(url, form, twilio().authToken)).status).toBe(200);
    await twilio()
      .phone(other)
      .shows(/Which language/);
    const kept = service().database.rows(
      `SELECT "text" FROM "InboundMessage" WHERE "providerId" = 'SMtwice1'`,
    );
    expect(kept).toEqual([{ text: "hi" }]);
    expect(service().database.rows(`SELECT 1 FROM "InboundMessage" WHERE "providerId" = 'SMtwice2'`)).toEqual(
      [],
    );
  });

  it("fields that we do not know are kept, and the message is answered", async () => {
    const url = `${service().url}/webhooks/twilio/sms`;
    const other = "+905550100604";
    const form = {
      ...inbound(),
      From: other,
      MessageSid: "SMunread",
      Body: "hi",
      FieldOfTomorrow: "a",
      constructor: "b",
    };
    expect((await signedPost(url, form, twilio().authToken)).status).toBe(200);
    await twilio()
      .phone(other)
      .shows(/Which language/);
    await settled();
    const [kept] = service().database.rows(
      `SELECT "unread" FROM "InboundMessage" WHERE "providerId" = 'SMunread'`,
    );
    expect(JSON.parse(String(kept?.unread))).toMatchObject({ FieldOfTomorrow: "a", constructor: "b" });
  });
});
