import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../../domain/moment.ts";
import { addStaff } from "../../../union/staff/add-staff.ts";
import { disableStaff, enableStaff } from "../../../union/staff/disable-staff.ts";
import type { Browser } from "./browser.ts";
import { openSmallConsole, type SmallConsole } from "./small-console.ts";

const email = "ada@union.example";
let scene: SmallConsole;
let ada: string;
beforeEach(async () => {
  scene = await openSmallConsole();
  const added = await addStaff(
    scene.host,
    { name: "Ada", email, role: "administrator", language: "fr" },
    "operator",
  );
  ada = added.id;
});
afterEach(() => scene.close());

const asks = (browser: Browser, address = email) =>
  browser.post("/console/sign-in", { form: { email: address } });
const letters = () => scene.store.read.letter.findMany({ orderBy: { createdAt: "asc" } });
/** The path of the link in the last letter. */
async function link(): Promise<string> {
  const letter = (await letters()).at(-1);
  return /http:\/\/localhost:3000(\/console\/sign-in\/[\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "no link";
}
const isIn = async (browser: Browser) => (await browser.get("/console/inbox")).statusCode === 200;

describe("signing in", () => {
  it("takes an address, a letter in her language, a link and a button", async () => {
    const browser = scene.browser();
    expect((await asks(browser, " ADA@union.example ")).statusCode).toBe(200);
    const [letter] = await letters();
    expect(letter).toMatchObject({ recipient: email, language: "fr", kind: "sign-in", state: "queued" });
    expect(letter?.html).toContain(await link());
    const page = await browser.get(await link());
    expect(page.body).toContain("<button>Sign in now</button>");
    const inside = await browser.does(await link());
    expect(inside.body).toContain("Boîte de réception");
    expect(inside.body).toContain("Ada");
  });

  it("answers an unknown, a disabled and a known address word for word alike", async () => {
    await addStaff(
      scene.host,
      { name: "Old", email: "old@union.example", role: "administrator", language: "en" },
      "operator",
    );
    const old = await scene.store.read.staff.findUniqueOrThrow({ where: { email: "old@union.example" } });
    await disableStaff(scene.host, { staffId: old.id, by: `staff:${ada}` });
    const bodies = new Set<string>();
    for (const address of [email, "old@union.example", "nobody@union.example"])
      bodies.add((await asks(scene.browser(), address)).body);
    expect(bodies.size).toBe(1);
    expect((await letters()).map(({ recipient }) => recipient)).toEqual([email]);
  });

  it("says what is wrong with something that is no address", async () => {
    const answer = await asks(scene.browser(), "call me");
    expect([answer.statusCode, answer.body.includes("name@example.org")]).toEqual([422, true]);
  });

  it("is not used up by a program that opens every link in the mail", async () => {
    const browser = scene.browser();
    await asks(browser);
    const scanner = scene.browser();
    for (let time = 0; time < 3; time += 1) await scanner.get(await link());
    expect((await scanner.post(await link())).body).toContain("another browser");
    await browser.does(await link());
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(scanner)).toBe(false);
  });

  it("works once: the second time she is told so, and is not signed in", async () => {
    const browser = scene.browser();
    await asks(browser);
    await browser.does(await link());
    await browser.does("/console/sign-out");
    const again = await browser.post(await link());
    expect([again.statusCode, again.body.includes("was used before")]).toEqual([403, true]);
    expect(await isIn(browser)).toBe(false);
  });

  it("ends after 15 minutes, to the minute", async () => {
    const browser = scene.browser();
    await asks(browser);
    scene.forward(15 * minuteMs - 1);
    expect((await browser.post(await link())).statusCode).toBe(303);
    const late = scene.browser();
    await asks(late);
    scene.forward(15 * minuteMs);
    const answer = await late.post(await link());
    expect([answer.statusCode, answer.body.includes("15 minutes of this link are over")]).toEqual([
      403,
      true,
    ]);
  });

  it("by a link that was made up leads nowhere, politely", async () => {
    const answer = await scene.browser().post(`/console/sign-in/${"x".repeat(43)}`);
    expect([answer.statusCode, answer.body.includes("not known here")]).toEqual([403, true]);
  });

  it("twice in the same moment begins one session", async () => {
    const browser = scene.browser();
    await asks(browser);
    const path = await link();
    const answers = await Promise.all([browser.post(path), browser.post(path)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 403]);
    expect(await scene.store.read.staffSession.count()).toBe(1);
  });

  it("sends no more than five letters in a quarter of an hour", async () => {
    for (let time = 0; time < 7; time += 1) await asks(scene.browser());
    expect(await letters()).toHaveLength(5);
    scene.forward(16 * minuteMs);
    await asks(scene.browser());
    expect(await letters()).toHaveLength(6);
  });

  it("is slowed down for whoever tries too often", async () => {
    let last = 0;
    const browser = scene.browser();
    for (let time = 0; time < 31; time += 1) last = (await asks(browser, "nobody@union.example")).statusCode;
    expect(last).toBe(429);
  });

  it("keeps no token in the database but in the letter: only hashes", async () => {
    const browser = scene.browser();
    await asks(browser);
    await browser.does(await link());
    const token = (await link()).split("/").at(-1)!;
    const { read } = scene.store;
    const kept = JSON.stringify([await read.signInLink.findMany(), await read.staffSession.findMany()]);
    for (const secret of [
      token,
      browser.cookies.get("console-session")!,
      browser.cookies.get("console-browser")!,
    ])
      expect(kept).not.toContain(secret);
  });

  it("as a demo role is not there outside the demonstration", async () => {
    const browser = scene.browser();
    expect((await browser.get("/console/sign-in")).body).not.toContain("demo");
    const answer = await browser.post("/console/sign-in/demo", { form: { role: "administrator" } });
    expect(answer.statusCode).toBe(403);
    expect(await isIn(browser)).toBe(false);
    expect(await scene.store.read.staff.count()).toBe(1);
  });
});

describe("a session", () => {
  it("ends 12 hours after signing in, however busy she is", async () => {
    const browser = await scene.as("caseworker");
    for (let hour = 1; hour < 12; hour += 1) {
      scene.forward(hourMs);
      expect(await isIn(browser)).toBe(true);
    }
    scene.forward(hourMs);
    expect(await isIn(browser)).toBe(false);
  });

  it("ends after two hours without a click; a page that looks again by itself is no click", async () => {
    const browser = await scene.as("caseworker");
    for (let time = 0; time < 3; time += 1) {
      scene.forward(40 * minuteMs - 1);
      await browser.get("/console/inbox", { "hx-request": "true" });
    }
    expect(await isIn(browser)).toBe(true);
    scene.forward(2 * hourMs);
    const page = await browser.get("/console/inbox", { "hx-request": "true" });
    expect([page.statusCode, page.headers["hx-refresh"]]).toEqual([401, "true"]);
  });

  it("ends at once when she is disabled, and no link of hers works; enabled again she signs in anew", async () => {
    const browser = await scene.as("caseworker");
    await asks(scene.browser(), "caseworker@union.example");
    const administrator = await scene.as("administrator");
    await administrator.get("/console/staff");
    const answer = await administrator.does(`/console/staff/${browser.staffId}/disable`);
    expect(answer.body).toContain("signed out everywhere");
    expect(await isIn(browser)).toBe(false);
    expect(await scene.store.read.signInLink.count()).toBe(0);
    await enableStaff(scene.host, { staffId: browser.staffId, by: `staff:${ada}` });
    expect(await isIn(browser)).toBe(false);
  });

  it("can be ended here, or everywhere", async () => {
    const [one, two, three] = [
      await scene.as("caseworker"),
      await scene.as("caseworker"),
      await scene.as("caseworker"),
    ];
    await one.get("/console/inbox");
    await one.does("/console/sign-out");
    expect([await isIn(one), await isIn(two)]).toEqual([false, true]);
    await two.does("/console/sign-out", { everywhere: "yes" });
    expect([await isIn(two), await isIn(three)]).toEqual([false, false]);
  });

  it("is not one that somebody made up, or whose cookie was changed by a letter", async () => {
    const browser = await scene.as("caseworker");
    const token = browser.cookies.get("console-session")!;
    browser.cookies.set("console-session", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`);
    expect(await isIn(browser)).toBe(false);
  });
});

describe("the cookies of the console", () => {
  it("are for no script, no other site, and with https for no other page of the domain", async () => {
    const safe = await openSmallConsole({ publicUrl: "https://union.example", mode: "sim" });
    const browser = safe.browser();
    await browser.get("/console/sign-in");
    const answer = await browser.post("/console/sign-in/demo", { form: { role: "caseworker" } });
    const [session] = answer.cookies.filter(({ name }) => name.endsWith("session"));
    expect(session).toMatchObject({
      name: "__Host-console-session",
      path: "/",
      httpOnly: true,
      secure: true,
      sameSite: "Lax",
    });
    expect([...browser.cookies.keys()].every((name) => name.startsWith("__Host-"))).toBe(true);
    expect((await browser.get("/console/inbox")).statusCode).toBe(200);
    await safe.close();
  });
});
