import Fastify, { type FastifyInstance } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { credentialPages } from "../../../server/credentials/credential-pages.ts";
import { viewingNews } from "../../../server/credentials/viewing-news.ts";
import { amal, aPaper } from "../../bot/credentials/talking-bureau.ts";

const told = /Somebody saw your papers with your PIN/g;

/** A member who has shared her papers, and the page on which others look at them. */
async function aSharedPaper() {
  const bureau = await aPaper();
  const pin = /\d{6}/.exec(await bureau.types(amal, "SHARE"))?.[0] ?? "";
  const { runtime } = bureau;
  const app: FastifyInstance = Fastify();
  app.register(credentialPages(runtime, viewingNews(runtime)));
  onTestFinished(() => app.close());
  return {
    pin,
    looks: async (typed: string | null) => {
      const page = await app.inject({
        method: typed === null ? "GET" : "POST",
        url: `/v/${bureau.code}`,
        ...(typed === null ? {} : { payload: `pin=${typed}` }),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      await bureau.union.work();
      return { page, heard: bureau.arrived(amal).match(told)?.length ?? 0 };
    },
  };
}

test("a member hears once of each time somebody saw her papers on the page with her PIN", async () => {
  const { pin, looks } = await aSharedPaper();
  for (const _time of ["first", "second"]) {
    const { page, heard } = await looks(pin);
    expect(page.body).toContain("Amal Noor");
    expect(heard).toBe(1);
  }
});

test("a member hears nothing of a look without a PIN, or with a wrong one", async () => {
  const { pin, looks } = await aSharedPaper();
  const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, "0");
  for (const typed of [null, wrong, ""]) {
    const { page, heard } = await looks(typed);
    expect(page.body).not.toContain("Amal Noor");
    expect(heard).toBe(0);
  }
});
