import { createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyId, roleOfKey } from "../../../union/credentials/issuer-key.ts";
import { createIssuerKey, loadIssuerKey } from "../../../union/credentials/issuer-keys.ts";
import { BadKeyFile, KeyNotOpened, openSealedKey } from "../../../union/credentials/sealed-key.ts";

const passphrase = "the heron waits by the weir";
const november = new Date("2026-11-21T19:00:00Z");

describe("the file of an issuer key", () => {
  let folder = "";
  let path = "";
  let text = "";

  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "issuer-keys-")), "keys");
    const id = await createIssuerKey({ folder, passphrase, randomBytes }, "credential", november);
    path = join(folder, `${id}.key.json`);
    text = await readFile(path, "utf8");
  });
  afterAll(() => rm(join(folder, ".."), { recursive: true }));

  it("opens with its passphrase, and the two halves belong together", async () => {
    const key = await loadIssuerKey({ folder, passphrase }, "p256-2026-11");
    expect(key.id).toBe("p256-2026-11");
    const message = Buffer.from("a message");
    const publicKey = createPublicKey({ key: { ...key.publicJwk }, format: "jwk" });
    expect(verify("sha256", message, publicKey, sign("sha256", message, key.privateKey))).toBe(true);
  });

  it("may be read by its owner only, and shows nothing of the private half", async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { privateKey } = await openSealedKey(text, passphrase);
    const secret = String(privateKey.export({ format: "jwk" }).d);
    expect(secret).toHaveLength(43);
    const kept = JSON.parse(text);
    expect(Object.keys(kept.publicJwk).sort()).toEqual(["alg", "crv", "kid", "kty", "x", "y"]);
    expect(text).not.toContain(secret);
    const bytes = Buffer.from(secret, "base64url");
    expect(Buffer.from(kept.sealed, "base64url").includes(bytes)).toBe(false);
  });

  it("does not open with another passphrase", async () => {
    await expect(openSealedKey(text, `${passphrase} `)).rejects.toThrow(KeyNotOpened);
  });

  it("is never written over", async () => {
    const again = createIssuerKey({ folder, passphrase, randomBytes }, "credential", november);
    await expect(again).rejects.toMatchObject({ code: "EEXIST" });
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it.each(["publicJwk", "sealed", "tag"])("does not open when its %s was changed", async (part) => {
    const other = JSON.parse(text);
    if (part === "publicJwk") other.publicJwk.kid = "p256-2026-12";
    else other[part] = (other[part][0] === "A" ? "B" : "A") + other[part].slice(1);
    await expect(openSealedKey(JSON.stringify(other), passphrase)).rejects.toThrow(KeyNotOpened);
  });

  it.each(["", "{}", "null", "[]"])("is not %j", async (other) => {
    await writeFile(join(folder, "other.key.json"), other);
    await expect(loadIssuerKey({ folder, passphrase }, "other")).rejects.toThrow(BadKeyFile);
  });

  it("is not a file that is far too long", async () => {
    await expect(openSealedKey(text + " ".repeat(20_000), passphrase)).rejects.toThrow(BadKeyFile);
  });

  it("is not one whose tag was shortened to be guessed", async () => {
    const other = { ...JSON.parse(text), tag: JSON.parse(text).tag.slice(0, 6) };
    await expect(openSealedKey(JSON.stringify(other), passphrase)).rejects.toThrow(BadKeyFile);
  });

  it("is not made with a passphrase that can be guessed", async () => {
    const keys = { folder, passphrase: "too short", randomBytes };
    await expect(createIssuerKey(keys, "status", november)).rejects.toThrow(RangeError);
  });
});

describe("the name of an issuer key", () => {
  it("tells what it is for and when it was made", () => {
    expect(keyId("credential", november)).toBe("p256-2026-11");
    expect(keyId("status", november)).toBe("status-2026-11");
  });

  it("tells what it may sign", () => {
    expect(roleOfKey("p256-2026-11")).toBe("credential");
    expect(roleOfKey("status-2026-11")).toBe("status");
    for (const other of ["", "p256", "p256-2026-11#status-2026-11", "ed-2026-11", "statuses-2026-11"])
      expect(roleOfKey(other)).toBeNull();
  });
});
