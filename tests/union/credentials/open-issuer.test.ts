import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openIssuer } from "../../../union/credentials/open-issuer.ts";
import { ownDidDocument } from "../../../union/credentials/own-surroundings.ts";
import { secretsFrom } from "../../../union/secrets.ts";

const now = new Date("2026-11-21T12:00:00Z");
const secret = "a secret of this test, long enough";
let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "keys-"));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

const folder = () => join(parent, "keys");
const opens = (change: { readonly now?: Date; readonly secret?: string; readonly publicUrl?: string } = {}) =>
  openIssuer({
    ...{ folder: folder(), publicUrl: "http://localhost:3000", randomBytes, now, ...change },
    secrets: secretsFrom(change.secret ?? secret),
  });

describe("the keys of the issuer", () => {
  it("are made at the first start, two of them, for their owner alone, and found again at the next", async () => {
    const [first, beside] = [await opens(), await opens({ now: new Date("2027-05-01") })];
    expect(first).toMatchObject({ did: "did:web:localhost%3A3000", site: "http://localhost:3000" });
    expect([first.key.id, first.statusKey.id]).toEqual(["p256-2026-11", "status-2026-11"]);
    expect(beside.key.publicJwk).toEqual(first.key.publicJwk);
    expect((await readdir(folder())).toSorted()).toEqual([
      ...["p256-2026-11.key.json", "status-2026-11.key.json"],
    ]);
    for (const name of await readdir(folder()))
      expect((await stat(join(folder(), name))).mode & 0o077).toBe(0);
    expect(ownDidDocument(first)).not.toContain('"d"');
  });

  it("do not open with another secret, which is said with what to do", async () => {
    await expect(opens({ secret: "some other secret, as long as that" })).rejects.toThrow(
      /-2026-11 .* does not open: SECRET_KEY .* restore the folder/,
    );
  });

  it("that are damaged are named", async () => {
    const file = join(folder(), "p256-2026-10.key.json");
    await writeFile(file, (await readFile(join(folder(), "p256-2026-11.key.json"), "utf8")).slice(0, 90));
    await expect(opens()).rejects.toThrow(/p256-2026-10 .* is damaged/);
    await rm(file);
  });

  it("need an address that stands for a host", async () => {
    await expect(opens({ publicUrl: "http://[::1]:3000" })).rejects.toThrow(/PUBLIC_URL/);
  });
});
