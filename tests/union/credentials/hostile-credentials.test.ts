import { createHmac, type KeyObject, sign } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { CompactSign } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import type { IssuerKey } from "../../../union/credentials/issuer-key.ts";
import { type Issuer, signDocument, signedAs } from "../../../union/credentials/sign-document.ts";
import { verifyCredential } from "../../../union/credentials/verify-credential.ts";
import { openKey, place, SmallIssuer, tailor, today } from "./small-issuer.ts";

type Change = Readonly<Record<string, unknown>>;
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const uuid = "urn:uuid:0c07c1ce-57cb-41af-bef2-1b932b986873";
const read = (token: string, part: 0 | 1): Change =>
  JSON.parse(Buffer.from(token.split(".")[part] ?? "", "base64url").toString());

/** Signs with the right key whatever head it is given, as no library would. */
function signAnything(key: KeyObject, head: unknown, payload: unknown): string {
  const signed = `${base64(head)}.${base64(payload)}`;
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

describe("a credential somebody made up", () => {
  let issuer: SmallIssuer;
  let token: string;
  let head: Change;
  let document: Change;
  beforeEach(async () => {
    issuer = new SmallIssuer();
    await issuer.publishLists();
    ({ token } = await issuer.issue());
    [head, document] = [read(token, 0), read(token, 1)];
  });
  const becauseOf = async (made: string): Promise<unknown> => {
    const seen = await verifyCredential(made, issuer.surroundings());
    return seen.kind === "bad" ? seen.reason : seen.kind;
  };

  it("is only told from ours by what was changed", async () => {
    expect(await becauseOf(signAnything(issuer.key.privateKey, head, document))).toBe("good");
  });

  it("is malformed without a signature", async () => {
    const none = base64({ ...head, alg: "none" });
    const [, payload, signature] = token.split(".");
    for (const made of [`${none}.${payload}.`, `${none}.${payload}.${signature}`, `${none}.${payload}`])
      expect(await becauseOf(made)).toBe("malformed");
  });

  it("is malformed when our public key was used as a secret", async () => {
    const signed = `${base64({ ...head, alg: "HS256" })}.${token.split(".")[1]}`;
    const { x } = issuer.key.publicJwk;
    for (const secret of [JSON.stringify(issuer.key.publicJwk), Buffer.from(x, "base64url")]) {
      const mac = createHmac("sha256", secret).update(signed).digest("base64url");
      expect(await becauseOf(`${signed}.${mac}`)).toBe("malformed");
    }
  });

  it.each<Change>([
    ...[{ typ: "JWT" }, { typ: "vc+sd-jwt" }, { typ: undefined }, { cty: "vp" }, { cty: undefined }],
    ...[{ alg: "ES384" }, { alg: "RS256" }, { alg: "es256" }, { alg: ["ES256"] }, { alg: undefined }],
    ...[{ kid: undefined }, { kid: 7 }, { kid: "x".repeat(600) }],
    ...[{ crit: ["b64"], b64: false }, { jwk: {} }, { jku: "https://evil.example/keys" }, { x5u: "x" }],
  ])("is malformed with another head: %j", async (change) => {
    expect(await becauseOf(signAnything(issuer.key.privateKey, { ...head, ...change }, document))).toBe(
      "malformed",
    );
  });

  it.each([
    ...[
      "did:web:union.example#p256-2027-01",
      "did:web:union.example",
      "did:web:union.example#",
      "#p256-2026-11",
    ],
    ...["did:web:evil.example#p256-2026-11", "did:web:union.example:evil#p256-2026-11", "p256-2026-11"],
    ...["did:key:z6Mk#p256-2026-11", "did:web:union.example@evil.example#p256-2026-11", "__proto__"],
    ...["did:web:union.example#p256-2026-11#status-2026-11", "DID:WEB:union.example#p256-2026-11"],
  ])("is an unknown issuer's when it names the key %s", async (kid) => {
    expect(await becauseOf(signAnything(issuer.key.privateKey, { ...head, kid }, document))).toBe(
      "unknown-issuer",
    );
  });

  it("is refused when another's key bears the name of ours", async () => {
    const theirs = openKey(issuer.key.id);
    expect(await becauseOf(await signDocument({ did: issuer.did, key: theirs }, document))).toBe("tampered");
  });

  it("is refused when it was signed with the key of the status lists", async () => {
    const made = await signDocument({ did: issuer.did, key: issuer.statusKey }, document);
    expect(await becauseOf(made)).toBe("unknown-issuer");
  });

  it("is refused when a trusted issuer signs in the name of another", async () => {
    const made = await signDocument(issuer, { ...document, issuer: "did:web:other.example" });
    expect(await becauseOf(made)).toBe("unknown-issuer");
  });

  it.each<[string, Change]>([
    ["a phone number", { credentialSubject: { id: uuid, ...tailor, phone: "x" } }],
    ["a name that is a number", { credentialSubject: { id: uuid, ...tailor, name: "0155 50100" } }],
    ["a level it did not earn", { credentialSubject: { id: uuid, ...tailor, level: 4 } }],
    ["a subject that has a name elsewhere", { credentialSubject: { id: "did:example:amina", ...tailor } }],
    ["no subject", { credentialSubject: undefined }],
    ["two subjects", { credentialSubject: [tailor, tailor] }],
    ["no end", { validUntil: undefined }],
    ["an end that is no date", { validUntil: "2029-99-99T00:00:00Z" }],
    ["no status", { credentialStatus: undefined }],
    ["an empty status", { credentialStatus: [] }],
    ["another context", { "@context": ["https://www.w3.org/2018/credentials/v1"] }],
    ["the type of another kind", { type: ["VerifiableCredential", "SkillCredential"] }],
    ["a field nobody knows", { evidence: [] }],
  ])("is malformed with %s, even if our own key signed it", async (_what, change) => {
    expect(await becauseOf(await signDocument(issuer, { ...document, ...change }))).toBe("malformed");
  });

  it.each(["[]", "null", "7", '"x"', "{", "\u0000", ""])(
    "is malformed when what was signed is %j",
    async (text) => {
      const made = await new CompactSign(Buffer.from(text))
        .setProtectedHeader({ ...head, alg: "ES256" })
        .sign(issuer.key.privateKey);
      expect(await becauseOf(made)).toBe("malformed");
    },
  );

  it("is malformed when it is far too long", async () => {
    const padded = (spaces: number): Promise<string> =>
      new CompactSign(Buffer.from(JSON.stringify(document) + " ".repeat(spaces)))
        .setProtectedHeader({ ...head, alg: "ES256" })
        .sign(issuer.key.privateKey);
    expect(await becauseOf(await padded(100))).toBe("good");
    expect(await becauseOf(await padded(20_000))).toBe("malformed");
    expect(await becauseOf(".".repeat(10_000_000))).toBe("malformed");
  });

  it("makes us knock at no door but the issuer's own", async () => {
    const asked: string[] = [];
    const around = issuer.surroundings();
    const listening = {
      ...around,
      fetchText: (url: string) => {
        asked.push(url);
        return around.fetchText(url);
      },
    };
    const [entry] = Object(document).credentialStatus;
    for (const list of [
      ...["https://evil.example/list", "https://union.example.evil.example/", "http://union.example/status"],
      ...["https://union.example@evil.example/x", "http://169.254.169.254/latest"],
    ]) {
      const credentialStatus = [{ ...entry, statusListCredential: list }];
      const made = await signDocument(issuer, { ...document, credentialStatus });
      expect(await verifyCredential(made, listening)).toEqual({ kind: "could-not-check", what: "status" });
    }
    for (const kid of ["did:web:evil.example#p256-2026-11", "did:web:169.254.169.254#p256-2026-11"])
      await verifyCredential(signAnything(issuer.key.privateKey, { ...head, kid }, document), listening);
    expect(new Set(asked)).toEqual(new Set([issuer.didUrl]));
  });

  it("is never found good, and nothing breaks, whichever letter of ours was changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(..."AQgw_-.= \0é"), async (at, letter) => {
        const index = at % token.length;
        fc.pre(token[index] !== letter);
        const made = token.slice(0, index) + letter + token.slice(index + 1);
        expect(await becauseOf(made)).toMatch(/^(?:malformed|tampered|unknown-issuer)$/);
      }),
      { numRuns: 300 },
    );
  });

  it("is malformed when it is any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        expect(await becauseOf(text)).toBe("malformed");
      }),
    );
  });
});

