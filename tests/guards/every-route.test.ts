import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newApiKey } from "../../union/employers/api-keys.ts";
import { joinEmployer } from "../../union/employers/join-employer.ts";
import { roles } from "../../union/staff/permissions.ts";
import type { Browser } from "../server/console/browser.ts";
import { kept } from "./kept.ts";
import { openSeededService, type SeededService } from "./seeded-service.ts";
import { type Admitted, onlySimulated, whoMay } from "./who-may.ts";
import { openWholeService, type Route, type WholeService } from "./whole-service.ts";

/** A route as the table names it: its files change their names with what is in them. */
const nameOf = ({ method, path }: Route): string =>
  `${method} ${path.replace(/\.[0-9a-f]{12}\.(css|js|svg)$/, ".$1")}`;
const filled = (path: string): string => path.replace(/:\w+/g, "nothing").replace("*", "nothing");
/** What answers 405 in the console, and what answers HEAD wherever there is GET, is no door of its own. */
const isDoor = (known: ReadonlySet<string>) => (route: Route) =>
  route.method !== "HEAD" && (!route.path.startsWith("/console") || known.has(nameOf(route)));

describe.each(["live", "sim"] as const)("in MODE=%s", (mode) => {
  let whole: WholeService;
  beforeAll(async () => {
    whole = await openWholeService(mode);
  });
  afterAll(() => whole.close());
  const table = new Map<string, Admitted>(
    Object.entries(whoMay).flatMap(([admitted, names]) =>
      names.map((name): [string, Admitted] => [
        name,
        admissions.find((one) => one === admitted) ?? "everybody",
      ]),
    ),
  );
  const known = new Set([...table.keys(), ...(mode === "sim" ? onlySimulated : [])]);

  it("there is nothing but what the table names, and all of it is there", () => {
    const there = whole.routes.filter(isDoor(known)).map(nameOf);
    expect(new Set(there)).toEqual(known);
  });

  it("each lets in whom it may, and nobody else", async () => {
    const employer = await anEmployer(whole);
    // What the simulation has besides is open to everybody in it, so one of staff is enough there.
    const visitors = mode === "live" ? everybody : (["nobody", "caseworker"] as const);
    for (const visitor of visitors) {
      let browser = await browserFor(whole, visitor);
      for (const route of whole.routes.filter(isDoor(known))) {
        const admitted = table.get(nameOf(route)) ?? "everybody";
        const status = await knock(whole, browser, route, visitor === "employer" ? employer.key : null);
        expect(status, `${visitor}: ${nameOf(route)}`).toEqual(expected(admitted, visitor));
        if (/sign-out|demo/.test(route.path)) browser = await browserFor(whole, visitor);
      }
    }
  });
});

const admissions: readonly Admitted[] = [
  ...(["everybody", "provider", "employer", "caseworker", "approver", "administrator"] as const),
];

const everybody = ["nobody", "employer", ...roles] as const;
type Visitor = (typeof everybody)[number];
type Verdict = "let in" | "who are you" | "not you";

function expected(admitted: Admitted, visitor: Visitor): Verdict {
  if (admitted === "everybody") return "let in";
  if (admitted === "provider") return "who are you";
  if (admitted === "employer") return visitor === "employer" ? "let in" : "who are you";
  if (visitor === "nobody" || visitor === "employer") return "who are you";
  return roles.indexOf(visitor) >= roles.indexOf(admitted) ? "let in" : "not you";
}

const browserFor = (whole: WholeService, visitor: Visitor): Promise<Browser> =>
  visitor === "nobody" || visitor === "employer" ? Promise.resolve(whole.browser()) : whole.as(visitor);

async function knock(
  { app }: WholeService,
  browser: Browser,
  { method, path }: Route,
  key: string | null,
): Promise<Verdict> {
  const url = filled(path);
  const bearer = key === null ? {} : { authorization: `Bearer ${key}` };
  const headers = { "sec-fetch-site": "same-origin", ...bearer };
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer =
    method === "POST" && path.startsWith("/console")
      ? await browser.post(url, { headers })
      : await app.inject({ method: method === "GET" ? "GET" : "POST", url, headers: { ...headers, cookie } });
  if (answer.statusCode >= 500) throw new Error(`${method} ${path} answered ${answer.statusCode}.`);
  if (answer.statusCode === 401) return "who are you";
  return answer.body.includes("Your role may not do this") ? "not you" : "let in";
}

