import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newCredentialCode } from "../../../domain/credential-code.ts";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import type { Asker } from "../../../union/credentials/asker.ts";
import { checkCode, checkCodeWithin } from "../../../union/credentials/check-code.ts";
import { expireCredentials } from "../../../union/credentials/expire-credentials.ts";
import { endSharing, sharePapers } from "../../../union/credentials/share-papers.ts";
import { SmallBureau } from "./small-bureau.ts";
import { openKey } from "./small-issuer.ts";

let bureau: SmallBureau;
let code: string;
let credentialId: string;
beforeEach(async () => {
  bureau = await SmallBureau.open();
  await bureau.member();
  ({ code, credentialId } = await bureau.issued());
});
afterEach(() => bureau.close());

const wrongCode = (): string => newCredentialCode(randomInt);
const typo = (): string => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
const kindOf = async (text: string, identifier?: string, pin: string | null = null) =>
  (await bureau.checks(text, pin, identifier)).kind;
const onWeb = async (text: string, ip: string) =>
  (await checkCode(bureau.means, { text, pin: null, asker: { kind: "web", ip } })).kind;
const shares = (personId = "amina") =>
  bureau.means.store.write.once((tx) =>
    sharePapers(tx, bureau.means, { personId, addressId: `address of ${personId}` }, bureau.now),
  );
const pinOf = async () => (await shares())?.pin ?? "none";
const otherPin = (pin: string) => String((Number(pin) + 1) % 1_000_000).padStart(6, "0");
const changeRow = (data: object) =>
  bureau.means.store.write.once((tx) => tx.credential.update({ where: { id: credentialId }, data }));

describe("whoever texts the code of a credential", () => {
  it("hears what was confirmed and by whom, and no name", async () => {
    expect(await bureau.checks(code)).toEqual({
      kind: "good",
      tier0: {
        ...{ kind: "work-record", livelihood: "tailor", achievement: null, months: 24, hours: null },
        ...{ level: 2, confirmedBy: "former-employer", initials: "A.T." },
        validUntil: new Date("2029-11-20T00:00:00Z"),
      },
      ...{ tier1: null, viewed: null, statusAsOf: bureau.now },
    });
  });

  it("may type it in any digits and groups, and is told a slip from a number that nobody has", async () => {
    expect(await kindOf(code.match(/.{4}/g)?.join(" - ") ?? "")).toBe("good");
    expect(await kindOf(code.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? ""))).toBe("good");
    expect(await kindOf(typo())).toBe("typing_mistake");
    expect(await kindOf(`${code}1`)).toBe("wrong_length");
    expect(await kindOf("hello")).toBe("not_a_code");
    expect(await kindOf(wrongCode())).toBe("unknown");
  });

  it("hears that it is bad when what is kept was changed, by whatever way", async () => {
    const { token } = await bureau.read.credential.findUniqueOrThrow({ where: { id: credentialId } });
    const why = async () => {
      const answer = await bureau.checks(code);
      return answer.kind === "bad" ? answer.why : answer.kind;
    };
    const [head, payload, signature] = String(token).split(".");
    const changed = Buffer.from(payload ?? "", "base64url")
      .toString()
      .replace('"months":24', '"months":99');
    await changeRow({ token: [head, Buffer.from(changed).toString("base64url"), signature].join(".") });
    expect(await why()).toBe("tampered");
    await changeRow({ token: "nothing of the kind" });
    expect(await why()).toBe("tampered");
    // A genuine one of another member, put behind this code.
    await bureau.member("other", "Omar", "+905550100002");
    const other = await bureau.issued({ personId: "other", number: "+905550200009" });
    const genuine = await bureau.read.credential.findUniqueOrThrow({ where: { id: other.credentialId } });
    await changeRow({ token: genuine.token });
    expect(await why()).toBe("tampered");
    await changeRow({ token });
    expect(await why()).toBe("good");
    await changeRow({ state: "revoked" });
    expect(await why()).toBe("revoked");
  });

  it("cannot be told that it is good by a changed row alone", async () => {
    await bureau.means.store.write.once((tx) =>
      tx.credential.update({ where: { id: credentialId }, data: { validUntil: new Date("2099-01-01") } }),
    );
    bureau.pass(4 * 366 * dayMs);
    expect(await bureau.checks(code)).toEqual({ kind: "bad", why: "expired" });
  });

  it("hears that it could not be checked where the list cannot be read", async () => {
    await bureau.means.store.write.once(async (tx) => {
      const { id } = await tx.statusList.findFirstOrThrow({ where: { purpose: "revocation" } });
      await tx.statusList.update({
        where: { id },
        data: { token: "broken", signedAt: bureau.now, signedVersion: 1 },
      });
    });
    expect(await bureau.checks(code)).toEqual({ kind: "could_not_check" });
  });

  it("hears that it was revoked where the key was lost that signed it", async () => {
    const { issuer } = bureau.means;
    const { key } = issuer;
    const published = [{ ...key, revokedAt: bureau.now }, issuer.statusKey];
    const means = { ...bureau.means, issuer: { ...issuer, published } };
    const asker: Asker = { kind: "phone", identifier: "+905559990001" };
    expect(await checkCode(means, { text: code, pin: null, asker })).toEqual({ kind: "bad", why: "revoked" });
    const young = { ...means, issuer: { ...issuer, published: [openKey(key.id), issuer.statusKey] } };
    expect(await checkCode(young, { text: code, pin: null, asker })).toEqual({
      kind: "bad",
      why: "tampered",
    });
  });

  it("is answered the same within a turn", async () => {
    const asker: Asker = { kind: "phone", identifier: "+905559990001" };
    const question = { text: code, pin: null, asker };
    const within = await bureau.means.store.write.once((tx) =>
      checkCodeWithin(tx, bureau.means, question, bureau.now),
    );
    expect(within).toEqual(await checkCode(bureau.means, question));
  });
});

