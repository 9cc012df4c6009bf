import { randomInt } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newCredentialCode } from "../../../domain/credential-code.ts";
import { dayMs } from "../../../domain/moment.ts";
import { credentialPages } from "../../../server/credentials/credential-pages.ts";
import { pageTexts } from "../../../server/credentials/texts.ts";
import { revokeCredential, suspendCredential } from "../../../union/credentials/change-standing.ts";
import { sharePapers } from "../../../union/credentials/share-papers.ts";
import { SmallBureau } from "../../union/credentials/small-bureau.ts";
import { SmallIssuer } from "../../union/credentials/small-issuer.ts";

let bureau: SmallBureau;
let app: FastifyInstance;
let code: string;
let credentialId: string;
beforeEach(async () => {
  bureau = await SmallBureau.open();
  await bureau.member("amina", "Amina <script>alert(1)</script> Tahir");
  ({ code, credentialId } = await bureau.issued());
  app = Fastify();
  app.register(credentialPages(bureau.means, { tell: async () => [], announce: () => undefined }));
});
afterEach(async () => {
  await app.close();
  await bureau.close();
});

const { en } = pageTexts;
const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: "GET", url, headers });
const post = (url: string, form: Readonly<Record<string, string>>) =>
  app.inject({
    ...{ method: "POST", url, payload: new URLSearchParams(form).toString() },
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
const shows = async (url: string) => plainText((await get(url)).body);
const fileShows = async (credential: string) => plainText((await post("/v", { credential })).body);
/** What a person reads: without the marks, and with what was escaped. */
const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
const tokenOf = async (): Promise<string> =>
  (await bureau.read.credential.findUniqueOrThrow({ where: { id: credentialId } })).token ?? "";
const decision = () => ({ credentialId, staffId: "ayse", reason: "A second look." });
const pinFor = async () =>
  (
    await bureau.means.store.write.once((tx) =>
      sharePapers(tx, bureau.means, { personId: "amina", addressId: "a" }, bureau.now),
    )
  )?.pin ?? "";

describe("the page of a code", () => {
  it("says what was confirmed and by whom, and no name", async () => {
    const page = await get(`/v/${code}`);
    expect(page.statusCode).toBe(200);
    const text = plainText(page.body);
    for (const part of [
      ...["✓ Valid", en["reason.good"], "Tailor", "2 years", "2 of 4", "a former employer", "A.T."],
      ...["November 20, 2029", en.holder],
    ])
      expect(text).toContain(part);
    expect(page.body).not.toMatch(/Amina|Tahir|Demir|5550|alert/);
  });

  it.each([
    ["fr", "ltr", "✓ Valable", "2 ans"],
    ["ar", "rtl", "✓ صالحة", "سنتان"],
  ])("is in %s for whoever reads it, written %s", async (language, direction, word, length) => {
    for (const page of [
      await get(`/v/${code}?lang=${language}`),
      await get(`/v/${code}`, { "accept-language": `de, ${language}-XX;q=0.9, en;q=0.8` }),
    ]) {
      expect(page.body).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(plainText(page.body)).toContain(word);
      expect(plainText(page.body)).toContain(length);
    }
    expect((await get(`/v/${code}?lang=xx`, { "accept-language": "*" })).body).toContain('lang="en"');
  });

  it("is found from the form as well", async () => {
    expect((await get("/v")).body).toContain('name="code"');
    expect(await shows(`/v?code=${code.match(/.{4}/g)?.join("+")}&lang=en`)).toContain("✓ Valid");
  });

  it("lets nothing run, tells nobody, keeps nothing and is not found by search engines", async () => {
    const pages = [
      await get("/v"),
      await get(`/v/${code}`),
      await post(`/v/${code}`, { pin: await pinFor() }),
    ];
    for (const { headers, body } of [...pages, await get("/terms")]) {
      expect(headers).toMatchObject({
        "content-security-policy": expect.stringMatching(
          /^default-src 'none'; style-src 'self'; form-action/,
        ),
        ...{ "referrer-policy": "no-referrer", "x-robots-tag": "noindex", "cache-control": "no-store" },
      });
      expect(headers).not.toHaveProperty("set-cookie");
      expect(body).not.toMatch(/<script|<img|style=|https?:/);
    }
  });
});

describe("a name", () => {
  it("is shown to whoever has the member's PIN, as text whatever it holds", async () => {
    const page = await post(`/v/${code}`, { pin: await pinFor() });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Amina &lt;script&gt;alert(1)&lt;/script&gt; Tahir");
    expect(page.body).not.toContain("<script");
    expect(plainText(page.body)).toContain("Confirmed in November 2026");
  });

  it("is not shown for a PIN in the address, which is not looked at", async () => {
    const pin = await pinFor();
    expect((await get(`/v/${code}?pin=${pin}`)).body).not.toContain("Amina");
    expect(await bureau.read.shareGrant.findFirst()).toMatchObject({ usesLeft: 3, triesLeft: 5 });
  });

  it("is not shown for a wrong PIN, which says so and may be tried again", async () => {
    const pin = await pinFor();
    const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, "0");
    const page = await post(`/v/${code}`, { pin: wrong });
    expect(page.statusCode).toBe(403);
    expect(plainText(page.body)).toContain(en["reason.wrong_pin"]);
    expect(page.body).toContain(`action="/v/${code}?lang=en"`);
    expect(page.body).not.toMatch(/Amina|A\.T\./);
    expect((await app.inject({ method: "POST", url: `/v/${code}` })).statusCode).toBe(403);
  });
});

describe("the page refuses, each with its own words,", () => {
  it("a code that is none, has a slip, is too long or is nobody's", async () => {
    const slip = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
    const seen = [
      ...["hello", slip, `${code}1`, newCredentialCode(randomInt)].map((text) => get(`/v/${text}`)),
    ];
    const pages = await Promise.all(seen);
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 404]);
    const reasons = ["not_a_code", "typing_mistake", "wrong_length", "unknown"] as const;
    pages.forEach(({ body }, at) => {
      expect(plainText(body)).toContain(en[`reason.${reasons[at] ?? "unknown"}`]);
      expect(body).toContain('class="verdict mistake"');
    });
  });

  it("one that was suspended, revoked or has run out, by code and by file", async () => {
    const token = await tokenOf();
    expect(await fileShows(token)).toContain("✓ Valid");
    await suspendCredential(bureau.means, decision());
    for (const text of [await shows(`/v/${code}`), await fileShows(token)])
      expect(text).toContain(`✗ Not valid ${en["reason.suspended"]}`);
    await revokeCredential(bureau.means, decision());
    for (const text of [await shows(`/v/${code}`), await fileShows(token)])
      expect(text).toContain(`✗ Not valid ${en["reason.revoked"]}`);
    bureau.pass(4 * 365 * dayMs);
    for (const text of [await shows(`/v/${code}`), await fileShows(token)])
      expect(text).toContain(`✗ Not valid ${en["reason.expired"]}`);
  });

  it("one that was changed, that another issued, and what is none at all", async () => {
    const token = await tokenOf();
    const [head, payload = "", signature] = token.split(".");
    const changed = Buffer.from(payload, "base64url").toString().replace('"months":24', '"months":96');
    const tampered = [head, Buffer.from(changed).toString("base64url"), signature].join(".");
    expect(await fileShows(tampered)).toContain(en["reason.tampered"]);
    const stranger = new SmallIssuer("https://stranger.example");
    expect(await fileShows((await stranger.issue()).token)).toContain(en["reason.unknown-issuer"]);
    // In our name, with a key of somebody else's.
    const pretender = new SmallIssuer("https://union.example");
    expect(await fileShows((await pretender.issue()).token)).toContain(en["reason.tampered"]);
    for (const text of ["", "hello", "<script>alert(1)</script>", "a".repeat(30_000)])
      expect(await fileShows(text)).toContain(en["reason.malformed"]);
    // Broken into lines as in a letter.
    expect(await fileShows(token.replace(/.{60}/g, "$&\r\n"))).toContain("✓ Valid");
  });

  it("to say that a paper is good when its list cannot be read", async () => {
    await bureau.means.store.write.once((tx) =>
      tx.statusList.updateMany({ data: { token: "broken", signedAt: bureau.now, signedVersion: 1 } }),
    );
    const page = await get(`/v/${code}`);
    expect(page.statusCode).toBe(503);
    expect(plainText(page.body)).toContain(`? Could not be checked ${en["reason.could_not_check"]}`);
    expect(page.body).not.toContain("Tailor");
  });

  it("to answer whoever guesses", async () => {
    for (let at = 0; at < 10; at += 1) await get(`/v/${newCredentialCode(randomInt)}`);
    const page = await get(`/v/${code}`);
    expect(page.statusCode).toBe(429);
    expect(plainText(page.body)).toContain(en["reason.too_many_tries"]);
  });

  it("so that no two reasons sound alike, in any language", () => {
    for (const texts of Object.values(pageTexts)) {
      const reasons = Object.entries(texts).flatMap(([key, text]) =>
        key.startsWith("reason.") ? [text] : [],
      );
      expect(reasons.length).toBe(16);
      expect(new Set(reasons).size).toBe(reasons.length);
    }
  });
});

