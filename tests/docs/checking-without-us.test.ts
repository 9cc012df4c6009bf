import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as jose from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { suspendCredential } from "../../union/credentials/change-standing.ts";
import { didDocumentPath } from "../../union/credentials/did-document.ts";
import { ownDidDocument } from "../../union/credentials/own-surroundings.ts";
import { publishedList } from "../../union/credentials/published-list.ts";
import { SmallBureau, site } from "../union/credentials/small-bureau.ts";

/** The lines of docs/credentials.md that check a paper with jose alone, as they stand there. */
const [, lines = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/credentials.md", "utf8")) ?? [];

let bureau: SmallBureau;
beforeEach(async () => {
  bureau = await SmallBureau.open();
  await bureau.member();
});
afterEach(async () => {
  vi.useRealTimers();
  await bureau.close();
});

/** What our public pages answer. */
async function pageAt(url: string): Promise<Response> {
  const { read, issuer } = { read: bureau.read, issuer: bureau.means.issuer };
  if (url === site + didDocumentPath) return new Response(ownDidDocument(issuer));
  const list = await publishedList(read, issuer, Number(url.split("/").at(-1)), bureau.now);
  return new Response(list, { status: list === null ? 404 : 200 });
}

function check(token: string): Promise<unknown> {
  vi.useFakeTimers({ toFake: ["Date"], now: bureau.now });
  const names = [
    "decodeProtectedHeader",
    "compactVerify",
    "importJWK",
    "gunzipSync",
    "fetch",
    "site",
    "token",
  ];
  const run: (...values: unknown[]) => Promise<unknown> = new Function(
    ...names,
    `return (async () => { ${lines}\nreturn paper; })();`,
  ) as (...values: unknown[]) => Promise<unknown>;
  const { decodeProtectedHeader, compactVerify, importJWK } = jose;
  return run(decodeProtectedHeader, compactVerify, importJWK, gunzipSync, pageAt, site, token);
}

describe("whoever checks a paper by the lines in docs/credentials.md", () => {
  it("reads a good one, and hears when it was put on hold", async () => {
    const { credentialId } = await bureau.issued();
    const { token } = await bureau.read.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(await check(token ?? "")).toMatchObject({ credentialSubject: { kind: "work-record", level: 2 } });
    await suspendCredential(bureau.means, { credentialId, staffId: "ayse", reason: "A second look." });
    await expect(check(token ?? "")).rejects.toThrow("taken back: suspension");
  });

  it("refuses one that was changed", async () => {
    const { credentialId } = await bureau.issued();
    const { token } = await bureau.read.credential.findUniqueOrThrow({ where: { id: credentialId } });
    const [head, , seal] = (token ?? "").split(".");
    const changed = Buffer.from(JSON.stringify({ level: 4 })).toString("base64url");
    await expect(check([head, changed, seal].join("."))).rejects.toThrow("signature");
  });
});
