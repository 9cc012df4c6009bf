import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { employerApi } from "../../../server/api/employer-api.ts";
import { firstBrokenSeal } from "../../../union/audit/audit.ts";
import { newApiKey } from "../../../union/employers/api-keys.ts";
import { pauseEmployer } from "../../../union/employers/decide-employer.ts";
import { openSmallMarket, type SmallMarket } from "../../union/matching/small-market.ts";
import { allRows } from "../digest-page/all-rows.ts";

let market: SmallMarket;
let app: FastifyInstance;
let key: string;

beforeEach(async () => {
  market = await openSmallMarket();
  await market.employer("e");
  key = await keyFor("e");
  app = Fastify();
  await app.register(employerApi(market.means));
});
afterEach(async () => {
  await app.close();
  await market.close();
});

async function keyFor(employerId: string): Promise<string> {
  const made = await newApiKey(market.means, { employerId, staffId: "staff", label: "web site" });
  if (made.kind !== "made") throw new Error("No key was made.");
  return made.key;
}

const head = "livelihood,pay.amount,pay.currency,pay.period,place,places,startsOn,validUntil";
const day = (at: number): string => new Date(Date.UTC(2026, 11, 1 + at)).toISOString().slice(0, 10);
const row = (at: number, changes: Readonly<Record<string, string>> = {}): string =>
  Object.values({
    ...{ livelihood: "cook", amount: "22000", currency: "TRY", period: "month", place: "Gaziantep" },
    ...{ places: "1", startsOn: day(at % 300), validUntil: "2026-12-05T12:00:00Z" },
    ...changes,
  }).join(",");
const list = (...rows: readonly string[]): string => [head, ...rows].join("\r\n");

async function send(payload: string | Buffer, type = "text/csv; charset=utf-8", bearer = key) {
  const response = await app.inject({
    ...{ method: "POST", url: "/api/openings/csv", payload },
    headers: { authorization: `Bearer ${bearer}`, "content-type": type },
  });
  return { status: response.statusCode, body: response.json() };
}
/** All that is kept; only the number of turns at the writers' gate is no news. */
const kept = async () => ({ ...(await allRows(market.store)), WriteGate: "" });
const openings = () => market.store.read.opening.count();

