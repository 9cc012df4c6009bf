import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hourMs } from "../../../domain/moment.ts";
import {
  restoreCredential,
  revokeCredential,
  suspendCredential,
} from "../../../union/credentials/change-standing.ts";
import { expireCredentials } from "../../../union/credentials/expire-credentials.ts";
import { ownSurroundings } from "../../../union/credentials/own-surroundings.ts";
import { papersOf } from "../../../union/credentials/papers-of.ts";
import { publishedList } from "../../../union/credentials/published-list.ts";
import { signStatusLists } from "../../../union/credentials/sign-status-lists.ts";
import { verifyCredential } from "../../../union/credentials/verify-credential.ts";
import { erasePerson } from "../../../union/members/erase-person.ts";
import { SmallBureau } from "./small-bureau.ts";

let bureau: SmallBureau;
beforeEach(async () => {
  bureau = await SmallBureau.open();
  await bureau.member();
});
afterEach(() => bureau.close());

const papers = () => papersOf(bureau.read, bureau.means.secrets, "amina", bureau.now);
const credentials = () => bureau.read.credential.findMany();
const why = async (code: string) => {
  const answer = await bureau.checks(code);
  return answer.kind === "bad" ? answer.why : answer.kind;
};
const change = (credentialId: string, reason = "A second look.") => ({
  credentialId,
  staffId: "ayse",
  reason,
});
describe("a credential that is taken back", () => {
  it("does not count from that moment on, and never again", async () => {
    const { credentialId, code } = await bureau.issued();
    expect(await why(code)).toBe("good");
    expect(await revokeCredential(bureau.means, change(credentialId))).toEqual({
      ...{ kind: "done", personId: "amina", addressId: "address of amina" },
    });
    expect(await why(code)).toBe("revoked");
    for (const again of [revokeCredential, restoreCredential, suspendCredential])
      expect(await again(bureau.means, change(credentialId))).toEqual({
        kind: "not_possible",
        state: "revoked",
      });
    expect(await why(code)).toBe("revoked");
    expect(await papers()).toMatchObject([{ state: "revoked", credential: { code: null } }]);
  });

  it("for the time being does not count until it is restored", async () => {
    const { credentialId, code } = await bureau.issued();
    await suspendCredential(bureau.means, change(credentialId));
    expect(await why(code)).toBe("suspended");
    await restoreCredential(bureau.means, change(credentialId));
    expect(await why(code)).toBe("good");
  });

  it("takes no other with it", async () => {
    const first = await bureau.issued();
    const second = await bureau.issued({ claim: { kind: "skill", achievement: 10_301 } });
    await revokeCredential(bureau.means, change(first.credentialId));
    expect([await why(first.code), await why(second.code)]).toEqual(["revoked", "good"]);
  });

  it("needs a reason and a credential", async () => {
    const { credentialId, code } = await bureau.issued();
    expect(await revokeCredential(bureau.means, change(credentialId, " "))).toEqual({ kind: "no_reason" });
    expect(await revokeCredential(bureau.means, change("nothing"))).toEqual({ kind: "unknown" });
    expect(await why(code)).toBe("good");
  });

  it("is published as taken back even if we died before the list was signed", async () => {
    const { credentialId, code } = await bureau.issued();
    await signStatusLists(bureau.means);
    // The transaction of a revocation, and nothing after it.
    const dying = {
      ...bureau.means,
      issuer: {
        ...bureau.means.issuer,
        get statusKey(): never {
          throw new Error("died");
        },
      },
    };
    await expect(revokeCredential(dying, change(credentialId))).rejects.toThrow("died");
    expect(await why(code)).toBe("revoked");
    const { id } = await bureau.read.statusList.findFirstOrThrow({ where: { purpose: "revocation" } });
    const stored = await bureau.read.statusList.findUniqueOrThrow({ where: { id } });
    const page = () => publishedList(bureau.read, bureau.means.issuer, id, bureau.now);
    expect(await page()).not.toBe(stored.token);
    expect(await signStatusLists(bureau.means)).toBe(1);
    expect(await page()).toBe((await bureau.read.statusList.findUniqueOrThrow({ where: { id } })).token);
  });
});