describe("whoever guesses", () => {
  it("by phone is stopped for a day after five wrong codes, right ones and all, and nobody else is", async () => {
    for (let at = 0; at < 5; at += 1) expect(await kindOf(wrongCode())).toBe("unknown");
    expect(await kindOf(wrongCode())).toBe("too_many_tries");
    expect(await kindOf(code)).toBe("too_many_tries");
    expect(await kindOf(code, "+905559990002")).toBe("good");
    bureau.pass(dayMs);
    expect(await kindOf(code)).toBe("good");
  });

  it("is stopped by slips too, five of which count as one", async () => {
    for (let at = 0; at < 4; at += 1) await bureau.checks(wrongCode());
    for (let at = 0; at < 5; at += 1) expect(await kindOf(typo())).toBe("typing_mistake");
    expect(await kindOf(typo())).toBe("too_many_tries");
  });

  it("is stopped after thirty right codes a day: one who asks so often collects them", async () => {
    for (let at = 0; at < 30; at += 1) expect(await kindOf(code)).toBe("good");
    expect(await kindOf(code)).toBe("too_many_tries");
  });

  it.each([
    ["/24", "198.51.100.7", "198.51.100.200", "198.51.101.7"],
    ["/48", "2001:db8:1:2::7", "2001:db8:1:ffff:1:2:3:4", "2001:db8:2::7"],
    ["/24 written as IPv6", "::ffff:198.51.100.7", "198.51.100.9", "::1"],
  ])("on the web is stopped for an hour with all of her network, %s", async (_size, one, near, far) => {
    for (let at = 0; at < 10; at += 1) expect(await onWeb(wrongCode(), one)).toBe("unknown");
    expect(await onWeb(code, near)).toBe("too_many_tries");
    expect(await onWeb(code, far)).toBe("good");
    bureau.pass(hourMs);
    expect(await onWeb(code, near)).toBe("good");
  });

  it("from a thousand places is stopped with everybody else", async () => {
    await bureau.means.store.write.once((tx) =>
      tx.verifyTry.createMany({
        data: [...Array(1000).keys()].map((at) => ({
          asker: `asker ${at}`,
          outcome: "wrong",
          at: bureau.now,
        })),
      }),
    );
    expect(await kindOf(code)).toBe("too_many_tries");
    bureau.pass(dayMs);
    expect(await kindOf(code)).toBe("good");
  });

  it("is kept as a hash, for a day", async () => {
    await bureau.checks(wrongCode());
    const files = [bureau.file, `${bureau.file}-wal`].map((file) => readFileSync(file).toString("latin1"));
    expect(files.join("")).not.toContain("5559990001");
    bureau.pass(dayMs);
    expect(await expireCredentials(bureau.means)).toMatchObject({ tries: 1 });
    expect(await bureau.read.verifyTry.count()).toBe(0);
  });
});

