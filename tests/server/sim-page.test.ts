import { stripTypeScriptTypes } from "node:module";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simPage } from "../../server/sim/page.ts";

let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify();
  await app.register(simPage());
});
afterAll(() => app.close());

const get = (url: string) => app.inject({ url });

/** What a page or a script asks for next, as absolute paths. */
function needed(url: string, body: string): string[] {
  const inPage = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
  const imports = [...body.matchAll(/^(?:import|export)[^;]*? from "([^"]+)"/gm)].map((match) => match[1]!);
  return [...inPage, ...imports].map((path) => new URL(path, `http://localhost${url}`).pathname);
}

describe("the simulator page", () => {
  it("is HTML that may load and ask nothing but our own server", async () => {
    const page = await get("/sim");
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    expect(page.headers["x-content-type-options"]).toBe("nosniff");
  });

  it("says that nothing leaves this machine, and what to do", async () => {
    const { body } = await get("/sim");
    expect(body).toContain("nothing leaves this machine");
    expect(body).toMatch(/Type .*hi.* on any phone and press .*Send/);
  });

  it("holds no inline script or style, which its own policy would refuse", async () => {
    const { body } = await get("/sim");
    expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    for (const [script] of body.matchAll(/<script[^>]*>[^<]*/g)) expect(script).toMatch(/ src="[^"]+">$/);
  });

  it("gets every file that it and its scripts ask for, as JavaScript without types", async () => {
    const seen = new Set<string>();
    const waiting = ["/sim"];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const file = await get(url);
      expect(file.statusCode, url).toBe(200);
      if (url.endsWith(".css")) expect(file.headers["content-type"]).toBe("text/css; charset=utf-8");
      if (url.endsWith(".ts")) {
        expect(file.headers["content-type"]).toBe("text/javascript; charset=utf-8");
        expect(stripTypeScriptTypes(file.body), `${url} still holds types`).toBe(file.body);
      }
      waiting.push(...needed(url, file.body));
    }
    expect([...seen]).toContain("/sim/assets/domain/sms-segments.ts");
    expect(seen.size).toBeGreaterThan(20);
  });

  it.each([
    "/sim/assets/",
    "/sim/assets/package.json",
    "/sim/assets/server/sim/page.ts",
    "/sim/assets/server/sim/browser/tsconfig.json",
    "/sim/assets/server/sim/browser/missing.ts",
    "/sim/assets/domain/../server/sim/page.ts",
    "/sim/assets/domain/%2e%2e/server/sim/page.ts",
    "/sim/assets/domain/..%2f..%2fetc/passwd",
    "/sim/assets/domain%00/address.ts",
  ])("does not give out %s", async (url) => {
    const file = await get(url);
    expect(file.statusCode).toBeGreaterThanOrEqual(400);
    expect(file.statusCode).toBeLessThan(500);
  });
});
