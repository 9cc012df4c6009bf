import { describe, expect, it } from "vitest";
import { didDocument, didOf, findKey, originOf } from "../../../union/credentials/did-document.ts";
import { openKey, today } from "./small-issuer.ts";

const did = "did:web:union.example";
const [current, old, lost] = ["p256-2026-11", "p256-2025-11", "p256-2024-11"].map(openKey);
const keys = [current!, old!, { ...lost!, revokedAt: today }];
const document = didDocument(did, keys);

describe("the document of an issuer's keys", () => {
  it("holds every key, and stands by those that were not revoked", () => {
    expect(document.verificationMethod.map(({ id }) => id)).toEqual(keys.map(({ id }) => `${did}#${id}`));
    expect(document.assertionMethod).toEqual([`${did}#p256-2026-11`, `${did}#p256-2025-11`]);
    expect(document.verificationMethod[2]).toMatchObject({ revoked: "2026-11-21T19:30:12Z" });
  });

  it("holds nothing of a private key", () => {
    const fields = document.verificationMethod.map(({ publicKeyJwk }) => Object.keys(publicKeyJwk ?? {}));
    for (const names of fields) expect(names.sort()).toEqual(["alg", "crv", "kid", "kty", "x", "y"]);
  });

  it("gives each key by its name", () => {
    expect(findKey(document, did, `${did}#p256-2025-11`)).toEqual({
      kind: "found",
      publicJwk: old?.publicJwk,
    });
    expect(findKey(document, did, `${did}#p256-2024-11`)).toEqual({ kind: "revoked" });
    expect(findKey(document, did, `${did}#p256-2027-11`)).toEqual({ kind: "unknown" });
  });

  it("may hold keys of other kinds beside ours", () => {
    const multikey = { id: `${did}#ed-2026-11`, type: "Multikey", controller: did };
    const foreign = { ...multikey, id: `${did}#rsa`, publicKeyJwk: { kty: "RSA", n: "x", e: "AQAB" } };
    const mixed = { ...document, verificationMethod: [multikey, foreign, ...document.verificationMethod] };
    expect(findKey(mixed, did, `${did}#p256-2026-11`).kind).toBe("found");
    expect(findKey(mixed, did, `${did}#ed-2026-11`).kind).toBe("unknown");
    expect(findKey(mixed, did, `${did}#rsa`).kind).toBe("unknown");
  });

  it("gives no key that somebody else controls, or that may not sign for the issuer", () => {
    const kid = `${did}#p256-2026-11`;
    const verificationMethod = document.verificationMethod.map((method) => ({
      ...{ ...method, controller: "did:web:evil.example" },
    }));
    expect(findKey({ ...document, verificationMethod }, did, kid)).toEqual({ kind: "unknown" });
    expect(findKey({ ...document, assertionMethod: [] }, did, kid)).toEqual({ kind: "unknown" });
  });

  it("is not another issuer's", () => {
    expect(findKey(document, "did:web:other.example", `${did}#p256-2026-11`)).toEqual({
      kind: "unreadable",
    });
  });
});

describe("the name of an issuer", () => {
  it.each([
    ["https://union.example", "did:web:union.example"],
    ["https://union.example:8443/", "did:web:union.example%3A8443"],
    ["http://localhost:3000", "did:web:localhost%3A3000"],
    ["http://127.0.0.1:3000", "did:web:127.0.0.1%3A3000"],
  ])("at %s is %s, and leads back", (url, name) => {
    expect(didOf(url)).toBe(name);
    expect(`${originOf(name)}/`).toBe(new URL(url).href);
  });

  it("is https everywhere but on this machine", () => {
    expect(didOf("http://union.example")).toBe("did:web:union.example");
    expect(originOf("did:web:union.example")).toBe("https://union.example");
    expect(originOf("did:web:localhost.evil.example")).toBe("https://localhost.evil.example");
  });

  it("is not made for an address with a path", () => {
    expect(() => didOf("https://example.org/union")).toThrow(RangeError);
  });

  it.each([
    ...["", "union.example", "did:web:", "did:key:z6Mk", "did:web:a.example:path", "did:web:a@b.example"],
    ...[
      "did:web:a.example%2Fpath",
      "did:web:a.example%3A99999999",
      "did:web:A.example",
      "did:web:a.example\n",
    ],
  ])("is not %j", (name) => {
    expect(originOf(name)).toBeNull();
  });
});
