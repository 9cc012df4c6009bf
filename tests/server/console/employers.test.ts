import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../../../domain/moment.ts";
import { employerByKey } from "../../../union/employers/api-keys.ts";
import { joinEmployer } from "../../../union/employers/join-employer.ts";
import { postOpening } from "../../../union/openings/post-opening.ts";
import { noon, openSmallConsole, type SmallConsole } from "./small-console.ts";

let scene: SmallConsole;
beforeEach(async () => {
  scene = await openSmallConsole();
});
afterEach(() => scene.close());

/** An employer who waits, with one opening whose words hold it back. */
async function employerWithOpening(): Promise<void> {
  await scene.store.write.once(async (tx) => {
    await joinEmployer(tx, {
      ...{
        id: "e1",
        contactId: "contact",
        name: "Bakery <b>",
        kind: "company",
        place: "Mersin",
        country: "TR",
      },
      ...{ contactName: "Selin", email: "selin@bakery.example", language: "en", addressId: null, now: noon },
    });
    const posted = await postOpening(tx, {
      ...{ id: "o1", employerId: "e1", source: "text", actor: "employer:e1", now: noon.getTime() },
      draft: {
        ...{
          livelihood: "baker",
          place: "Mersin",
          country: "TR",
          places: 1,
          startsOn: "2026-12-01",
          hours: null,
        },
        pay: { amount: 22_000, currency: "TRY", period: "month" },
        validUntil: noon.getTime() + 10 * dayMs,
        details: "A deposit is needed for the uniform.",
      },
    });
    expect(posted.kind).toBe("held");
  });
}

