import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, runService } from "../../service/run-service.ts";
import { type Posted, witness } from "./witness.ts";

const oneMegabyte = "x".repeat(1_000_000);
let service: RunningService;
beforeAll(async () => {
  service = await runService();
});
afterAll(() => service?.stop());

const { unchanged } = witness(() => service);
const formType = { "content-type": "application/x-www-form-urlencoded" };

describe("what /sim/messages refuses changes nothing", () => {
  const json = { "content-type": "application/json" };
  const message = (changes: object = {}): string =>
    JSON.stringify({ channel: "sms", from: "+905550100650", text: "hi", ...changes });
  it.each<readonly [string, number, Posted]>([
    ["half a JSON", 400, { headers: json, body: message().slice(0, -3) }],
    ["an empty body", 400, { headers: json, body: "" }],
    ["nothing in particular", 400, { headers: json, body: "null" }],
    ["a channel that is none", 400, { headers: json, body: message({ channel: "pigeon" }) }],
    ["a number that is none", 400, { headers: json, body: message({ from: "call me" }) }],
    ["neither text nor choice", 400, { headers: json, body: message({ text: undefined }) }],
    ["text and choice at once", 400, { headers: json, body: message({ choice: "join/consent/yes" }) }],
    ["a text that is a list", 400, { headers: json, body: message({ text: ["hi"] }) }],
    ["a text longer than any SMS", 400, { headers: json, body: message({ text: "x".repeat(10_000) }) }],
    ["a form", 415, { headers: formType, body: "channel=sms" }],
    ["plain text", 415, { headers: { "content-type": "text/plain" }, body: message() }],
    ["a body of 1 MB", 413, { headers: json, body: message({ note: oneMegabyte }) }],
  ])("%s: %i", async (_what, status, posted) => {
    const answer = await unchanged("/sim/messages", posted);
    expect(answer.status).toBe(status);
  });

  it.each(["/", "?channel=sms", "?channel=pigeon&address=1", `?channel=sms&address=${"1".repeat(300)}`])(
    "a question like %s: 400 or 404",
    async (query) => {
      const answer = await unchanged(`/sim/messages${query}`, { method: "GET" });
      expect([400, 404]).toContain(answer.status);
    },
  );
});