async function anEmployer({ runtime }: WholeService): Promise<{ readonly key: string }> {
  await runtime.store.write.once((tx) =>
    joinEmployer(tx, {
      ...{ id: "e", contactId: "c", name: "Atelier", kind: "company", place: "Kilis", country: "TR" },
      ...{ contactName: "Leyla", email: null, language: "en", addressId: null, now: runtime.clock.now() },
    }),
  );
  const made = await newApiKey(runtime, { employerId: "e", staffId: "staff", label: "web site" });
  if (made.kind !== "made") throw new Error("No key was made.");
  return made;
}

const doors: ReadonlySet<string> = new Set([...Object.values(whoMay).flat(), ...onlySimulated]);

describe("who has a key, a link or an id of one thing", () => {
  let seeded: SeededService;
  beforeAll(async () => {
    seeded = await openSeededService();
  });
  afterAll(() => seeded.close());

  it("sees and closes nothing of another employer by her own key", async () => {
    const [one, other] = seeded.employers;
    const before = await kept(seeded.runtime.store);
    const headers = { authorization: `Bearer ${one.key}` };
    const list = await seeded.app.inject({ url: "/api/openings", headers });
    expect(list.body).toContain(one.openingCode);
    expect(list.body).not.toContain(other.openingCode);
    const url = `/api/openings/${other.openingCode}/close`;
    const closed = await seeded.app.inject({ method: "POST", url, headers });
    expect(closed.statusCode).toBe(404);
    expect(await kept(seeded.runtime.store)).toEqual(before);
  });

  it("decides about nobody of another digest by the link of hers", async () => {
    const [one, other] = seeded.employers;
    const before = await kept(seeded.runtime.store);
    const path = new URL(one.digest.pageUrl).pathname;
    const sealOfAnother = path.replace(
      /\/d\/[^.]+/,
      new URL(other.digest.pageUrl).pathname.split(".")[0] ?? "",
    );
    expect(sealOfAnother).not.toBe(path);
    for (const method of ["GET", "POST"] as const) {
      const answer = await seeded.app.inject({
        ...{ method, url: sealOfAnother, payload: "card=A1&verdict=yes" },
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      expect(answer.statusCode).toBe(404);
    }
    expect(await kept(seeded.runtime.store)).toEqual(before);
  });

  it("the console answers every other way of asking with 405, to whoever asks", async () => {
    const others = seeded.routes.filter(
      (route) => route.method !== "HEAD" && route.path.startsWith("/console") && !doors.has(nameOf(route)),
    );
    const staff = await seeded.as("administrator");
    const ways = ["PUT", "PATCH", "DELETE", "POST", "GET"] as const;
    expect(others.length).toBeGreaterThan(100);
    for (const { method, path } of others) {
      const way = ways.find((one) => one === method);
      if (way === undefined) throw new Error(`An unknown way of asking: ${method}`);
      const cookie = [...staff.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await seeded.app.inject({ method: way, url: filled(path), headers: { cookie } });
      expect(answer.statusCode, `${method} ${path}`).toBe(405);
    }
  });

  it("finds nothing in the console by the id of something else, and changes nothing", async () => {
    const staff = await seeded.as("administrator");
    const before = await kept(seeded.runtime.store);
    const decisions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      requests: { decision: "refuse", reason: "duplicate" },
      credentials: { decision: "revoke", reason: "mistake" },
      employers: { decision: "refuse", reason: "complaints", label: "web site" },
      openings: { decision: "refuse", reason: "fee" },
      cases: { text: "Hello", once: "1" },
    };
    let asked = 0;
    for (const { method, path } of seeded.routes) {
      const kind = /^\/console\/(\w+)\/:id/.exec(path)?.[1];
      if (kind === undefined || !isDoor(doors)({ method, path })) continue;
      for (const [other, id] of Object.entries(seeded.ids)) {
        if (other === kind) continue;
        const url = path.replace(":id", id).replace(":keyId", "nothing");
        const form = decisions[kind] ?? {};
        const answer = method === "GET" ? await staff.get(url) : await staff.does(url, form);
        expect(answer.statusCode, `${method} ${path} with the id of ${other}`).toBe(404);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(100);
    expect(await kept(seeded.runtime.store)).toEqual(before);
  });
});
