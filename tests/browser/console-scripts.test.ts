import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeCase } from "../../union/cases/take-case.ts";
import { openSeededService, type SeededService } from "../guards/seeded-service.ts";
import { chromiumPath, openChromium } from "./open-chromium.ts";
import { scriptCorpus } from "./script-corpus.ts";

/** One of the corpus for each, round and round, so that together the fields hold all of it. */
const hostile = (from: number) => (at: number) => scriptCorpus[(from + at) % scriptCorpus.length] ?? "";
/** The whole corpus in one text. */
const all = scriptCorpus.join("\n");
const shown = (text: string): string => text.replace(/\s+/g, " ").trim();

describe.skipIf(chromiumPath === undefined)(
  "what people wrote is text wherever it is shown, in a real browser",
  () => {
    let seeded: SeededService;
    let browser: Browser;
    let page: Page;
    let site: string;
    /** All that ran, was asked to run or was stopped by the page's own rules. */
    const alarms: string[] = [];

    beforeAll(async () => {
      seeded = await openSeededService("sim", {
        ...{ member: hostile(0), place: hostile(12), work: hostile(24), attestor: hostile(36) },
        ...{ employer: hostile(48), details: () => all, message: () => all },
        ...{ notice: hostile(11)(0), staff: hostile(18)(0) },
      });
      site = await seeded.app.listen({ host: "127.0.0.1", port: 0 });
      browser = await openChromium();
      const context = await browser.newContext();
      const token = await seeded.session("administrator");
      await context.addCookies([{ name: "console-session", value: token, url: site }]);
      page = await context.newPage();
      await page.exposeFunction("canary", (id: unknown) => alarms.push(`canary ${String(id)} ran`));
      await page.exposeFunction("stopped", (what: string) => alarms.push(what));
      await page.addInitScript(
        `document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        window.stopped(violatedDirective + " stopped " + blockedURI));`,
      );
      page.on("dialog", (dialog) => {
        alarms.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("pageerror", (fault) => alarms.push(`a script failed: ${fault.message}`));
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await seeded?.close();
    });

    /** Opens a page; gives back what a reader sees, and expects nothing to have run. */
    async function reads(path: string, texts: readonly string[]): Promise<void> {
      const answer = await page.goto(`${site}${path}`);
      expect(answer?.status(), path).toBe(200);
      await rests(path, texts);
    }
    async function rests(path: string, texts: readonly string[]): Promise<void> {
      const seen = shown((await page.locator("body").textContent()) ?? "");
      for (const text of texts) expect(seen, path).toContain(shown(text));
      expect(
        await page.locator("script:not([src]), [onerror], [onload], [onfocus], a[href^=javascript]").count(),
      ).toBe(0);
      expect(alarms, path).toEqual([]);
    }

    it("the canary would be heard", async () => {
      await page.goto("data:text/html,<img src=x onerror=canary(1)>");
      await expect.poll(() => alarms).toEqual(["canary 1 ran"]);
      alarms.length = 0;
    });

    it("in the inbox, and in every case with all its messages", async () => {
      // The list itself holds nobody's words.
      await reads("/console/inbox", []);
      const { staff } = seeded.runtime.store.read;
      const { id: staffId } = await staff.findFirstOrThrow({ where: { name: "The administrator" } });
      for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const caseId = `case${at}`;
        await takeCase(seeded.runtime, { caseId, staffId });
        const words = at === 0 ? scriptCorpus : [];
        await reads(`/console/cases/${caseId}`, [hostile(0)(at), hostile(12)(at), ...words]);
      }
    });

    it("in requests, papers, employers, openings, notices, the audit log and the list of staff", async () => {
      const { ids } = seeded;
      await reads("/console/requests", []);
      await reads(`/console/requests/${ids.requests}`, []);
      await reads(`/console/credentials/${ids.credentials}`, []);
      for (const at of [0, 1])
        await reads(`/console/employers/employer${at}`, [hostile(48)(at), hostile(0)(at), hostile(12)(at)]);
      await seeded.runtime.store.write.once((tx) =>
        tx.opening.updateMany({ data: { state: "held", heldFor: '["fee"]' } }),
      );
      await reads("/console/openings", [...scriptCorpus, hostile(48)(0)]);
      await seeded.runtime.store.write.once((tx) =>
        tx.opening.updateMany({ data: { state: "open", heldFor: "[]" } }),
      );
      await reads("/console/notices", [hostile(11)(0)]);
      await reads(`/console/notices/${ids.notices}`, [hostile(11)(0)]);
      await reads(`/console/notices/${ids.notices}/edit`, []);
      await reads("/console/audit", []);
      await reads("/console/staff", [hostile(18)(0)]);
      await reads("/console/people", []);
    });

    it("in all requests, one by one", async () => {
      const requests = await seeded.runtime.store.read.credentialRequest.findMany({
        where: { state: "attested" },
      });
      expect(requests.length).toBeGreaterThan(5);
      for (const { id, attestorName } of requests.slice(0, 6))
        await reads(`/console/requests/${id}`, [attestorName ?? ""]);
    });

    it("where the page says again what was typed: finding a member", async () => {
      for (const text of scriptCorpus.slice(11, 15)) {
        await page.goto(`${site}/console/people`);
        await page.locator("main input:not([type=hidden])").first().fill(text);
        await page.locator("main form button").first().click();
        await page.waitForLoadState();
        await rests("/console/people", []);
      }
    });

    it("on the digest's page and in every letter of the mailbox", async () => {
      for (const { digest } of seeded.employers) await reads(new URL(digest.pageUrl).pathname, []);
      await reads("/mailbox", []);
      const letters = await seeded.runtime.store.read.letter.findMany();
      expect(letters.length).toBeGreaterThan(1);
      for (const { id } of letters) await reads(`/mailbox/${id}`, []);
    });

    it("on the page that shows a paper to whoever has the PIN", async () => {
      await page.goto(`${site}/v/${seeded.codes[0]}`);
      await page.locator("input[name=pin]").fill(seeded.pin);
      await page.locator("input[name=pin]").press("Enter");
      await page.waitForLoadState();
      await rests("/v", [hostile(0)(0)]);
      for (const text of scriptCorpus.slice(11, 14)) {
        await page.goto(`${site}/v?code=${encodeURIComponent(text)}`);
        await rests("/v", []);
      }
    });

    it("in the addresses of pages and links that there are not", async () => {
      for (const path of ["/d/", "/console/sign-in/", "/console/cases/", "/console/?said=", "/mailbox/"])
        for (const text of scriptCorpus.slice(11, 14)) {
          await page.goto(`${site}${path}${encodeURIComponent(text)}`);
          await rests(path, []);
        }
    });
  },
);