describe("the status lists", () => {
  it("are signed anew every six hours, and not before unless something changed", async () => {
    await bureau.issued();
    expect(await signStatusLists(bureau.means)).toBe(2);
    bureau.pass(6 * hourMs - 1);
    expect(await signStatusLists(bureau.means)).toBe(0);
    bureau.pass(1);
    expect(await signStatusLists(bureau.means)).toBe(2);
  });

  it("give way to new ones once half of their places are taken", async () => {
    const { credentialId } = await bureau.issued();
    await bureau.means.store.write.once(
      (tx) => tx.$executeRaw`
        WITH RECURSIVE n(place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM n WHERE place < 65535)
        INSERT OR IGNORE INTO "StatusPlace" ("listId", "place", "credentialId")
        SELECT "StatusList"."id", n.place, ${credentialId} FROM n, "StatusList" WHERE "purpose" = 'revocation'`,
    );
    const { code } = await bureau.issued({ claim: { kind: "skill", achievement: 10_301 } });
    expect(await why(code)).toBe("good");
    const lists = await bureau.read.statusList.findMany({
      where: { purpose: "revocation" },
      orderBy: { id: "asc" },
    });
    expect(lists.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });
});

describe("in time", () => {
  it("a credential runs out after its last day, and the member sees that it did", async () => {
    const { code } = await bureau.issued();
    bureau.pass(Date.parse("2029-11-20T23:59:59Z") - bureau.now.getTime());
    expect(await why(code)).toBe("good");
    expect(await expireCredentials(bureau.means)).toMatchObject({ credentials: 0, attestors: 1 });
    bureau.pass(1000);
    expect(await why(code)).toBe("expired");
    expect(await papers()).toMatchObject([{ state: "expired", credential: { code: null } }]);
    expect(await expireCredentials(bureau.means)).toMatchObject({ credentials: 1, tries: 0 });
    expect(await bureau.read.attestation.findFirst()).toMatchObject({ identifier: null });
  });

  it("a member who erases herself leaves nothing but a place in a list", async () => {
    const { code } = await bureau.issued();
    await bureau.asks({ claim: { kind: "skill", achievement: 10_301 } });
    await bureau.means.store.write.once((tx) =>
      erasePerson(tx, { addressId: "address of amina", personId: "amina", now: bureau.now }),
    );
    expect(await bureau.checks(code)).toEqual({ kind: "unknown" });
    expect(await credentials()).toMatchObject([
      {
        ...{ state: "revoked", reason: "erased", personId: null, requestId: null },
        ...{ token: null, codeSealed: null },
      },
    ]);
    expect(await bureau.read.credentialRequest.count()).toBe(0);
    expect(await bureau.read.attestation.count()).toBe(0);
    expect(await signStatusLists(bureau.means)).toBe(2);
  });

  it("a copy of her credential that somebody kept is refused as revoked once she erased herself", async () => {
    await bureau.issued();
    const [{ token } = { token: null }] = await credentials();
    await bureau.means.store.write.once((tx) =>
      erasePerson(tx, { addressId: "address of amina", personId: "amina", now: bureau.now }),
    );
    const around = ownSurroundings(bureau.read, bureau.means.issuer, bureau.now);
    expect(await verifyCredential(token ?? "", around)).toMatchObject({ kind: "bad", reason: "revoked" });
  });

  it("an attestor who erases herself cannot be reached any more, and what she said stays", async () => {
    const id = await bureau.attested();
    await bureau.means.store.write.once((tx) =>
      erasePerson(tx, { addressId: "the attestor's", personId: null, now: bureau.now }),
    );
    expect(await bureau.read.attestation.findFirst()).toMatchObject({
      ...{ addressId: null, identifier: null, verdict: "right" },
    });
    expect(await bureau.decides(id)).toMatchObject({ kind: "issued" });
  });
});
