import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { audit } from "../../../union/audit/audit.ts";
import { noon, openSmallConsole, type SmallConsole } from "./small-console.ts";

let scene: SmallConsole;
beforeEach(async () => {
  scene = await openSmallConsole();
});
afterEach(() => scene.close());

describe("the staff of the console", () => {
  const form = { name: "Berna", email: "Berna@Union.example", role: "approver", language: "fr" };

  it("grows by a form, by one for each address", async () => {
    const browser = await scene.as("administrator");
    expect((await browser.does("/console/staff", form)).body).toContain("berna@union.example");
    const again = await browser.post("/console/staff", { form: { ...form, name: "Other" } });
    expect([again.statusCode, again.body.includes("already")]).toEqual([422, true]);
    expect(await scene.store.read.staff.count()).toBe(2);
  });

  it.each([
    ["no name", { name: "  " }],
    ["no address", { email: "berna" }],
    ["a role there is not", { role: "owner" }],
    ["a language there is not", { language: "xx" }],
  ])("does not grow by somebody with %s, and what was typed stays", async (_what, change) => {
    const browser = await scene.as("administrator");
    const answer = await browser.post("/console/staff", { form: { ...form, ...change } });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`value="${{ ...form, ...change }.email}"`);
    expect(await scene.store.read.staff.count()).toBe(1);
  });

  it("keeps its last administrator", async () => {
    const browser = await scene.as("administrator");
    const answer = await browser.does(`/console/staff/${browser.staffId}/disable`);
    expect(answer.body).toContain("this is the last administrator");
    expect((await browser.get("/console/staff")).statusCode).toBe(200);
  });
});

describe("the audit log", () => {
  it("shows the newest first, of one person or about one thing", async () => {
    const browser = await scene.as("administrator");
    await browser.does("/console/staff", {
      name: "Berna",
      email: "b@union.example",
      role: "approver",
      language: "en",
    });
    const { body } = await browser.get("/console/audit");
    expect(body.indexOf("staff.added")).toBeGreaterThan(0);
    expect(body.indexOf("staff.added")).toBeLessThan(body.indexOf("staff.signed_in"));
    expect(body).toContain("The administrator");
    const ofOperator = await browser.get("/console/audit?actor=operator");
    expect([ofOperator.body.includes("staff.added"), ofOperator.body.includes("staff.signed_in")]).toEqual([
      true,
      false,
    ]);
    expect((await browser.get("/console/audit?object=nothing")).body).toContain("No entry fits.");
    expect((await browser.get("/console/audit?before=x&actor=1&actor=2")).statusCode).toBe(200);
  });

  it("goes on to older entries after a hundred", async () => {
    const browser = await scene.as("administrator");
    await scene.store.write.once(async (tx) => {
      for (let entry = 0; entry < 100; entry += 1)
        await audit(tx, {
          actor: "operator",
          action: "staff.tried",
          object: "staff:nobody",
          detail: {},
          at: noon,
        });
    });
    const { body } = await browser.get("/console/audit");
    const [older] = /\/console\/audit\?[^"]*before=\d+/.exec(body)!;
    const rest = await browser.get(older.replaceAll("&amp;", "&"));
    expect(rest.body.match(/<tr><td>/g)!.length).toBeGreaterThan(0);
    expect(rest.body).toContain("staff.signed_in");
  });

  it("says whether a seal is broken, and where", async () => {
    const browser = await scene.as("administrator");
    expect((await browser.does("/console/audit/check")).body).toContain("Every entry is as it was written.");
    await scene.store.write.once((tx) =>
      tx.auditEntry.updateMany({ where: { id: 1 }, data: { actor: "nobody" } }),
    );
    expect((await browser.does("/console/audit/check")).body).toContain("Entry 1 is not as it was written");
  });
});

describe("the language of the console", () => {
  it("is changed by a click, for her and for good; Arabic runs from right to left", async () => {
    const browser = await scene.as("caseworker");
    await browser.get("/console/people");
    const page = await browser.does("/console/language", { language: "ar", back: "/console/people" });
    expect(page.body).toContain('<html lang="ar" dir="rtl">');
    expect(page.body).toContain("رقم العضو");
    expect((await browser.get("/console/inbox")).body).toContain('dir="rtl"');
  });

  it.each(["https://evil.example", "//evil.example", "/console/../x", "/elsewhere"])(
    "leads nowhere else: %s",
    async (back) => {
      const browser = await scene.as("caseworker");
      const answer = await browser.post("/console/language", { form: { language: "fr", back } });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, "/console"]);
    },
  );

  it("of a stranger is the browser's, or the one she asks for", async () => {
    const page = (path: string, accepted: string) =>
      scene.browser().get(path, { "accept-language": accepted });
    expect((await page("/console/sign-in", "fr-CH, en;q=0.8")).body).toContain('lang="fr" dir="ltr"');
    expect((await page("/console/sign-in?language=ar", "fr")).body).toContain('lang="ar" dir="rtl"');
    expect((await page("/console/sign-in?language=<b>", "tlh")).body).toContain('lang="en"');
  });
});
