import { readFileSync } from "node:fs";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { credentialClaims } from "../../../domain/credential-claims.ts";
import { minuteMs } from "../../../domain/moment.ts";
import { firstBrokenSeal } from "../../../union/audit/audit.ts";
import { revokeCredential } from "../../../union/credentials/change-standing.ts";
import { ownDidDocument, ownSurroundings } from "../../../union/credentials/own-surroundings.ts";
import { papersOf, revealCode } from "../../../union/credentials/papers-of.ts";
import { verifyCredential } from "../../../union/credentials/verify-credential.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { SmallBureau } from "./small-bureau.ts";

let bureau: SmallBureau;
beforeEach(async () => {
  bureau = await SmallBureau.open();
  await bureau.member();
});
afterEach(() => bureau.close());

const papers = () => papersOf(bureau.read, bureau.means.secrets, "amina", bureau.now);
const credentials = () => bureau.read.credential.findMany();
const change = (credentialId: string, reason = "A second look.") => ({
  credentialId,
  staffId: "ayse",
  reason,
});
/** Everything on disk, the write-ahead log too. */
const bytes = (): string =>
  [bureau.file, `${bureau.file}-wal`].map((file) => readFileSync(file).toString("latin1")).join("");

/** Reads a credential with `jose` alone, by the keys we publish: nothing of ours has a part in it. */
async function readAlone(token: string) {
  const { verificationMethod } = JSON.parse(ownDidDocument(bureau.means.issuer));
  type Method = { readonly id: string; readonly publicKeyJwk: object };
  const keys = verificationMethod.map(({ id, publicKeyJwk }: Method) => ({ ...publicKeyJwk, kid: id }));
  const { payload } = await jwtVerify(token, createLocalJWKSet({ keys }), {
    ...{ algorithms: ["ES256"], typ: "vc+jwt" },
  });
  return payload;
}

describe("a request that is approved", () => {
  it("becomes a credential that jose alone accepts, with the member's initials and nothing more of her", async () => {
    await bureau.issued();
    const [credential] = await credentials();
    const payload = await readAlone(credential?.token ?? "");
    expect(payload).toMatchObject({
      ...{ id: `urn:uuid:${credential?.id}`, type: ["VerifiableCredential", "WorkRecordCredential"] },
      ...{ issuer: "did:web:union.example", validUntil: "2029-11-21T00:00:00Z" },
    });
    const { id: _random, ...claims } = Object(payload.credentialSubject);
    expect(claims).toEqual({
      ...{ kind: "work-record", name: "A.T.", occupation: "7531", months: 24, level: 2 },
      ...{ confirmedBy: "former-employer", reachedBy: "message", confirmedIn: "2026-11" },
    });
    expect(credentialClaims.safeParse(claims).success).toBe(true);
    expect(JSON.stringify(payload)).not.toMatch(/Amina|Tahir|Demir|5550|MU-|amina/);
    const seen = await verifyCredential(
      credential?.token ?? "",
      ownSurroundings(bureau.read, bureau.means.issuer, bureau.now),
    );
    expect(seen.kind).toBe("good");
  });

  it("says no more months than the attestor remembered", async () => {
    const { requestId, attestationId } = await bureau.asks();
    await bureau.begins(attestationId);
    bureau.pass(5 * minuteMs);
    await bureau.says(attestationId, "partly", { months: 11 });
    await bureau.decides(requestId);
    const [{ token } = { token: null }] = await credentials();
    expect((await readAlone(token ?? "")).credentialSubject).toMatchObject({ months: 11 });
  });

  it.each([
    ["a skill", { kind: "skill", achievement: 10_301 }, { kind: "skill", skill: 10_301 }],
    ["a course", { kind: "training", achievement: 20_601, hours: 12 }, { course: 20_601, hours: 12 }],
  ] as const)("may be %s", async (_what, claim, claims) => {
    await bureau.issued({ claim, relation: "trainer" });
    const [{ token } = { token: null }] = await credentials();
    expect((await readAlone(token ?? "")).credentialSubject).toMatchObject(claims);
  });

  it.each([
    ["no name", null],
    ["a name of digits", "12345"],
    ["a name that no credential shows", "᠎᠎ 7"],
  ])("leaves the name out of a member's with %s", async (_what, name) => {
    await bureau.member("other", name, "+905550100002");
    await bureau.issued({ personId: "other" });
    const [{ token } = { token: null }] = await credentials();
    expect((await readAlone(token ?? "")).credentialSubject).not.toHaveProperty("name");
  });

  it("has a code that is never written in plain text, and can be sent to her again", async () => {
    const { code, credentialId } = await bureau.issued();
    expect(code).toMatch(/^\d{12}$/);
    expect(bytes()).toContain(credentialId);
    expect(bytes()).not.toContain(code);
    expect(bytes()).not.toContain(code.match(/.{4}/g)?.join("-"));
    expect(await revealCode(bureau.read, bureau.means.secrets, credentialId)).toBe(code);
    const otherKey = secretsFrom("another secret, just as long as that");
    expect(await revealCode(bureau.read, otherKey, credentialId)).toBeNull();
    expect(await papers()).toMatchObject([
      { state: "issued", credential: { code, level: 2, validUntil: new Date("2029-11-20T00:00:00Z") } },
    ]);
  });

  it("has a code that does not open in another row", async () => {
    const first = await bureau.issued();
    const second = await bureau.issued({ claim: { kind: "skill", achievement: 10_301 } });
    const { codeSealed } = await bureau.read.credential.findUniqueOrThrow({
      where: { id: first.credentialId },
    });
    await bureau.means.store.write.once((tx) =>
      tx.credential.update({ where: { id: second.credentialId }, data: { codeSealed } }),
    );
    expect(await revealCode(bureau.read, bureau.means.secrets, second.credentialId)).toBeNull();
  });

  it("has a place of its own in each list", async () => {
    await bureau.issued();
    await bureau.issued({ claim: { kind: "skill", achievement: 10_301 } });
    const places = await bureau.read.statusPlace.findMany({ include: { list: true } });
    expect(places.map(({ list }) => list.purpose).toSorted()).toEqual([
      ...["revocation", "revocation", "suspension", "suspension"],
    ]);
    expect(await bureau.read.statusList.count()).toBe(2);
  });

  it("is one credential however many approve at once", async () => {
    const id = await bureau.attested();
    const staff = ["ayse", "burak", "cem", "ayse"];
    const outcomes = await Promise.all(staff.map((staffId) => bureau.decides(id, { staffId })));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
      ...["issued", "not_open", "not_open", "not_open"],
    ]);
    expect(await bureau.read.credential.count()).toBe(1);
    expect(await bureau.read.statusPlace.count()).toBe(2);
  });

  it("needs two different people where an organisation says so", async () => {
    const id = await bureau.attested({ relation: "organisation" });
    expect(await bureau.decides(id)).toEqual({ kind: "needs_second" });
    expect(await bureau.decides(id)).toEqual({ kind: "same_person" });
    expect(await bureau.read.credential.count()).toBe(0);
    expect(await bureau.decides(id, { staffId: "burak" })).toMatchObject({ kind: "issued" });
  });

  it("needs two different people also where both click at once", async () => {
    const id = await bureau.attested({ relation: "organisation" });
    const outcomes = await Promise.all([bureau.decides(id), bureau.decides(id, { staffId: "burak" })]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["issued", "needs_second"]);
    const again = await bureau.attested({
      relation: "organisation",
      claim: { kind: "skill", achievement: 10_301 },
    });
    const same = await Promise.all([bureau.decides(again), bureau.decides(again)]);
    expect(same.map(({ kind }) => kind).toSorted()).toEqual(["needs_second", "same_person"]);
  });

  it("is decided together with telling her, or not at all", async () => {
    const id = await bureau.attested();
    const tell = async () => {
      throw new Error("the outbox is full");
    };
    await expect(bureau.decides(id, { tell })).rejects.toThrow("the outbox is full");
    expect(await papers()).toMatchObject([{ state: "attested", credential: null }]);
    const told: unknown[] = [];
    await bureau.decides(id, { tell: async (_tx, news) => told.push(news) });
    expect(told).toMatchObject([{ kind: "issued", personId: "amina", addressId: "address of amina" }]);
  });
});

