import { _checkCredential, defaultDocumentLoader } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { createLocalJWKSet, jwtVerify } from "jose";
import jsonld from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import { credentialClaims } from "../../../domain/credential-claims.ts";
import { place, SmallIssuer, tailor, today } from "./small-issuer.ts";

/** Reads a signed page with `jose` alone, from the keys the issuer publishes: nothing of ours has a part in it. */
async function readAlone(issuer: SmallIssuer, token: string) {
  const { verificationMethod } = JSON.parse(issuer.pages.get(issuer.didUrl) ?? "");
  type Method = { readonly id: string; readonly publicKeyJwk: object };
  const keys = verificationMethod.map(({ id, publicKeyJwk }: Method) => ({ ...publicKeyJwk, kid: id }));
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet({ keys }), {
    ...{ algorithms: ["ES256"], typ: "vc+jwt" },
  });
  return { payload, protectedHeader };
}

describe("a credential of ours, in the hands of others", () => {
  const issuer = new SmallIssuer();
  let token = "";
  let id = "";
  beforeAll(async () => {
    await issuer.publishLists();
    ({ token, id } = await issuer.issue());
  });

  it("is verified by jose alone, with the keys we publish", async () => {
    const { payload, protectedHeader } = await readAlone(issuer, token);
    const kid = "did:web:union.example#p256-2026-11";
    expect(protectedHeader).toEqual({ alg: "ES256", typ: "vc+jwt", cty: "vc", kid });
    expect(payload).toMatchObject({
      "@context": ["https://www.w3.org/ns/credentials/v2", { "@vocab": "https://union.example/terms#" }],
      id,
      type: ["VerifiableCredential", "WorkRecordCredential"],
      issuer: "did:web:union.example",
      credentialSubject: tailor,
    });
  });

  it("keeps the W3C data model, and every word of it is defined", async () => {
    const { payload } = await readAlone(issuer, token);
    expect(() => _checkCredential({ credential: payload, now: today })).not.toThrow();
    const options = { safe: true, documentLoader: defaultDocumentLoader };
    const [expanded] = await jsonld.expand(payload, options);
    expect(JSON.stringify(expanded)).toContain("https://union.example/terms#occupation");
    const undefinedWord = { ...payload, "@context": ["https://www.w3.org/ns/credentials/v2"] };
    await expect(jsonld.expand(undefinedWord, options)).rejects.toThrow();
  });

  it("is known to others as taken back once we have taken it back", async () => {
    const { payload } = await readAlone(issuer, token);
    const statuses = async (): Promise<unknown> => {
      const documentLoader = async (url: string) => ({
        document: (await readAlone(issuer, issuer.pages.get(url) ?? "")).payload,
      });
      const verifyBitstringStatusListCredential = false; // Its signature was just checked by jose.
      const seen = await checkStatus({
        ...{ credential: payload, documentLoader, verifyBitstringStatusListCredential },
      });
      expect(seen.error).toBeUndefined();
      return seen.results?.map(({ status }) => status);
    };
    expect(await statuses()).toEqual([false, false]);
    await issuer.publishLists([place]);
    expect(await statuses()).toEqual([true, false]);
    await issuer.publishLists([place - 1, place + 1], [place]);
    expect(await statuses()).toEqual([false, true]);
  });

  it("names whole days only, and not one day less than was meant", async () => {
    const { payload } = await readAlone(issuer, token);
    expect(payload).toMatchObject({
      validFrom: "2026-11-21T00:00:00Z",
      validUntil: "2029-11-22T00:00:00Z",
    });
    const times = JSON.stringify(payload).match(/\d\d:\d\d:\d\d/g);
    expect(times).toEqual(["00:00:00", "00:00:00"]);
    expect(payload).not.toHaveProperty("iat");
  });

  it("cannot be told to be the same person's as another", async () => {
    const other = await issuer.issue();
    const [one, two] = [await readAlone(issuer, token), await readAlone(issuer, other.token)];
    const idsOf = ({ payload }: typeof one): unknown[] => [payload.id, Object(payload.credentialSubject).id];
    expect(new Set([...idsOf(one), ...idsOf(two)]).size).toBe(4);
  });

  it("holds what is listed and nothing else, wherever one looks", async () => {
    const fields = new Set<string>();
    for (const claims of [
      tailor,
      credentialClaims.parse({ ...omitWork(), kind: "skill", skill: 10_001 }),
      credentialClaims.parse({ ...omitWork(), kind: "training", course: 10_002, hours: 40 }),
    ]) {
      const { payload } = await readAlone(issuer, (await issuer.issue({ claims })).token);
      JSON.stringify(payload, (name, value) => {
        if (!/^\d*$/.test(name)) fields.add(name);
        return value;
      });
    }
    expect([...fields].sort()).toEqual([
      ...["@context", "@vocab", "confirmedBy", "confirmedIn", "course", "credentialStatus"],
      ...["credentialSubject", "hours", "id", "issuer", "kind", "level", "months", "name", "occupation"],
      ...["reachedBy", "skill", "statusListCredential", "statusListIndex", "statusPurpose", "type"],
      ...["validFrom", "validUntil"],
    ]);
  });

  it.each(["nationality", "phone", "note", "__proto__"])("is not signed with a %s", async (field) => {
    const claims = Object.defineProperty({ ...tailor }, field, { value: "x", enumerable: true });
    await expect(issuer.issue({ claims })).rejects.toThrow(field);
  });

  it("is not signed without a place in a status list", async () => {
    await expect(issuer.issue({ status: [] })).rejects.toThrow();
  });
});

/** What is common to all kinds. */
function omitWork(): object {
  const { kind: _kind, ...rest } = tailor;
  return Object.fromEntries(
    Object.entries(rest).filter(([name]) => name !== "occupation" && name !== "months"),
  );
}
