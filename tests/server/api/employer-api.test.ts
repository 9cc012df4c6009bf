import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../../../domain/moment.ts";
import { employerApi } from "../../../server/api/employer-api.ts";
import { newApiKey, revokeApiKey } from "../../../union/employers/api-keys.ts";
import { pauseEmployer } from "../../../union/employers/decide-employer.ts";
import { openSmallMarket, type SmallMarket } from "../../union/matching/small-market.ts";

let market: SmallMarket;
let app: FastifyInstance;
let key: string;

beforeEach(async () => {
  market = await openSmallMarket();
  await market.employer("e");
  key = (await keyFor("e")).key;
  app = Fastify();
  await app.register(employerApi(market.means));
});
afterEach(async () => {
  await app.close();
  await market.close();
});

async function keyFor(employerId: string) {
  const made = await newApiKey(market.means, { employerId, staffId: "staff", label: "web site" });
  if (made.kind !== "made") throw new Error("No key was made.");
  return made;
}

const body = {
  livelihood: "cook",
  pay: { amount: 22_000, currency: "TRY", period: "month" },
  place: "Gaziantep",
  places: 1,
  startsOn: "2026-12-01",
  validUntil: "2026-12-05T12:00:00Z",
};

const call = async (method: "GET" | "POST", url: string, payload?: unknown, bearer: string | null = key) => {
  const response = await app.inject({
    method,
    url,
    headers: {
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(payload === undefined
      ? {}
      : { payload: typeof payload === "string" ? payload : JSON.stringify(payload) }),
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
};
const post = (changes: object = {}, bearer?: string | null) =>
  call("POST", "/api/openings", { ...body, ...changes }, bearer === undefined ? key : bearer);

describe("an employer's system posts an opening", () => {
  it("it is taken, members are looked for, and the employer's own country is assumed", async () => {
    const answer = await post();
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ code: "2A2", state: "open", waitsForVerification: false, rules: [] });
    expect(market.rung.at(-1)).toBe("matching");
    const kept = await market.store.read.opening.findFirstOrThrow();
    expect([kept.country, kept.source]).toEqual(["TR", "api"]);
  });

  it("sent twice, the second is answered with the code of the first", async () => {
    await post();
    const again = await post({ place: "gaziantep " });
    expect(again.status).toBe(409);
    expect(again.body.code).toBe("2A2");
    expect(await market.store.read.opening.count()).toBe(1);
  });

  it("sent twice at the same moment, one is taken", async () => {
    const answers = await Promise.all([post(), post(), post()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it("words that ask for money hold it back, and say so", async () => {
    market.rung.length = 0;
    const answer = await post({ details: "Processing fee 500 TRY" });
    expect(answer.body).toMatchObject({ state: "held", rules: ["fee"] });
    expect(market.rung).toEqual([]);
  });

  it("an employer whom nobody has verified is told that nobody hears of it yet", async () => {
    await market.employer("new", false);
    const { key: hers } = await keyFor("new");
    expect((await post({}, hers)).body).toMatchObject({ state: "open", waitsForVerification: true });
    expect(market.rung.filter((round) => round === "matching")).toHaveLength(1);
  });

  it("an employer who is paused is refused", async () => {
    await pauseEmployer(market.means, { employerId: "e", staffId: "staff", reason: null });
    const answer = await post();
    expect(answer.status).toBe(403);
    expect(await market.store.read.opening.count()).toBe(0);
  });
});

describe("what is refused is said in a sentence, with the field, and changes nothing", () => {
  it.each<readonly [string, object, string | undefined]>([
    ["a field that there is not", { salary: 1 }, "salary"],
    ["a field within the pay that there is not", { pay: { ...body.pay, per: "day" } }, "pay.per"],
    ["no pay", { pay: undefined }, "pay"],
    ["pay of nothing", { pay: { ...body.pay, amount: 0 } }, "pay"],
    ["pay below nothing", { pay: { ...body.pay, amount: -5 } }, "pay"],
    ["pay with a third of a kurush", { pay: { ...body.pay, amount: 10.333 } }, "pay"],
    ["pay as words", { pay: { ...body.pay, amount: "22000" } }, "pay.amount"],
    ["a currency that is none", { pay: { ...body.pay, currency: "ZZZ" } }, "pay"],
    ["a period that is none", { pay: { ...body.pay, period: "shift" } }, "pay.period"],
    ["work that is not in the menu", { livelihood: "astronaut" }, "livelihood"],
    ["no place", { place: "  " }, "place"],
    ["a place of 61 letters", { place: "x".repeat(61) }, "place"],
    ["a country that is none", { country: "XX" }, "country"],
    ["no places", { places: 0 }, "places"],
    ["half a place", { places: 1.5 }, "places"],
    ["501 places", { places: 501 }, "places"],
    ["a day that there is not", { startsOn: "2027-02-30" }, "startsOn"],
    ["a start yesterday", { startsOn: "2026-11-23" }, "startsOn"],
    ["a start in two years", { startsOn: "2028-11-23" }, "startsOn"],
    ["an end an hour ago", { validUntil: "2026-11-24T08:00:00Z" }, "validUntil"],
    ["an end in 91 days", { validUntil: "2027-02-24T08:00:00Z" }, "validUntil"],
    ["an end without an hour", { validUntil: "2026-12-05" }, "validUntil"],
    ["73 hours a week", { hours: 73 }, "hours"],
    ["501 letters of details", { details: "x".repeat(501) }, "details"],
  ])("%s", async (_what, changes, field) => {
    const answer = await post(changes);
    expect(answer.status).toBe(400);
    expect(answer.body.field).toBe(field);
    expect(answer.body.error).toMatch(/^[A-Z].{10,}\.$/);
    expect(Object.keys(answer.body).toSorted()).toEqual(["error", "field"]);
    expect(await market.store.read.opening.count()).toBe(0);
  });

  it.each<readonly [string, string, number]>([
    ["half a JSON", '{"livelihood":', 400],
    ["an empty body", "", 400],
    ["a list", "[]", 400],
    ["a body of 70 KB", JSON.stringify({ ...body, details: "x".repeat(70_000) }), 413],
  ])("%s", async (_what, payload, status) => {
    const answer = await call("POST", "/api/openings", payload);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(/^[A-Z].{10,}\.$/);
  });

  it("the twenty-first opening at once of an employer whom nobody has verified", async () => {
    await market.employer("new", false);
    const { key: hers } = await keyFor("new");
    for (let day = 1; day <= 20; day += 1)
      expect((await post({ startsOn: `2026-12-${String(day).padStart(2, "0")}` }, hers)).status).toBe(201);
    const answer = await post({ startsOn: "2026-12-21" }, hers);
    expect([answer.status, answer.body.field]).toEqual([400, "employer"]);
  });
});

describe("keys", () => {
  it("none, a wrong one, one of another kind and a revoked one are answered alike", async () => {
    const { keyId, key: revoked } = await keyFor("e");
    expect((await call("GET", "/api/openings", undefined, revoked)).status).toBe(200);
    expect(await revokeApiKey(market.means, { keyId, staffId: "staff" })).toBe(true);
    expect(await revokeApiKey(market.means, { keyId, staffId: "staff" })).toBe(false);
    const answers = [];
    for (const bearer of [null, revoked, `${key}x`, "x".repeat(5_000), key.toUpperCase()])
      answers.push(await call("POST", "/api/openings", body, bearer));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
    expect(await market.store.read.opening.count()).toBe(0);
  });

  it("the database and the audit log hold no key", async () => {
    const { hash } = await market.store.read.apiKey.findFirstOrThrow();
    const log = JSON.stringify(await market.store.read.auditEntry.findMany());
    expect(hash).not.toContain(key.slice(3));
    expect(log).toContain("api-key.made");
    expect(log).not.toContain(key.slice(3));
  });

  it("the sixty-first request of a key within a minute is refused, and another key is not", async () => {
    const { key: other } = await keyFor("e");
    for (let n = 0; n < 60; n += 1) await call("GET", "/api/openings");
    const answer = await call("GET", "/api/openings");
    expect(answer.status).toBe(429);
    expect(answer.body.error).toMatch(/^Too many requests/);
    expect((await call("GET", "/api/openings", undefined, other)).status).toBe(200);
  });
});

describe("an employer sees and closes her own openings only", () => {
  it("the list holds what was posted and how many said yes, and nothing of who", async () => {
    await market.member("cook");
    await post();
    await market.match();
    await market.tell();
    const { openings } = (await call("GET", "/api/openings")).body;
    expect(openings).toHaveLength(1);
    expect(openings[0]).toEqual({
      ...body,
      ...{ code: "2A2", state: "open", country: "TR", hours: null, details: null, told: 1, interested: 0 },
      validUntil: "2026-12-05T12:00:00.000Z",
      postedAt: new Date(market.now()).toISOString(),
    });
  });

  it("closing works once, by any spelling of the code, and rings for those who are to hear of it", async () => {
    await post();
    expect((await call("POST", "/api/openings/2a2/close")).body).toEqual({ code: "2A2", state: "closed" });
    expect(market.rung.at(-1)).toBe("expiry");
    expect((await call("POST", "/api/openings/2A2/close")).status).toBe(409);
    market.pass(dayMs);
    expect((await post()).status).toBe(201);
  });

  it("somebody else's code is unknown to her, as one that was never given", async () => {
    await post();
    await market.employer("other");
    const { key: hers } = await keyFor("other");
    const answer = await call("POST", "/api/openings/2A2/close", undefined, hers);
    const never = await call("POST", "/api/openings/9X9/close", undefined, hers);
    expect([answer.status, answer.body]).toEqual([404, never.body]);
    expect((await call("GET", "/api/openings", undefined, hers)).body).toEqual({ openings: [] });
    expect(await market.store.read.opening.count({ where: { state: "open" } })).toBe(1);
  });
});

describe("the description", () => {
  it("names every route, and the page shows it", async () => {
    const { body: api } = await call("GET", "/api/openapi.json", undefined, null);
    expect(Object.keys(api.paths).toSorted()).toEqual([
      ...["/api/openings", "/api/openings/csv", "/api/openings/{code}/close"],
    ]);
    expect(Object.keys(api.paths["/api/openings/csv"].post.requestBody.content)).toEqual(["text/csv"]);
    const posted = api.paths["/api/openings"].post;
    expect(posted.requestBody.content["application/json"].schema.additionalProperties).toBe(false);
    expect(Object.keys(posted.responses)).toEqual(expect.arrayContaining(["201", "400", "401", "409"]));
    const page = await app.inject({ method: "GET", url: "/api/docs" });
    expect([page.statusCode, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    const script = /src="([^"]*swagger-initializer.js)"/.exec(page.body)?.[1] ?? "";
    const begins = await app.inject({ method: "GET", url: script });
    expect([begins.statusCode, begins.headers["content-security-policy"]]).toEqual([
      200,
      expect.not.stringMatching(/unsafe|https:|swagger\.io/),
    ]);
    expect(begins.body).toContain('"validatorUrl":null');
  });
});
