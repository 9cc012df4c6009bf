import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consolePath } from "../../../server/console/console-route.ts";
import { routeTable } from "../../../server/console/route-table.ts";
import { may, type Permission, roles } from "../../../union/staff/permissions.ts";
import type { Browser } from "./browser.ts";
import { openSmallConsole, type SmallConsole } from "./small-console.ts";

let scene: SmallConsole;
beforeAll(async () => {
  scene = await openSmallConsole({ mode: "sim" });
});
afterAll(() => scene.close());

/** A path with ids of nothing in it. */
const filled = (path: string): string => consolePath(path.replace(/:\w+/g, "nothing"));
const ask = (browser: Browser, method: "GET" | "POST", path: string) =>
  method === "GET" ? browser.get(path) : browser.post(path);

describe("who may do what in the console", () => {
  // Written out here once more, so that a change of the table in the code has to be made twice.
  const expected: Readonly<Record<Permission, readonly string[]>> = {
    "self.manage": ["caseworker", "approver", "administrator"],
    "cases.answer": ["caseworker", "approver", "administrator"],
    "people.find": ["caseworker", "approver", "administrator"],
    "requests.review": ["caseworker", "approver", "administrator"],
    "credentials.withdraw": ["caseworker", "approver", "administrator"],
    "employers.review": ["caseworker", "approver", "administrator"],
    "openings.review": ["caseworker", "approver", "administrator"],
    "notices.write": ["caseworker", "approver", "administrator"],
    "notices.approve": ["approver", "administrator"],
    "employers.key": ["administrator"],
    "audit.read": ["administrator"],
    "staff.manage": ["administrator"],
  };
  it.each(Object.entries(expected))("%s: %s", (permission, allowed) => {
    const known = Object.keys(expected).find((name): name is Permission => name === permission);
    expect(roles.filter((role) => known !== undefined && may(role, known))).toEqual(allowed);
  });
});

describe("every page and form of the console", () => {
  it("is open to nobody who is not signed in, but for signing in", async () => {
    const opened: string[] = [];
    for (const { method, path } of routeTable(scene.host)) {
      const answer = await ask(scene.browser(), method, filled(path));
      if (answer.statusCode === 401) expect(answer.body).toContain("/console/sign-in");
      else opened.push(`${method} ${path}`);
    }
    expect(opened).toEqual([
      "GET /sign-in",
      "POST /sign-in",
      "POST /sign-in/demo",
      "GET /sign-in/:token",
      "POST /sign-in/:token",
    ]);
  });

  it.each(roles)("lets a %s do what her role may, and nothing else", async (role) => {
    const routes = routeTable(scene.host);
    expect(routes.length).toBeGreaterThan(30);
    let browser = await scene.as(role);
    for (const { method, path, permission } of routes) {
      const answer = await ask(browser, method, filled(path));
      if (path === "/sign-out" || path === "/sign-in/demo") browser = await scene.as(role);
      const what = `${role}: ${method} ${path}`;
      if (permission === null || may(role, permission))
        expect([200, 303, 403, 404, 422], what).toContain(answer.statusCode);
      else expect(answer.statusCode, what).toBe(403);
      // A link that does not exist is refused with 403, too, but not for the role.
      expect(answer.body.includes("Your role may not do this"), what).toBe(
        permission !== null && !may(role, permission),
      );
    }
  });

  it("changes nothing and says so for ids of nothing", async () => {
    const browser = await scene.as("administrator");
    const before = await scene.store.read.auditEntry.count();
    const decisions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      requests: { decision: "refuse", reason: "duplicate" },
      credentials: { decision: "revoke", reason: "mistake" },
      employers: { decision: "refuse", reason: "complaints", label: "web site" },
      openings: { decision: "refuse", reason: "fee" },
      cases: { text: "Hello", once: "1" },
    };
    for (const { method, path } of routeTable(scene.host)) {
      if (!path.includes(":id")) continue;
      const form = decisions[path.split("/")[1]!] ?? {};
      const answer = await (method === "GET" ? browser.get(filled(path)) : browser.does(filled(path), form));
      expect(answer.statusCode, `${method} ${path}`).toBe(404);
    }
    expect(await scene.store.read.auditEntry.count()).toBe(before);
  });

  it("answers with headers that let nothing in from outside, and is never kept", async () => {
    const browser = await scene.as("administrator");
    for (const { method, path } of routeTable(scene.host)) {
      const { headers } = await ask(browser, method, filled(path));
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'self'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"], `${method} ${path}`).toBe("no-store");
      expect(headers["referrer-policy"]).toBe("same-origin");
    }
  });

  it("has nothing in it that the headers forbid: no inline script or style", async () => {
    const browser = await scene.as("administrator");
    for (const { method, path } of routeTable(scene.host)) {
      const { body } = await ask(browser, method, filled(path));
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(body).not.toMatch(/undefined|\[object|\{\{/);
    }
  });

  it("says which methods an address knows when it is asked with another", async () => {
    const answer = await scene.app.inject({ method: "DELETE", url: "/console/inbox" });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, "GET"]);
  });

  it("loads its style, script and icon from here", async () => {
    const { body } = await scene.browser().get("/console/sign-in");
    const files = Array.from(
      body.matchAll(/(?:href|src)="(\/console\/assets\/[^"]+)"/g),
      ([, file]) => file!,
    );
    expect(files).toHaveLength(3);
    for (const file of files) expect((await scene.browser().get(file)).statusCode).toBe(200);
  });
});