describe("a member who shares her papers", () => {
  it("lets whoever has her PIN see her name and how it was confirmed, and is told where to", async () => {
    const { pin, expiresAt } = (await shares()) ?? { pin: "", expiresAt: null };
    expect(expiresAt).toEqual(new Date(bureau.now.getTime() + 72 * hourMs));
    expect(await bureau.checks(code, pin)).toMatchObject({
      ...{ kind: "good", viewed: { personId: "amina", addressId: "address of amina" } },
      tier1: {
        ...{ name: "Amina Tahir", confirmedIn: "2026-11", reachedBy: "message" },
        validFrom: new Date("2026-11-21T00:00:00Z"),
      },
    });
    const files = [bureau.file, `${bureau.file}-wal`].map((file) => readFileSync(file).toString("latin1"));
    expect(files.join("").includes(`"${pin}"`)).toBe(false);
    const { pinHash } = await bureau.read.shareGrant.findFirstOrThrow();
    expect(pinHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("does so three times, and no fourth", async () => {
    const pin = await pinOf();
    for (let at = 0; at < 3; at += 1) expect(await kindOf(code, undefined, pin)).toBe("good");
    expect(await kindOf(code, undefined, pin)).toBe("wrong_pin");
    expect(await kindOf(code)).toBe("good");
  });

  it("loses the PIN to five wrong tries, from whatever phones", async () => {
    const pin = await pinOf();
    for (let at = 0; at < 5; at += 1)
      expect(await kindOf(code, `+90555999100${at}`, otherPin(pin))).toBe("wrong_pin");
    expect(await kindOf(code, "+905559992000", pin)).toBe("wrong_pin");
  });

  it("ends the PIN before with a new one, with one word, and by time", async () => {
    const first = await pinOf();
    const second = await pinOf();
    if (first !== second) expect(await kindOf(code, undefined, first)).toBe("wrong_pin");
    expect(await kindOf(code, undefined, second)).toBe("good");
    const end = () => bureau.means.store.write.once((tx) => endSharing(tx, "amina", bureau.now));
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await kindOf(code, undefined, second)).toBe("wrong_pin");
    const third = await pinOf();
    bureau.pass(72 * hourMs);
    expect(await kindOf(code, undefined, third)).toBe("wrong_pin");
  });

  it("gives a PIN for her own papers and nobody else's", async () => {
    await bureau.member("other", "Omar", "+905550100002");
    expect(await shares("other")).toBeNull();
    const other = await bureau.issued({ personId: "other", number: "+905550200009" });
    const pin = await pinOf();
    expect(await kindOf(other.code, undefined, pin)).toBe("wrong_pin");
  });

  it("is not asked again by a PIN of another form", async () => {
    await shares();
    for (const pin of ["", "12345", "1234567", "abcdef"])
      expect(await kindOf(code, `+9055599930${pin.length}`, pin)).toBe("wrong_pin");
    expect(await bureau.read.shareGrant.findFirst()).toMatchObject({ triesLeft: 5 });
  });

  it("cannot be looked at a fourth time by asking at once", async () => {
    const pin = await pinOf();
    const kinds = await Promise.all([...Array(6).keys()].map((at) => kindOf(code, `+90555999400${at}`, pin)));
    expect(kinds.filter((kind) => kind === "good")).toHaveLength(3);
  });
});