describe("what others read of us", () => {
  it("lets jose alone accept a credential and its lists, over HTTP", async () => {
    const { verificationMethod, id: did } = (await get("/.well-known/did.json")).json();
    type Method = { readonly id: string; readonly publicKeyJwk: object };
    const keys = createLocalJWKSet({
      keys: verificationMethod.map(({ id, publicKeyJwk }: Method) => ({ ...publicKeyJwk, kid: id })),
    });
    const { payload } = await jwtVerify(await tokenOf(), keys, { algorithms: ["ES256"], typ: "vc+jwt" });
    expect(payload.issuer).toBe(did);
    const entries = payload.credentialStatus;
    if (!Array.isArray(entries)) throw new Error("no status");
    expect(entries).toHaveLength(2);
    for (const { statusListCredential, statusPurpose } of entries) {
      const list = await get(new URL(statusListCredential).pathname);
      expect(list.headers).toMatchObject({
        ...{ "content-type": "application/vc+jwt", "cache-control": "public, max-age=300" },
      });
      const read = await jwtVerify(list.body, keys, { typ: "vc+jwt" });
      expect(read.payload).toMatchObject({ id: statusListCredential, credentialSubject: { statusPurpose } });
    }
  });

  it("says at once that a credential was taken back", async () => {
    const { pathname } = new URL(Object(decodeJwt(await tokenOf()).credentialStatus)[0].statusListCredential);
    const before = (await get(pathname)).body;
    await revokeCredential(bureau.means, decision());
    expect((await get(pathname)).body).not.toBe(before);
  });

  it("holds no list that is not there, and no private key", async () => {
    for (const id of ["0", "99", "x", "1.5", "-1", "1e3", "99999999999"])
      expect((await get(`/credentials/status/${id}`)).statusCode).toBe(404);
    expect((await get("/.well-known/did.json")).body).not.toMatch(/"d":/);
  });

  it("explains every word of ours that stands in a credential", async () => {
    const { body } = await get("/terms");
    const subject = Object(decodeJwt(await tokenOf()).credentialSubject);
    for (const word of Object.keys(subject).filter((name) => name !== "id"))
      expect(body).toContain(`id="${word}"`);
    expect((await get("/terms?lang=ar")).body).toContain('dir="rtl"');
  });
});