describe("an employer", () => {
  beforeEach(employerWithOpening);
  const state = async () =>
    (await scene.store.read.employer.findUniqueOrThrow({ where: { id: "e1" } })).state;
  const decide = {
    verify: { decision: "verify", reason: "identity_checked" },
    pause: { decision: "pause", reason: "complaints" },
  };

  it("is listed, looked at, verified and paused, each with a reason", async () => {
    const browser = await scene.as("caseworker");
    expect((await browser.get("/console/employers")).body).toContain("Bakery &lt;b&gt;");
    expect((await browser.get("/console/employers/e1")).body).toContain("selin@bakery.example");
    expect((await browser.does("/console/employers/e1/decide", decide.verify)).body).toContain("Verified.");
    expect((await browser.does("/console/employers/e1/decide", decide.verify)).body).toContain(
      "Nothing was changed",
    );
    expect(await state()).toBe("verified");
    await browser.does("/console/employers/e1/decide", decide.pause);
    expect(await state()).toBe("paused");
    expect((await browser.get("/console/employers?state=paused")).body).toContain("Bakery");
    const bad = await browser.post("/console/employers/e1/decide", { form: { decision: "refuse" } });
    expect([bad.statusCode, await state()]).toEqual([422, "paused"]);
  });

  it("gets a key from an administrator, shown once, that works until it is ended", async () => {
    const browser = await scene.as("administrator");
    const page = await browser.post("/console/employers/e1/keys", { form: { label: "web site" } });
    const [key] = /mu_[a-z0-9]{40}/.exec(page.body)!;
    expect(await employerByKey(scene.host, key)).toMatchObject({ employerId: "e1" });
    const employer = await browser.get("/console/employers/e1");
    expect([employer.body.includes("web site"), employer.body.includes(key)]).toEqual([true, false]);
    const [revoke] = /\/console\/employers\/e1\/keys\/[^"]+\/revoke/.exec(employer.body)!;
    await browser.does(revoke);
    expect(await employerByKey(scene.host, key)).toBeNull();
    expect((await browser.post("/console/employers/e1/keys", { form: { label: " " } })).statusCode).toBe(422);
  });

  it("has no keys for a caseworker to see or make", async () => {
    const browser = await scene.as("caseworker");
    expect((await browser.get("/console/employers/e1")).body).not.toContain("API keys");
    await browser.post("/console/employers/e1/keys", { form: { label: "web site" } });
    expect(await scene.store.read.apiKey.count()).toBe(0);
  });
});

describe("an opening that is held back", () => {
  beforeEach(employerWithOpening);
  const state = async () => (await scene.store.read.opening.findUniqueOrThrow({ where: { id: "o1" } })).state;

  it("shows the rule that holds it, and is released", async () => {
    const browser = await scene.as("caseworker");
    const { body } = await browser.get("/console/openings");
    for (const shown of ["She is to pay", "A deposit is needed", "22000 TRY", "a month"])
      expect(body).toContain(shown);
    expect((await browser.does("/console/openings/o1/release")).body).toContain("Released.");
    expect((await browser.does("/console/openings/o1/release")).body).toContain("Nothing was changed");
    expect(await state()).toBe("open");
  });

  it("is refused only with a reason", async () => {
    const browser = await scene.as("caseworker");
    const form = { decision: "refuse", reason: "fee" };
    expect(
      (await browser.post("/console/openings/o1/refuse", { form: { decision: "refuse", reason: "" } }))
        .statusCode,
    ).toBe(422);
    expect(await state()).toBe("held");
    await browser.does("/console/openings/o1/refuse", form);
    expect(await state()).toBe("closed");
  });
});

describe("an opening that members have heard of", () => {
  let rung: string[];
  beforeEach(async () => {
    rung = [];
    await scene.close();
    scene = await openSmallConsole({
      doorbell: {
        announceMail: async () => true,
        announceMessages: async () => true,
        announceRound: async (round) => {
          rung.push(round);
          return true;
        },
      },
    });
    await employerWithOpening();
    const browser = await scene.as("caseworker");
    await browser.does("/console/openings/o1/release");
    await browser.does("/console/employers/e1/decide", { decision: "verify", reason: "identity_checked" });
    rung = [];
  });
  const state = async () => (await scene.store.read.opening.findUniqueOrThrow({ where: { id: "o1" } })).state;
  const step = async (decision: string, reason = "employer_asks") =>
    (await scene.as("caseworker")).does("/console/openings/o1/step", { decision, reason });

  it("stands on its employer's page with code, place, pay, until when, and how many heard and said yes", async () => {
    const { body } = await (await scene.as("caseworker")).get("/console/employers/e1");
    const { code } = await scene.store.read.opening.findUniqueOrThrow({ where: { id: "o1" } });
    for (const shown of [code, "Mersin", "22000 TRY", "answers until Dec 4, 2026", "told: 0, said yes: 0"])
      expect(body).toContain(shown);
    expect(body).toContain('value="pause"');
    expect(body).not.toContain('value="resume"');
  });

  it("is paused, and goes on for an employer who asks for a person: members are looked for at once", async () => {
    expect((await step("pause")).body).toContain("Paused. Nobody new hears of it.");
    expect(await state()).toBe("paused");
    const paused = await (await scene.as("caseworker")).get("/console/openings?state=paused");
    expect(paused.body).toContain('value="resume"');
    expect((await step("resume")).body).toContain("It goes on.");
    expect((await step("resume")).body).toContain("Nothing was changed");
    expect([await state(), rung]).toEqual(["open", ["matching"]]);
  });

  it("does not go on after the day to answer by", async () => {
    await step("pause");
    scene.forward(11 * dayMs);
    expect((await step("resume")).body).toContain("its day to answer by has passed");
    expect([await state(), rung]).toEqual(["paused", []]);
  });

  it.each([
    ["fill", "filled"],
    ["close", "closed"],
  ])(
    "is ended by %s, once, with the reason in the audit log, and those who said yes are to hear",
    async (decision, ended) => {
      await step(decision, "complaints");
      expect((await step(decision)).body).toContain("Nothing was changed");
      expect([await state(), rung]).toEqual([ended, ["expiry"]]);
      const { staffId } = await scene.as("caseworker");
      const [entry, ...more] = await scene.store.read.auditEntry.findMany({
        where: { action: `opening.${ended}` },
      });
      expect([entry?.actor, entry?.object, entry?.detail, more]).toEqual([
        ...[`staff:${staffId}`, "opening:o1", '{"reason":"complaints"}', []],
      ]);
    },
  );

  it("is left as it is without a reason, with a step there is not, and while it is held", async () => {
    const browser = await scene.as("caseworker");
    for (const form of [{ decision: "close" }, { decision: "burn", reason: "complaints" }]) {
      const answer = await browser.post("/console/openings/o1/step", { form });
      expect([answer.statusCode, answer.body.includes("Say why, from the list.")]).toEqual([422, true]);
    }
    await scene.store.write.once((tx) => tx.opening.update({ where: { id: "o1" }, data: { state: "held" } }));
    expect((await step("close")).body).toContain("Nothing was changed");
    expect([await state(), rung]).toEqual(["held", []]);
  });
});
