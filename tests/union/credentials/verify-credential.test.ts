import { beforeEach, describe, expect, it } from "vitest";
import { verifyCredential } from "../../../union/credentials/verify-credential.ts";
import { openKey, place, SmallIssuer, tailor, today } from "./small-issuer.ts";

const day = (text: string): Date => new Date(`${text}Z`);

/** The payload changed, the signature left as it was. */
function tamper(token: string, change: (text: string) => string): string {
  const [head, payload = "", signature] = token.split(".");
  const changed = change(Buffer.from(payload, "base64url").toString());
  return [head, Buffer.from(changed).toString("base64url"), signature].join(".");
}

describe("whoever asks about a credential", () => {
  let issuer: SmallIssuer;
  let token: string;
  beforeEach(async () => {
    issuer = new SmallIssuer();
    await issuer.publishLists();
    ({ token } = await issuer.issue());
  });
  const verdict = (now = today) => verifyCredential(token, issuer.surroundings(now));
  const becauseOf = async (now = today): Promise<unknown> => {
    const { kind, ...rest } = await verdict(now);
    return "reason" in rest ? `${kind}: ${rest.reason}` : "what" in rest ? `${kind}: ${rest.what}` : kind;
  };

  it("hears that it is good, what it says, and how fresh that is", async () => {
    expect(await verdict()).toEqual({
      kind: "good",
      credential: {
        id: expect.stringMatching(/^urn:uuid:/),
        issuer: "did:web:union.example",
        claims: tailor,
        validFrom: day("2026-11-21T00:00:00"),
        validUntil: day("2029-11-22T00:00:00"),
      },
      statusAsOf: today,
    });
  });

  it("hears that it was tampered with when one word was changed", async () => {
    const changed = tamper(token, (text) => text.replace('"months":24', '"months":94'));
    expect(changed).not.toBe(token);
    token = changed;
    expect(await verdict()).toEqual({ kind: "bad", reason: "tampered", credential: null });
  });

  it("hears the same when its signature is another credential's", async () => {
    const other = (await issuer.issue()).token;
    token = [...token.split(".").slice(0, 2), other.split(".")[2]].join(".");
    expect(await becauseOf()).toBe("bad: tampered");
  });

  it("hears that it is not yet valid the day before, and good from the first minute of the day", async () => {
    expect(await becauseOf(day("2026-11-20T23:59:59"))).toBe("bad: not-yet-valid");
    expect(await becauseOf(day("2026-11-21T00:00:00"))).toBe("good");
  });

  it("hears that it is good on its last day, and expired after it, with what it said", async () => {
    const [last, after] = [day("2029-11-21T23:59:59"), day("2029-11-22T00:00:00")];
    await issuer.publishLists([], [], last);
    expect(await becauseOf(last)).toBe("good");
    expect(await verdict(after)).toMatchObject({
      ...{ kind: "bad", reason: "expired" },
      credential: { claims: tailor },
    });
  });

  it("hears that it is revoked at once, and suspended only until that is taken back", async () => {
    await issuer.publishLists([], [place]);
    expect(await becauseOf()).toBe("bad: suspended");
    await issuer.publishLists([place], [place]);
    expect(await becauseOf()).toBe("bad: revoked");
    await issuer.publishLists([place - 1, place + 1], []);
    expect(await becauseOf()).toBe("good");
  });

  it("hears that the issuer is unknown when it is nobody they trust", async () => {
    const stranger = new SmallIssuer("https://stranger.example");
    await stranger.publishLists();
    const strangers = (await stranger.issue()).token;
    expect((await verifyCredential(strangers, stranger.surroundings())).kind).toBe("good");
    for (const [url, page] of stranger.pages) issuer.pages.set(url, page);
    token = strangers;
    expect(await becauseOf()).toBe("bad: unknown-issuer");
  });

  it("hears the same of a key the issuer does not publish", async () => {
    issuer.publishKeys([openKey("p256-2026-12"), issuer.statusKey]);
    expect(await becauseOf()).toBe("bad: unknown-issuer");
  });

  it("hears that the key was revoked, and no longer that the credential is good", async () => {
    issuer.publishKeys([{ ...issuer.key, revokedAt: today }, issuer.statusKey]);
    expect(await becauseOf()).toBe("bad: key-revoked");
  });

  it("hears that it is still good after the issuer began to sign with a new key", async () => {
    issuer.publishKeys([openKey("p256-2027-11"), issuer.key, issuer.statusKey]);
    expect(await becauseOf()).toBe("good");
  });

  it("hears that it could not be checked where the issuer's keys cannot be read", async () => {
    for (const page of ["", "<html>", "[]", "{}", "null", `"${"x".repeat(70_000)}"`]) {
      issuer.pages.set(issuer.didUrl, page);
      expect(await becauseOf()).toBe("could-not-check: issuer");
    }
    issuer.pages.delete(issuer.didUrl);
    expect(await becauseOf()).toBe("could-not-check: issuer");
  });

  it("never hears that it is good while a status list cannot be read", async () => {
    for (const purpose of ["revocation", "suspension"] as const) {
      await issuer.publishLists();
      issuer.pages.delete(issuer.listUrl(purpose));
      expect(await becauseOf()).toBe("could-not-check: status");
    }
  });

  it("hears that it is revoked even where the other list cannot be read", async () => {
    await issuer.publishLists([place]);
    issuer.pages.delete(issuer.listUrl("suspension"));
    expect(await becauseOf()).toBe("bad: revoked");
  });

  it("does not rely on a list that nobody signed for two days", async () => {
    expect(await becauseOf(day("2026-11-23T19:30:12"))).toBe("good");
    expect(await becauseOf(day("2026-11-23T19:30:13"))).toBe("could-not-check: status");
  });

  it("hears all this of an issuer on this machine too, for trying it out", async () => {
    issuer = new SmallIssuer("http://localhost:3000");
    await issuer.publishLists();
    ({ token } = await issuer.issue());
    expect(issuer.did).toBe("did:web:localhost%3A3000");
    expect(await becauseOf()).toBe("good");
  });

  it("is not failed by a fetch that throws at once", async () => {
    const fetchText = (): never => {
      throw new Error("no network");
    };
    const seen = await verifyCredential(token, { ...issuer.surroundings(), fetchText });
    expect(seen).toEqual({ kind: "could-not-check", what: "issuer" });
  });
});
