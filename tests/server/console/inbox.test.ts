import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hourMs } from "../../../domain/moment.ts";
import { openCases } from "../../../union/cases/open-cases.ts";
import { addStaff } from "../../../union/staff/add-staff.ts";
import { type MemberWords, memberWhoWaits } from "./a-member.ts";
import { openSmallConsole, type SmallConsole } from "./small-console.ts";

let scene: SmallConsole;
beforeEach(async () => {
  scene = await openSmallConsole();
});
afterEach(() => scene.close());

const waits = (words: MemberWords = {}) => memberWhoWaits(scene, words);
const actions = async () => (await scene.store.read.auditEntry.findMany()).map(({ action }) => action);

describe("the inbox", () => {
  it("lists who waits, the longest first, with no name, word or whole number of theirs", async () => {
    await waits({ id: "young", serial: 1, name: "Zehra", text: "secret words", waitsMs: hourMs });
    await waits({ id: "old", serial: 2, name: "Samir", language: "ar", waitsMs: 5 * hourMs });
    const browser = await scene.as("caseworker");
    const { body } = await browser.get("/console/inbox");
    expect(body.indexOf("case-old")).toBeLessThan(body.indexOf("case-young"));
    expect(body).toContain("5 hours ago");
    expect(body).toContain("العربية");
    expect(body).toContain("+90********02");
    for (const hidden of ["Zehra", "Samir", "secret words", "+9055501000"])
      expect(body).not.toContain(hidden);
  });

  it("asks the database as often for forty cases as for one", async () => {
    let asked = 0;
    const read = new Proxy(scene.store.read, {
      get: (target, name): unknown => {
        asked += 1;
        return Reflect.get(target, name);
      },
    });
    const list = async () => {
      asked = 0;
      const cases = await openCases({ store: { ...scene.store, read } });
      return [cases.length, asked];
    };
    await waits({ id: "m1", serial: 1 });
    const [, forOne] = await list();
    for (let serial = 2; serial <= 40; serial += 1) await waits({ id: `m${serial}`, serial });
    expect(await list()).toEqual([40, forOne]);
  });
});