describe("a caseworker's decision", () => {
  it("has a reason", async () => {
    const id = await bureau.attested();
    for (const decision of ["approve", "refuse", "more_info"] as const)
      expect(await bureau.decides(id, { decision, reason: "  " })).toEqual({ kind: "no_reason" });
    expect(await papers()).toMatchObject([{ state: "attested" }]);
  });

  it("may ask for more and then approve, or refuse, once", async () => {
    const id = await bureau.attested();
    expect(await bureau.decides(id, { decision: "more_info" })).toMatchObject({ kind: "more_info" });
    expect(await bureau.decides(id, { decision: "more_info" })).toEqual({ kind: "not_open" });
    expect(await bureau.decides(id, { decision: "refuse" })).toMatchObject({ kind: "refused" });
    expect(await bureau.decides(id)).toEqual({ kind: "not_open" });
    expect(await bureau.decides("nothing")).toEqual({ kind: "unknown" });
    expect(await bureau.read.credential.count()).toBe(0);
  });

  it("waits for the attestor", async () => {
    const { requestId } = await bureau.asks();
    for (const decision of ["approve", "refuse", "more_info"] as const)
      expect(await bureau.decides(requestId, { decision })).toEqual({ kind: "not_open" });
  });

  it("stands in the audit log by ids, without a name, number, code or the reason", async () => {
    const { credentialId, code } = await bureau.issued();
    await revokeCredential(bureau.means, change(credentialId, "Mr Demir wrote again."));
    const log = await bureau.read.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(log.map(({ actor, action }) => `${actor.split(":")[0]}: ${action}`)).toEqual([
      ...["person: request.opened", "attestation: request.attested"],
      ...["staff: request.approve", "staff: credential.revoked"],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Demir|Amina|5550/);
    expect(JSON.stringify(log)).not.toContain(code);
    expect(await bureau.means.store.write.once(firstBrokenSeal)).toBeNull();
  });
});