describe("a status list somebody made up", () => {
  let issuer: SmallIssuer;
  let token: string;
  let list: Change;
  let url: string;
  beforeEach(async () => {
    issuer = new SmallIssuer();
    await issuer.publishLists();
    url = issuer.listUrl("revocation");
    list = read(issuer.pages.get(url) ?? "", 1);
    const status = [{ purpose: "revocation", list: url, index: place } as const];
    ({ token } = await issuer.issue({ status }));
  });
  const seenWith = async (page: string): Promise<unknown> => {
    issuer.pages.set(url, page);
    const seen = await verifyCredential(token, issuer.surroundings());
    return "what" in seen ? `${seen.kind}: ${seen.what}` : seen.kind;
  };
  const signed = (change: Change, key: IssuerKey = issuer.statusKey, did = issuer.did) =>
    signDocument({ did, key } satisfies Issuer, { ...list, ...change });
  const unread = "could-not-check: status";

  it("is only told from ours by what was changed", async () => {
    expect(await seenWith(await signed({}))).toBe("good");
  });

  it.each<[string, Change]>([
    ["the address of another list", { id: "https://union.example/status/revocation/2" }],
    ["another issuer", { issuer: "did:web:evil.example" }],
    ["no end", { validUntil: undefined }],
    ["an end that is over", { validUntil: today.toISOString() }],
    ["an end that is no date", { validUntil: "never" }],
    ["no list in it", { credentialSubject: {} }],
  ])("with %s is not relied on", async (_what, change) => {
    expect(await seenWith(await signed(change))).toBe(unread);
  });

  it.each([
    ["too few places", new Uint8Array(1024)],
    ["too many places", new Uint8Array(16_385)],
    ["100 MB packed into 100 kB", new Uint8Array(100_000_000)],
    ["nothing", new Uint8Array(0)],
  ])("with %s is not relied on", async (_what, bytes) => {
    const encodedList = `u${gzipSync(bytes).toString("base64url")}`;
    const credentialSubject = { ...Object(list.credentialSubject), encodedList };
    expect(await seenWith(await signed({ credentialSubject }))).toBe(unread);
  });

  it("for another purpose is not relied on", async () => {
    const credentialSubject = { ...Object(list.credentialSubject), statusPurpose: "suspension" };
    expect(await seenWith(await signed({ credentialSubject }))).toBe(unread);
  });

  it("signed by anybody else, or by nobody, is not relied on", async () => {
    expect(await seenWith(await signed({}, openKey("status-2026-11")))).toBe(unread);
    expect(await seenWith(await signed({}, issuer.key))).toBe(unread);
    const stranger = new SmallIssuer("https://stranger.example");
    expect(await seenWith(await signed({}, stranger.statusKey, stranger.did))).toBe(unread);
    expect(await seenWith(JSON.stringify(list))).toBe(unread);
    expect(await seenWith(`${base64({ alg: "none" })}.${base64(list)}.`)).toBe(unread);
    expect(await seenWith("A".repeat(50_000))).toBe(unread);
  });

  it("signed in our name by another whom we trust is not relied on", async () => {
    const partner = new SmallIssuer("https://partner.example");
    for (const [address, page] of partner.pages) issuer.pages.set(address, page);
    issuer.pages.set(url, await signed({}, partner.statusKey, partner.did));
    const around = { ...issuer.surroundings(), issuers: new Set([issuer.did, partner.did]) };
    expect(await verifyCredential(token, around)).toEqual({ kind: "could-not-check", what: "status" });
  });

  it("that is far too long is not relied on", async () => {
    const padded = (spaces: number): Promise<string> =>
      new CompactSign(Buffer.from(JSON.stringify(list) + " ".repeat(spaces)))
        .setProtectedHeader({ ...signedAs, kid: `${issuer.did}#${issuer.statusKey.id}` })
        .sign(issuer.statusKey.privateKey);
    expect(await seenWith(await padded(100))).toBe("good");
    expect(await seenWith(await padded(50_000))).toBe(unread);
  });

  it("without the place asked for is not relied on", async () => {
    ({ token } = await issuer.issue({
      status: [{ purpose: "revocation", list: url, index: 131_072 }],
    }));
    expect(await seenWith(await signed({}))).toBe(unread);
  });
});
