import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kept } from "./kept.ts";
import { oddForms } from "./odd-forms.ts";
import { openSeededService, type SeededService } from "./seeded-service.ts";

let seeded: SeededService;
let url: string;
/** The cookie of an administrator, and what her forms hold. */
let cookie: string;
let csrf: string;

beforeAll(async () => {
  seeded = await openSeededService();
  const staff = await seeded.as("administrator");
  const { body } = await staff.get("/console/inbox");
  csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? "";
  cookie = [...staff.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  url = await seeded.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => seeded.close());

type Headers = Readonly<Record<string, string>>;
interface Request {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Headers;
  readonly body?: string | Buffer;
}
const send = async ({ path, method = "POST", headers = {}, body }: Request) => {
  const answer = await fetch(`${url}${path}`, {
    ...{ method, headers, redirect: "manual" },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
};
/** What is said of a mistake: a sentence of JSON, or a page. */
const sentenceOf = ({ type, text }: { readonly type: string; readonly text: string }): string =>
  type.startsWith("application/json")
    ? String(JSON.parse(text).error)
    : text
        .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim();

/** Expects a refusal in words, and that nothing of what is kept has changed; the count of guesses may. */
async function isRefused(request: Request, statuses: readonly number[], says?: RegExp): Promise<void> {
  const before = await kept(seeded.runtime.store, ["VerifyTry"]);
  const answer = await send(request);
  expect(statuses, `${answer.status}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
  expect(sentenceOf(answer)).toMatch(says ?? /\w+ \w+.*[.!?]/);
  expect(await kept(seeded.runtime.store, ["VerifyTry"])).toEqual(before);
}

/** Being seen, and what staff read before a form was refused, is noted; nothing else may change. */
async function keptByForms(): Promise<unknown> {
  const { store } = seeded.runtime;
  const done = await store.read.auditEntry.findMany({ where: { NOT: { action: { endsWith: ".read" } } } });
  return [
    await kept(store, ["StaffSession", "AuditEntry"]),
    done.map(({ action, object }) => [action, object]),
  ];
}

const form = (
  fields: Readonly<Record<string, string>>,
  more: Headers = {},
): Pick<Request, "headers" | "body"> => ({
  headers: { "content-type": "application/x-www-form-urlencoded", ...more },
  body: new URLSearchParams(fields).toString(),
});
const staffForm = (fields: Readonly<Record<string, string>>) =>
  form({ ...fields, _csrf: csrf }, { cookie, "sec-fetch-site": "same-origin" });
const good = {
  livelihood: "cook",
  pay: { amount: 22_000, currency: "TRY", period: "month" },
  ...{ place: "Mersin", places: 1, startsOn: "2026-12-01", validUntil: "2026-12-05T12:00:00Z" },
};
const api = (body: unknown, type = "application/json"): Request => ({
  path: "/api/openings",
  headers: { authorization: `Bearer ${seeded.employers[0].key}`, "content-type": type },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const deep = (levels: number): string => `${'{"pay":'.repeat(levels)}1${"}".repeat(levels)}`;
const hard: readonly (readonly [string, string])[] = [
  ["a NUL byte", "\u0000"],
  ["half a character", "\ud83d"],
  ["10,000 letters", "x".repeat(10_000)],
  ["marks that turn the writing direction", "\u202e\u2066"],
  ["what looks like a statement", `'); DROP TABLE "Person";--`],
];

describe("the API, over HTTP", () => {
  it.each<readonly [string, unknown, readonly number[], RegExp]>([
    ["pay of nothing", { ...good, pay: { ...good.pay, amount: 0 } }, [400], /above 0/],
    ["pay in words", { ...good, pay: { ...good.pay, amount: "much" } }, [400], /number/],
    ["a past day", { ...good, startsOn: "2026-11-01" }, [400], /past/],
    ["an end that is past", { ...good, validUntil: "2026-11-01T00:00:00Z" }, [400], /past/],
    ["a field that there is not", { ...good, salary: 1 }, [400], /no field/],
    ["a prototype", `{"__proto__":{"x":1},"livelihood":"cook"}`, [400], /JSON/],
    ["nothing but levels", deep(2_000), [400], /./],
    ["100,000 levels in 60 KB", "[".repeat(60_000), [400], /JSON/],
    ["half a JSON", '{"livelihood":', [400], /JSON/],
    ["null", "null", [400], /./],
    ["70 KB", { ...good, details: "x".repeat(70_000) }, [413], /64 KB/],
    ["a place of 10,000 letters", { ...good, place: "x".repeat(10_000) }, [400], /60 characters/],
    ["a place of half a character", { ...good, place: "\ud83d" }, [400], /town/],
    ["a NUL byte for a place", { ...good, place: "\u0000" }, [400], /town/],
    ["a livelihood of a NUL byte", { ...good, livelihood: "\u0000" }, [400], /no such livelihood/],
    [
      "a currency of JavaScript's own",
      { ...good, pay: { ...good.pay, currency: "constructor" } },
      [400],
      /currency/,
    ],
  ])("%s is refused", async (_what, body, statuses, says) => {
    await isRefused(api(body), statuses, says);
  });

  it("what is no JSON is refused", async () => {
    for (const type of ["text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"])
      await isRefused(api("a=b", type), [415], /JSON/);
  });

  it("the same opening a second time is refused, with its code", async () => {
    const first = await send(api(good));
    expect(first.status).toBe(201);
    await isRefused(api(good), [409], /posted already/);
  });

  it("codes that are none, or another employer's, are refused", async () => {
    const { headers = {} } = api({});
    const codes = [
      seeded.employers[1].openingCode,
      "1234567890123",
      "%00",
      "%ED%A0%BD",
      "..%2f..%2fx",
      "x".repeat(19),
    ];
    for (const code of codes)
      await isRefused(
        { path: `/api/openings/${code}/close`, headers: { authorization: headers.authorization ?? "" } },
        [400, 404],
      );
    await isRefused(
      {
        path: `/api/openings/${"x".repeat(300)}/close`,
        headers: { authorization: headers.authorization ?? "" },
      },
      [400, 404, 414],
    );
  });
});

describe("the page that checks a paper, over HTTP", () => {
  it.each<readonly [string, string, readonly number[]]>([
    ["13 digits", "1234567890123", [400]],
    ["a slip", "123456789012", [400]],
    ["nobody's code", "000000000000", [404]],
    ["a word", "hello", [400]],
    ["a NUL byte", "%00", [400]],
    ["a wrongly encoded letter", "%ED%A0%BD", [400]],
    ["199 letters", "x".repeat(199), [400]],
    ["1,000 letters", "x".repeat(1_000), [400, 404, 414]],
  ])("%s is refused", async (_what, code, statuses) => {
    await isRefused({ path: `/v/${code}`, method: "GET" }, statuses);
  });

  it("a PIN that is none, too long or sent otherwise is refused", async () => {
    const path = `/v/${seeded.codes[1]}`;
    for (const [, text] of hard) await isRefused({ path, ...form({ pin: text }) }, [400, 403]);
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"])
      await isRefused({ path, headers: { "content-type": type }, body: "pin=000000" }, [415]);
    await isRefused({ path: "/v", ...form({ credential: "x".repeat(300_000) }) }, [413]);
  });
});

describe("the page of a digest, over HTTP", () => {
  it("refuses every form that is none of its own", async () => {
    const { pathname: path } = new URL(seeded.employers[0].digest.pageUrl);
    for (const fields of [
      {},
      { card: "A1" },
      { card: "Z99", verdict: "yes" },
      { card: "A1", verdict: "maybe" },
    ])
      await isRefused({ path, ...form({ ...fields }) }, [400], /[Nn]othing was changed/);
    for (const [, text] of hard)
      await isRefused({ path, ...form({ card: text, verdict: "yes" }) }, [400, 413]);
    await isRefused({ path, headers: { "content-type": "application/json" }, body: "{}" }, [400, 415]);
    for (const token of ["%00", "a.b.c", "x".repeat(190), "%ED%A0%BD"])
      await isRefused({ path: `/d/${token}`, ...form({ card: "A1", verdict: "yes" }) }, [400, 404]);
  });
});

describe("the console, over HTTP", () => {
  it("refuses what a form of its own would not hold, in words", async () => {
    for (const [path, fields] of oddForms(seeded.ids)) {
      const before = await keptByForms();
      const answer = await send({ path, ...staffForm(fields) });
      const what = `${path} ${JSON.stringify(fields).slice(0, 80)}: ${answer.status}`;
      // Looking for nobody is no mistake.
      expect(path === "/console/people" ? [200, 404, 422] : [400, 404, 413, 422], what).toContain(
        answer.status,
      );
      expect(sentenceOf(answer), what).toMatch(/\w+ \w+.*[.!?]/);
      expect(await keptByForms(), what).toEqual(before);
    }
  });

  it("refuses a form without its token, of another site, or of another kind", async () => {
    const path = "/console/employers/employer0/decide";
    const fields = { decision: "pause", reason: "complaints" };
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    await isRefused({ path, ...form(fields, headers) }, [403]);
    await isRefused({ path, ...form({ ...fields, _csrf: `${csrf}x` }, headers) }, [403]);
    await isRefused(
      { path, ...form({ ...fields, _csrf: csrf }, { ...headers, "sec-fetch-site": "cross-site" }) },
      [403],
    );
    await isRefused(
      { path, ...form({ ...fields, _csrf: csrf }, { cookie, origin: "https://evil.example" }) },
      [403],
    );
    for (const type of ["application/json", "text/plain"])
      await isRefused(
        {
          path,
          headers: { ...headers, "content-type": type },
          body: JSON.stringify({ ...fields, _csrf: csrf }),
        },
        [400, 403, 415],
      );
    await isRefused({ path, ...staffForm({ ...fields, note: "x".repeat(600_000) }) }, [413]);
  });

  it("does the same form sent twice once", async () => {
    const path = "/console/employers/employer1/decide";
    const twice = staffForm({ decision: "pause", reason: "complaints" });
    const first = await send({ path, ...twice });
    expect(first.status).toBe(303);
    const before = await keptByForms();
    expect((await send({ path, ...twice })).status).toBeLessThan(500);
    expect(await keptByForms()).toEqual(before);
  });
});

describe("everything else that takes something, over HTTP", () => {
  it("refuses what nobody signed, what is no JSON, and what is too large", async () => {
    for (const path of ["/webhooks/twilio/sms", "/webhooks/twilio/status"])
      for (const [, text] of hard) await isRefused({ path, ...form({ Body: text }) }, [401]);
    await isRefused(
      { path: "/webhooks/telegram", headers: { "content-type": "application/json" }, body: "{}" },
      [401],
    );
    await isRefused({ path: "/webhooks/twilio/sms", ...form({ Body: "x".repeat(300_000) }) }, [413]);
    const json = { "content-type": "application/json" };
    for (const body of [
      "",
      "{",
      "null",
      "[]",
      deep(2_000),
      '{"__proto__":{}}',
      '{"channel":"pigeon","from":"x","text":"y"}',
    ])
      await isRefused({ path: "/sim/messages", headers: json, body }, [400]);
    await isRefused({ path: "/nowhere", method: "GET" }, [404]);
    await isRefused({ path: "/%00", method: "GET" }, [400, 404]);
    await isRefused({ path: "/%", method: "GET" }, [400, 404]);
  });
});
