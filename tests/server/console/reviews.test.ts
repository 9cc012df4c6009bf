import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Relation } from "../../../domain/credential-request.ts";
import { answerAttestation } from "../../../union/credentials/answer-attestation.ts";
import { beginAttestation } from "../../../union/credentials/begin-attestation.ts";
import type { RequestNews } from "../../../union/credentials/decide-request.ts";
import { openRequest } from "../../../union/credentials/open-request.ts";
import { memberWhoWaits } from "./a-member.ts";
import { noon, openSmallConsole, type SmallConsole } from "./small-console.ts";

let scene: SmallConsole;
let told: RequestNews[];
beforeEach(async () => {
  told = [];
  scene = await openSmallConsole({
    tellOfRequest: async (_tx, news) => {
      told.push(news);
    },
  });
});
afterEach(() => scene.close());

const yes = { decision: "approve", reason: "confirmed" };

/** A request that its attestor confirmed; gives back its id. */
async function attested(relation: Relation = "former-employer"): Promise<string> {
  await memberWhoWaits(scene);
  return scene.store.write.once(async (tx) => {
    const opened = await openRequest(
      tx,
      scene.host,
      {
        ...{ personId: "amina", addressId: "address-amina", relation },
        claim: { kind: "work-record", livelihood: "tailor", months: 24 },
        attestor: { number: "+905550200001", name: "Mr Demir", language: "fr" },
      },
      noon,
    );
    if (opened.kind !== "opened") throw new Error(opened.why);
    const { attestationId, requestId } = opened;
    await beginAttestation(tx, { attestationId, addressId: "attestor" }, noon);
    await answerAttestation(
      tx,
      { attestationId, addressId: "attestor", answers: { place: "Izmir", months: 18 }, verdict: "right" },
      noon,
    );
    return requestId;
  });
}

describe("a request for a credential", () => {
  it("shows the claim beside what the attestor said, no number whole, and notes who read it", async () => {
    const id = await attested();
    const browser = await scene.as("caseworker");
    expect((await browser.get("/console/requests")).body).toContain(`/console/requests/${id}`);
    const { body } = await browser.get(`/console/requests/${id}`);
    for (const shown of ["months: 24", "months: 18", "Izmir", "Mr Demir", "It is right"])
      expect(body).toContain(shown);
    expect(body).not.toContain("+905550200001");
    const last = await scene.store.read.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({
      actor: `staff:${browser.staffId}`,
      action: "request.read",
      object: `request:${id}`,
    });
  });

  it("is approved once: she is told with her code, and a second click changes nothing", async () => {
    const id = await attested();
    const browser = await scene.as("caseworker");
    expect((await browser.does(`/console/requests/${id}/decide`, yes)).body).toContain(
      "The credential is issued",
    );
    expect((await browser.does(`/console/requests/${id}/decide`, yes)).body).toContain("Nothing was changed");
    expect(told.map(({ kind }) => kind)).toEqual(["issued"]);
    expect(await scene.store.read.credential.count()).toBe(1);
  });

  it("of an organisation needs two different people", async () => {
    const id = await attested("organisation");
    const [one, other] = [await scene.as("caseworker"), await scene.as("approver")];
    expect((await one.does(`/console/requests/${id}/decide`, yes)).body).toContain(
      "A second person must approve",
    );
    expect((await one.does(`/console/requests/${id}/decide`, yes)).body).toContain(
      "Somebody else must do so now",
    );
    expect(await scene.store.read.credential.count()).toBe(0);
    await other.does(`/console/requests/${id}/decide`, yes);
    expect(await scene.store.read.credential.count()).toBe(1);
  });

  it.each([
    ["no reason", { decision: "refuse" }],
    ["another reason without words", { decision: "refuse", reason: "other" }],
    ["a reason that is not in the list", { decision: "refuse", reason: "nationality" }],
    ["a decision there is not", { decision: "burn", reason: "duplicate" }],
  ])("is not decided with %s", async (_what, form) => {
    const id = await attested();
    const browser = await scene.as("caseworker");
    const answer = await browser.post(`/console/requests/${id}/decide`, { form });
    expect([answer.statusCode, answer.body.includes("Choose a decision and a reason")]).toEqual([422, true]);
    expect(await scene.store.read.credentialRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "attested",
    });
  });

  it("is refused, or asked for more, with the reason and the words kept with it", async () => {
    const id = await attested();
    const browser = await scene.as("caseworker");
    await browser.does(`/console/requests/${id}/decide`, { decision: "more_info", reason: "does_not_match" });
    const words = { decision: "refuse", reason: "other", words: "The workshop closed in 2019." };
    await browser.does(`/console/requests/${id}/decide`, words);
    expect(await scene.store.read.credentialRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ state: "refused", reason: "other: The workshop closed in 2019.", decidedBy: browser.staffId },
    });
    expect(told.map(({ kind }) => kind)).toEqual(["more_info", "refused"]);
  });
});

describe("a credential", () => {
  it("is found by the member number, suspended, restored and taken back for good", async () => {
    const id = await attested();
    const browser = await scene.as("caseworker");
    await browser.does(`/console/requests/${id}/decide`, yes);
    const number = (await scene.store.read.person.findUniqueOrThrow({ where: { id: "amina" } })).number!;
    const found = await browser.post("/console/people", { form: { number, purpose: "complaint" } });
    const [path] = /\/console\/credentials\/[^"]+/.exec(found.body)!;
    const state = async () => (await scene.store.read.credential.findFirstOrThrow()).state;
    const decide = (decision: string) =>
      browser.does(`${path}/decide`, { decision, reason: "being_checked" });
    expect((await browser.get(path)).body).toContain("counts");
    const states: string[] = [];
    for (const decision of ["suspend", "restore", "revoke", "restore"]) {
      await decide(decision);
      states.push(await state());
    }
    expect(states).toEqual(["suspended", "issued", "revoked", "revoked"]);
    expect((await decide("restore")).body).toContain("this cannot be done");
  });
});

describe("looking somebody up", () => {
  it.each([
    ["without a reason", { number: "MU-4821-K" }, 422, "Say why you look."],
    ["with a wrong letter", { number: "MU-4821-A", purpose: "she_asks" }, 422, "This is no member number"],
  ])("%s shows nothing", async (_what, form, status, text) => {
    await memberWhoWaits(scene);
    const browser = await scene.as("caseworker");
    const answer = await browser.post("/console/people", { form });
    expect([answer.statusCode, answer.body.includes(text), answer.body.includes("Amina")]).toEqual([
      status,
      true,
      false,
    ]);
  });

  it("is noted with the reason, also where nobody is found", async () => {
    await memberWhoWaits(scene);
    const { number } = await scene.store.read.person.findUniqueOrThrow({ where: { id: "amina" } });
    const browser = await scene.as("caseworker");
    expect(
      (await browser.post("/console/people", { form: { number: number!, purpose: "she_asks" } })).body,
    ).toContain("Amina");
    await scene.store.write.once((tx) => tx.person.delete({ where: { id: "amina" } }));
    expect(
      (await browser.post("/console/people", { form: { number: number!, purpose: "she_asks" } })).statusCode,
    ).toBe(404);
    const noted = (await scene.store.read.auditEntry.findMany()).slice(-2);
    expect(noted.map(({ action, detail }) => [action, JSON.parse(detail).purpose])).toEqual([
      ["person.read", "she_asks"],
      ["person.not_found", "she_asks"],
    ]);
  });
});
