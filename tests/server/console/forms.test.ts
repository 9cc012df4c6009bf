import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCase } from "../../../union/cases/open-case.ts";
import type { Browser, Sent } from "./browser.ts";
import { noon, openSmallConsole, publicUrl, type SmallConsole } from "./small-console.ts";

let scene: SmallConsole;
let browser: Browser;
beforeEach(async () => {
  scene = await openSmallConsole();
  browser = await scene.as("caseworker");
  await scene.store.write.once((tx) =>
    openCase(tx, { id: "c1", addressId: "a1", personId: null, reason: "asked_for_person", now: noon }),
  );
  await browser.get("/console/inbox");
});
afterEach(() => scene.close());

const owner = async () => (await scene.store.read.case.findUniqueOrThrow({ where: { id: "c1" } })).takenBy;
const takes = (sent: Sent) => browser.post("/console/cases/c1/take", sent);

describe("a form that was not sent from a page of the console", () => {
  const ours = { "sec-fetch-site": "same-origin" };
  it.each<readonly [string, Sent]>([
    ["has no token", { csrf: null }],
    ["has a wrong token", { csrf: "made-up" }],
    ["has an empty token", { csrf: "" }],
    [
      "comes from another site",
      { headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" } },
    ],
    ["comes from a page beside ours on the same domain", { headers: { "sec-fetch-site": "same-site" } }],
    ["comes from another site in an old browser", { headers: { origin: "https://evil.example" } }],
    ["comes from a page that hides where it is", { headers: { origin: "null" } }],
    [
      "says two different things about where it comes from",
      { headers: { ...ours, origin: "https://evil.example" } },
    ],
    [
      "names our address while the browser says it is another site",
      { headers: { "sec-fetch-site": "cross-site", origin: publicUrl } },
    ],
    ["says nothing about where it comes from", { headers: {} }],
    ["comes from another port of this machine", { headers: { origin: "http://localhost:9" } }],
  ])("and %s is refused with 403, says what to do, and changes nothing", async (_why, sent) => {
    const answer = await takes(sent);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain("load the page again");
    expect(await owner()).toBeNull();
  });

  it("cannot use a token that was given to somebody else, or before signing in", async () => {
    const stranger = scene.browser();
    const page = await stranger.get("/console/sign-in");
    const [, csrf] = /name="_csrf" value="([^"]+)"/.exec(page.body)!;
    browser.cookies.set("console-forms", stranger.cookies.get("console-forms")!);
    expect((await takes({ csrf: csrf! })).statusCode).toBe(403);
    expect(await owner()).toBeNull();
  });

  it("is not read when it is JSON, plain text or too large", async () => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const post = async (type: string, payload: string) => {
      const headers = { cookie, "content-type": type, "sec-fetch-site": "same-origin" };
      const answer = await scene.app.inject({
        method: "POST",
        url: "/console/cases/c1/take",
        headers,
        payload,
      });
      return answer.statusCode;
    };
    expect(await post("application/json", "{}")).toBe(400);
    expect(await post("text/plain", "x")).toBe(403);
    expect(await post("application/x-www-form-urlencoded", `text=${"x".repeat(2_000_000)}`)).toBe(413);
    expect(await owner()).toBeNull();
  });
});

describe("a form that was sent from a page of the console", () => {
  it.each<readonly [string, Sent]>([
    ["a browser that says where it comes from", { headers: { "sec-fetch-site": "same-origin" } }],
    ["an old browser that says only Origin", { headers: { origin: publicUrl } }],
    [
      "a browser that reached us by another name of this machine",
      { headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" } },
    ],
  ])("by %s is taken", async (_what, sent) => {
    expect((await takes(sent)).statusCode).toBe(303);
    expect(await owner()).not.toBeNull();
  });
});
