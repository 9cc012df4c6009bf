import { describe, expect, it } from "vitest";
import { encoded, type Form, signatureOf } from "../../service/signed-post.ts";
import { formType, twilioScene } from "./twilio-scene.ts";
import type { Posted } from "./witness.ts";

const number = "+905550100601";
const oneMegabyte = "x".repeat(1_000_000);
const { twilio, service, unchanged, inbound, receipt } = twilioScene(number);

const twilioRoutes = [
  ["/webhooks/twilio/sms", inbound],
  ["/webhooks/twilio/whatsapp", inbound],
  ["/webhooks/twilio/status?m=somebody", receipt],
] as const;

describe.each(twilioRoutes)("what %s refuses changes nothing", (path, form) => {
  const signed = (body: Form = form()): Record<string, string> => ({
    ...formType,
    "x-twilio-signature": signatureOf(`${service().url}${path}`, body, twilio().authToken),
  });
  type Row = readonly [what: string, status: number, posted: () => Posted];
  const rows: readonly Row[] = [
    ["a request without a signature", 401, () => ({ headers: formType, body: encoded(form()) })],
    [
      "an empty signature",
      403,
      () => ({ headers: { ...formType, "x-twilio-signature": "" }, body: encoded(form()) }),
    ],
    [
      "a signature that is none",
      403,
      () => ({ headers: { ...formType, "x-twilio-signature": "please" }, body: encoded(form()) }),
    ],
    [
      "a signature by another account's token",
      403,
      () => ({
        headers: {
          ...formType,
          "x-twilio-signature": signatureOf(`${service().url}${path}`, form(), "another token"),
        },
        body: encoded(form()),
      }),
    ],
    [
      "a changed text",
      403,
      () => ({ headers: signed(), body: encoded({ ...form(), Body: "9", MessageStatus: "read" }) }),
    ],
    ["an added field", 403, () => ({ headers: signed(), body: encoded({ ...form(), Extra: "x" }) })],
    [
      "a signature for another address",
      403,
      () => ({
        headers: {
          ...formType,
          "x-twilio-signature": signatureOf("https://evil.example/", form(), twilio().authToken),
        },
        body: encoded(form()),
      }),
    ],
    ["a body of 1 MB", 413, () => ({ headers: signed(), body: `Body=${oneMegabyte}` })],
    [
      "JSON",
      415,
      () => ({
        headers: { ...signed(), "content-type": "application/json" },
        body: JSON.stringify(form()),
      }),
    ],
    [
      "plain text",
      415,
      () => ({ headers: { ...signed(), "content-type": "text/plain" }, body: encoded(form()) }),
    ],
    [
      "a form of files",
      415,
      () => ({ headers: { ...signed(), "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }),
    ],
    ["a signed request that is empty", 400, () => ({ headers: signed({}), body: "" })],
    [
      "a signed request without a MessageSid",
      400,
      () => {
        const { MessageSid: _, ...rest } = form();
        return { headers: signed(rest), body: encoded(rest) };
      },
    ],
    [
      "a signed request about another account",
      403,
      () => {
        const others = { ...form(), AccountSid: "AC11111111111111111111111111111111" };
        return { headers: signed(others), body: encoded(others) };
      },
    ],
    ["a question instead of a message", 404, () => ({ headers: signed(), method: "GET" })],
  ];

  it.each(rows)("%s: %i", async (_what, status, posted) => {
    const answer = await unchanged(path, posted());
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/^[A-Z].*|^an? /) });
    expect(answer.body).not.toContain(number);
  });
});