describe("a list of openings", () => {
  it("is posted as a whole, each opening with its row and code, and held where its words break a rule", async () => {
    market.rung.length = 0;
    const answer = await send(
      [
        `${head},country,hours,details`,
        `${row(0)},,45,"Hot meals, Sundays free"`,
        `${row(1)},DE,,Deposit 500 TRY`,
        "",
      ].join("\n"),
    );
    expect(answer).toEqual({
      status: 201,
      body: {
        waitsForVerification: false,
        openings: [
          { row: 2, code: "2A2", state: "open", rules: [] },
          { row: 3, code: expect.stringMatching(/^\w{3}$/), state: "held", rules: ["fee"] },
        ],
      },
    });
    expect(market.rung).toEqual(["matching"]);
    const posted = await market.store.read.opening.findMany({ orderBy: { serial: "asc" } });
    expect(posted.map(({ country, hours, details }) => [country, hours, details])).toEqual([
      ["TR", 45, "Hot meals, Sundays free"],
      ["DE", null, "Deposit 500 TRY"],
    ]);
  });

  it("of a thousand rows is taken and each is in the audit log, which stays whole", async () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => row(at, { place: `Town${"x".repeat(at / 300)}` }));
    const answer = await send(list(...rows));
    expect(answer.status).toBe(201);
    expect(new Set(answer.body.openings.map(({ code }: { code: string }) => code)).size).toBe(1_000);
    expect(await openings()).toBe(1_000);
    expect(await market.store.read.auditEntry.count({ where: { action: "opening.posted" } })).toBe(1_000);
    expect(await market.store.write.once(firstBrokenSeal)).toBe(null);
    const more = await send(list(row(0, { place: "Mersin" })));
    expect([more.status, more.body.faults[0].field]).toEqual([400, "employer"]);
  });

  it("is read as spreadsheets write it: with semicolons, a mark at its beginning and lines over two rows", async () => {
    const cells = `${head};details\n${row(0)};"Hot meals;\nSundays free"`.replaceAll(",", ";");
    expect((await send(`\ufeff${cells}`)).status).toBe(201);
    expect((await market.store.read.opening.findFirstOrThrow()).details).toBe("Hot meals; Sundays free");
  });

  it("sent twice, is answered with the codes of the first", async () => {
    await send(list(row(0), row(1)));
    const again = await send(list(row(0), row(1)));
    expect(again.status).toBe(409);
    expect(again.body.faults[0]).toEqual({
      ...{ row: 2, code: "2A2", error: "The same opening is posted already: 2A2." },
    });
    expect(await openings()).toBe(2);
  });

  it("sent twice at the same moment, one is taken", async () => {
    const answers = await Promise.all([send(list(row(0))), send(list(row(0)))]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe("of a list that is not right nothing is posted, and each fault is named by its row", () => {
  it("every row that is wrong is named, with what is wrong", async () => {
    const before = await kept();
    const answer = await send(
      list(
        row(0),
        row(1, { amount: "a lot" }),
        row(2, { livelihood: "astronaut" }),
        "",
        row(3, { startsOn: "2025-01-01", places: "0" }),
        `${row(4)},more`,
        row(0, { place: "GAZIANTEP" }),
      ),
    );
    expect(answer.status).toBe(400);
    expect(
      answer.body.faults.map(({ row: at, field }: { row: number; field?: string }) => [at, field]),
    ).toEqual([
      [3, "pay.amount"],
      [7, undefined],
    ]);
    const mended = await send(
      list(
        row(0),
        row(2, { livelihood: "astronaut" }),
        row(3, { startsOn: "2025-01-01", places: "0" }),
        row(0),
      ),
    );
    expect(mended.body).toEqual({
      error: "Nothing was posted: 3 rows are not as it should be.",
      faults: [
        { row: 3, field: "livelihood", error: expect.stringMatching(/^There is no such livelihood/) },
        { row: 4, field: "places", error: expect.stringMatching(/whole number from 1/) },
        { row: 4, field: "startsOn", error: "The day the work begins is past." },
        { row: 5, error: "The same opening stands in row 2." },
      ],
    });
    expect(await kept()).toEqual(before);
  });

  it.each<readonly [string, string | Buffer, number, string | undefined, RegExp]>([
    ["nothing", "", 400, "livelihood", /missing/],
    ["only the names", head, 400, undefined, /no opening in the list/],
    ["a column of no opening", `${head},salary\n${row(0)},1`, 400, "salary", /no column of this name/],
    ["a column twice", `${head},place\n${row(0)},Kilis`, 400, "place", /two columns/],
    ["a column too few", list(row(0)).replace(",places,", ",town,"), 400, "town", /no column/],
    ["an open quotation mark", list(`"${row(0)}`), 400, undefined, /cannot be read/],
    [
      "letters of another writing than UTF-8",
      Buffer.from(list(row(0, { place: "Malm\xf6" })), "latin1"),
      400,
      undefined,
      /UTF-8/,
    ],
    ["a day in the pay", list(row(0, { amount: "2026-12-01" })), 400, "pay.amount", /number/],
    ["infinite pay", list(row(0, { amount: "1e999" })), 400, "pay.amount", /number/],
    ["a NUL byte for a name", `\u0000\n${row(0)}`, 400, "\u0000", /no column/],
    ["names of JavaScript's own", `__proto__,constructor\n1,2`, 400, "__proto__", /no column/],
  ])("%s", async (_what, payload, status, field, words) => {
    const before = await kept();
    const answer = await send(payload);
    const [fault] = answer.body.faults;
    expect([answer.status, fault.field]).toEqual([status, field]);
    expect(fault.error).toMatch(words);
    expect(answer.body.error).toMatch(/^Nothing was posted: .*\.$/);
    expect(await kept()).toEqual(before);
  });

  it.each<readonly [string, string]>([
    ["1,001 rows", list(...Array.from({ length: 1_001 }, (_, at) => row(at)))],
    ["300 KB", list(row(0, { place: "x".repeat(300 * 1024) }))],
  ])("%s are too many: 413, with the limits", async (_what, payload) => {
    const answer = await send(payload);
    expect(answer).toEqual({
      status: 413,
      body: { error: "A list takes at most 1000 rows and 256 KB: send it in parts." },
    });
    expect(await openings()).toBe(0);
  });

  it.each(["application/json", "text/plain", "multipart/form-data; boundary=x"])(
    "a list sent as %s: 415",
    async (type) => {
      const answer = await send(list(row(0)), type);
      expect([answer.status, answer.body.error]).toEqual([
        415,
        "Send the list with the header content-type: text/csv.",
      ]);
    },
  );

  it("the twenty-first opening of an employer whom nobody has verified, and any of one who is paused", async () => {
    await market.employer("new", false);
    const hers = await keyFor("new");
    const rows = Array.from({ length: 21 }, (_, at) => row(at));
    const answer = await send(list(...rows), "text/csv", hers);
    expect([answer.status, answer.body.faults[0].field]).toEqual([400, "employer"]);
    expect((await send(list(...rows.slice(1)), "text/csv", hers)).body.waitsForVerification).toBe(true);
    await pauseEmployer(market.means, { employerId: "e", staffId: "staff", reason: null });
    expect((await send(list(row(0)))).status).toBe(403);
    expect(await openings()).toBe(20);
  });

  it("a list without a key", async () => {
    expect((await send(list(row(0)), "text/csv", "none")).status).toBe(401);
    expect(await openings()).toBe(0);
  });
});