describe("a case", () => {
  it("shows the talk so far in its order, in her words", async () => {
    const id = await waits({ text: "I want to ask something" });
    const browser = await scene.as("caseworker");
    const { body } = await browser.get(`/console/cases/${id}`);
    expect(body.indexOf("I want to ask something")).toBeGreaterThan(0);
    expect(body.indexOf("I want to ask something")).toBeLessThan(body.indexOf("A person will write to you."));
    expect(body).toContain("Amina");
    expect(body).not.toContain("+905550100001");
  });

  it("shows nothing that is older than 14 days", async () => {
    const id = await waits({ text: "long ago", waitsMs: 15 * 24 * hourMs });
    const { body } = await (await scene.as("caseworker")).get(`/console/cases/${id}`);
    expect(body).not.toContain("long ago");
    expect(body).toContain("Nothing was written in this time.");
  });

  it("notes each reading with who, whose and why; the page of whoever has it looks again without a new note", async () => {
    const id = await waits();
    const browser = await scene.as("caseworker");
    await browser.get(`/console/cases/${id}`);
    await browser.get(`/console/cases/${id}`, { "hx-request": "true" });
    expect(await actions()).toEqual(["staff.added", "staff.signed_in", "case.read", "case.read"]);
    const [, , entry] = await scene.store.read.auditEntry.findMany();
    expect(entry).toMatchObject({ actor: `staff:${browser.staffId}`, object: `case:${id}` });
    expect(JSON.parse(entry!.detail)).toEqual({ purpose: "answering", personId: "amina" });
    await browser.post(`/console/cases/${id}/take`);
    await browser.get(`/console/cases/${id}`, { "hx-request": "true" });
    expect(await actions()).toEqual([
      ...["staff.added", "staff.signed_in", "case.read", "case.read", "case.taken"],
    ]);
  });

  it("is taken by one: the second is told who has it, and cannot write or close", async () => {
    const id = await waits();
    const [one, other] = [await scene.as("caseworker"), await scene.as("approver")];
    expect((await one.does(`/console/cases/${id}/take`)).body).toContain("The case is yours.");
    const late = await other.does(`/console/cases/${id}/take`);
    expect(late.body).toContain("Somebody else was first");
    expect(late.body).toContain("The caseworker");
    expect(late.body).not.toContain("/reply");
    await other.does(`/console/cases/${id}/close`);
    expect(scene.handed.endings).toEqual([]);
  });

  it("is taken by one of two who press the button in the same moment", async () => {
    const id = await waits();
    const [one, other] = [await scene.as("caseworker"), await scene.as("approver")];
    await Promise.all([one.get("/console/inbox"), other.get("/console/inbox")]);
    await Promise.all([one.post(`/console/cases/${id}/take`), other.post(`/console/cases/${id}/take`)]);
    expect((await actions()).filter((action) => action === "case.taken")).toHaveLength(1);
  });

  it("goes back into the inbox when she gives it back, and only she can", async () => {
    const id = await waits();
    const [one, other] = [await scene.as("caseworker"), await scene.as("approver")];
    await one.does(`/console/cases/${id}/take`);
    expect((await other.does(`/console/cases/${id}/give-back`)).body).toContain("You do not have this case");
    expect((await one.does(`/console/cases/${id}/give-back`)).body).toContain("back in the inbox");
    expect((await other.does(`/console/cases/${id}/take`)).body).toContain("The case is yours.");
  });

  it("is answered with what was typed, and a double click hands on the same form", async () => {
    const id = await waits();
    const browser = await scene.as("caseworker");
    const page = await browser.does(`/console/cases/${id}/take`);
    const [, once] = /name="once" value="([^"]+)"/.exec(page.body)!;
    const form = { text: "  Hello\r\nthere  ", once: once! };
    expect((await browser.does(`/console/cases/${id}/reply`, form)).body).toContain("on its way");
    await browser.does(`/console/cases/${id}/reply`, form);
    const handed = {
      caseId: id,
      staffId: browser.staffId,
      text: "Hello\nthere",
      once,
      staffName: "The",
    };
    expect(scene.handed.answers).toEqual([handed, handed]);
  });

  it.each([
    ["nothing", "   ", "There is no text to send."],
    ["1001 characters", "x".repeat(1_001), "longer than 1000 characters"],
  ])("is not answered with %s, and keeps the words in the form", async (_what, text, fault) => {
    const id = await waits();
    const browser = await scene.as("caseworker");
    await browser.does(`/console/cases/${id}/take`);
    const answer = await browser.post(`/console/cases/${id}/reply`, { form: { text, once: "1" } });
    expect([answer.statusCode, answer.body.includes(fault)]).toEqual([422, true]);
    expect(answer.body).toContain(`>${text.trim()}</textarea>`);
    expect(scene.handed.answers).toEqual([]);
  });

  it("is closed by whoever has it", async () => {
    const id = await waits();
    const browser = await scene.as("caseworker");
    await browser.does(`/console/cases/${id}/close`);
    expect(scene.handed.endings).toEqual([]);
    await browser.does(`/console/cases/${id}/take`);
    expect((await browser.does(`/console/cases/${id}/close`)).body).toContain("and she is told");
    expect(scene.handed.endings).toEqual([{ caseId: id, staffId: browser.staffId }]);
  });

  it("says how many SMS an answer is, and which signs make it longer", async () => {
    const browser = await scene.as("caseworker");
    const count = async (text: string) => (await browser.post("/console/segments", { form: { text } })).body;
    expect(await count("Hello")).toContain("parts 1, characters 5");
    expect(await count("x".repeat(161))).toContain("parts 2");
    expect(await count("Hello ’")).toContain("’");
  });
});

describe("words that try to be a script", () => {
  const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>{{csrf}}<%= 1 %>`;

  it("are shown as words in every page that shows them", async () => {
    const id = await waits({ name: evil, place: evil, text: evil });
    await addStaff(
      scene.host,
      { name: evil, email: "evil@union.example", role: "caseworker", language: "en" },
      `staff:${evil}`,
    );
    const browser = await scene.as("administrator");
    const pages = [
      await browser.does(`/console/cases/${id}/take`),
      await browser.post(`/console/cases/${id}/reply`, {
        form: { text: `${evil}${"x".repeat(1_000)}`, once: "1" },
      }),
      await browser.post("/console/people", { form: { number: "MU-4821-K", purpose: "she_asks" } }),
      await browser.get("/console/staff"),
      await browser.get("/console/audit"),
      await browser.get(`/console/audit?actor=${encodeURIComponent(evil)}`),
      await browser.post("/console/staff", { form: { name: evil, email: evil, role: evil, language: evil } }),
      await browser.get(`/console/inbox?said=${encodeURIComponent(evil)}`),
      await browser.get(`/console/sign-in/${encodeURIComponent(evil).slice(0, 150)}`),
    ];
    for (const [at, { body }] of pages.entries()) {
      expect(body, `page ${at}`).not.toContain("<script>");
      expect(body, `page ${at}`).not.toContain("<img");
    }
    expect(pages[0]!.body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(pages[0]!.body).toContain("{{csrf}}&lt;%= 1 %&gt;");
  });
});
