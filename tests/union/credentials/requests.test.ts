import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, hourMs, minuteMs, secondMs } from "../../../domain/moment.ts";
import { dueAttestations } from "../../../union/credentials/attestation-steps.ts";
import {
  findAttestationByNumber,
  findAttestationByToken,
} from "../../../union/credentials/find-attestation.ts";
import { requestForReview, reviewQueue } from "../../../union/credentials/review-queue.ts";
import { attestorNumber, SmallBureau, twoYearsOfSewing } from "./small-bureau.ts";

let bureau: SmallBureau;
beforeEach(async () => {
  bureau = await SmallBureau.open();
  await bureau.member();
});
afterEach(() => bureau.close());

const sewingFor = (months: number) => ({
  claim: { kind: "work-record" as const, livelihood: "tailor", months },
});
const skill = (achievement: number) => ({ claim: { kind: "skill" as const, achievement } });
const requests = () => bureau.read.credentialRequest.count();
const flagsOf = async (id: string) => (await requestForReview(bureau.read, id))?.flags;
const stateOf = async (id: string) => (await requestForReview(bureau.read, id))?.state;

describe("a member who asks for a credential", () => {
  it("has a request that waits for the attestor she named, who is due to be asked at once", async () => {
    const { requestId, attestationId, token } = await bureau.asks();
    expect(await stateOf(requestId)).toBe("awaiting_attestor");
    expect(await dueAttestations(bureau.read, bureau.now, 10)).toEqual([attestationId]);
    expect(await findAttestationByToken(bureau.read, token)).toMatchObject({
      ...{ id: attestationId, state: "to_invite", claim: twoYearsOfSewing, memberName: "Amina Tahir" },
    });
  });

  it("is refused, and nothing is kept, where the question cannot be asked", async () => {
    const refusals: unknown[] = [
      await bureau.opens({ number: "+905550100001" }),
      await bureau.opens({ number: "+19005551234" }),
      await bureau.opens({ number: "0555 020 00 01" }),
      await bureau.opens({ number: "Mr Demir" }),
      await bureau.opens(sewingFor(721)),
      await bureau.opens(sewingFor(0)),
      await bureau.opens(skill(20_101)),
      await bureau.opens({ personId: "nobody" }),
    ];
    expect(refusals.map((refusal) => Object(refusal).why)).toEqual([
      ...["own_number", "premium_number", "bad_number", "bad_number", "bad_claim", "bad_claim"],
      ...["bad_claim", "not_a_member"],
    ]);
    expect(await requests()).toBe(0);
    expect(await bureau.read.attestation.count()).toBe(0);
  });

  it("is refused while she is under 18", async () => {
    await bureau.means.store.write.once((tx) =>
      tx.person.update({ where: { id: "amina" }, data: { ageBand: "under18" } }),
    );
    expect(await bureau.opens()).toEqual({ kind: "refused", why: "too_young" });
  });

  it("is told that she has asked already, while it is open and after it was confirmed", async () => {
    await bureau.attested();
    expect(await bureau.opens()).toEqual({ kind: "refused", why: "already_asked" });
    expect(await bureau.opens({ number: "+905550200002" })).toMatchObject({ why: "already_asked" });
    const [open] = await reviewQueue(bureau.read);
    await bureau.decides(open?.id ?? "");
    expect(await bureau.opens()).toMatchObject({ why: "already_asked" });
    expect(await bureau.opens({ number: "+905550200002" })).toMatchObject({ kind: "opened" });
  });

  it("may have three open requests and no fourth, and three within thirty days", async () => {
    for (const number of [10_101, 10_102, 10_201]) await bureau.asks(skill(number));
    expect(await bureau.opens(skill(10_202))).toMatchObject({ why: "too_many_open" });
    for (const { id } of await bureau.read.credentialRequest.findMany()) {
      await bureau.means.store.write.once((tx) =>
        tx.credentialRequest.update({ where: { id }, data: { state: "refused" } }),
      );
    }
    expect(await bureau.opens(skill(10_202))).toMatchObject({ why: "too_many_lately" });
    bureau.pass(30 * dayMs);
    expect(await bureau.opens(skill(10_202))).toMatchObject({ kind: "opened" });
  });

  it("raises a flag, no more, with an attestor whom four requests named within thirty days", async () => {
    const opened: string[] = [];
    for (const id of ["a", "b", "c", "d"]) {
      await bureau.member(id, "Amal", `+90555030000${opened.length}`);
      opened.push((await bureau.asks({ personId: id })).requestId);
    }
    expect(await Promise.all(opened.map(flagsOf))).toEqual([[], [], [], ["attestor_asked_often"]]);
  });
});

describe("an attestor", () => {
  it("is asked, reminded after two days and after four, and then left in peace; the member's request says so", async () => {
    const { requestId, attestationId, token } = await bureau.asks();
    const seen: unknown[] = [];
    for (let hour = 0; hour <= 8 * 24; hour += 1) {
      for (const id of await dueAttestations(bureau.read, bureau.now, 10)) {
        const step = await bureau.steps(id);
        seen.push([
          hour,
          step?.kind === "ask" ? [step.nudge, step.number, step.token === token] : step?.kind,
        ]);
        expect(await bureau.steps(id)).toBeNull();
      }
      bureau.pass(hourMs);
    }
    expect(seen).toEqual([
      [0, [0, attestorNumber, true]],
      [48, [1, attestorNumber, true]],
      [96, [2, attestorNumber, true]],
      [168, "give_up"],
    ]);
    expect(await stateOf(requestId)).toBe("attestor_silent");
    expect(await bureau.begins(attestationId)).toEqual({ kind: "expired" });
    // She may name somebody else then.
    expect(await bureau.opens({ number: "+905550200002" })).toMatchObject({ kind: "opened" });
  });

  it("is not reminded twice at once after we were away for four days", async () => {
    const { attestationId } = await bureau.asks();
    await bureau.steps(attestationId);
    bureau.pass(4 * dayMs + hourMs);
    expect(await bureau.steps(attestationId)).toMatchObject({ nudge: 1 });
    expect(await bureau.steps(attestationId)).toBeNull();
  });

  it("is found by her number once she was invited, and by nobody else's", async () => {
    const { attestationId } = await bureau.asks();
    const find = (number: string) =>
      findAttestationByNumber(bureau.read, bureau.means.secrets, number, bureau.now);
    expect(await find(attestorNumber)).toBeNull();
    await bureau.steps(attestationId);
    expect(await find(attestorNumber)).toMatchObject({ id: attestationId });
    expect(await find("+905550200002")).toBeNull();
    bureau.pass(8 * dayMs);
    expect(await find(attestorNumber)).toBeNull();
  });

  it("who confirms hands the request to the caseworkers, without a flag where all fits", async () => {
    const { requestId, attestationId } = await bureau.asks();
    await bureau.begins(attestationId);
    bureau.pass(2 * minuteMs);
    const answers = { livelihood: "tailor", months: 20, place: "Gaziantep", tool: "overlock" };
    expect(await bureau.says(attestationId, "right", answers)).toEqual({
      ...{ kind: "taken", requestId, state: "attested" },
      ...{ personId: "amina", addressId: "address of amina" },
    });
    const [waiting] = await reviewQueue(bureau.read);
    expect(waiting).toMatchObject({ id: requestId, flags: [], initials: "A.T.", level: 2 });
    expect(waiting?.attestor).toMatchObject({ answers, verdict: "right", number: "+90********01" });
    expect(JSON.stringify(waiting)).not.toMatch(/0200001|0100001|Tahir/);
  });

  it.each([
    ["another kind of work", { livelihood: "cook" }, 5 * minuteMs, "right", ["livelihood_differs"]],
    ["a third less time is no matter", { months: 16 }, 5 * minuteMs, "right", []],
    ["more than a third less time", { months: 15 }, 5 * minuteMs, "right", ["amount_differs"]],
    ["an answer within a minute", {}, 59 * secondMs, "right", ["quick_answer"]],
    ["partly", {}, 5 * minuteMs, "partly", ["partly"]],
    ["it is wrong", {}, 5 * minuteMs, "wrong", ["wrong"]],
  ] as const)("raises a flag: %s", async (_what, answers, tookMs, verdict, flags) => {
    const { requestId, attestationId } = await bureau.asks();
    await bureau.begins(attestationId);
    bureau.pass(tookMs);
    await bureau.says(attestationId, verdict, answers);
    expect(await flagsOf(requestId)).toEqual(flags);
    expect(await stateOf(requestId)).toBe("attested");
  });

  it("who is being pressed sees nothing of it, and comes first with the caseworkers", async () => {
    await bureau.member("other", "Omar", "+905550100002");
    const first = await bureau.attested({ personId: "other" });
    const { requestId, attestationId } = await bureau.asks();
    await bureau.begins(attestationId);
    bureau.pass(5 * minuteMs);
    expect(await bureau.says(attestationId, "pressed")).toMatchObject({ kind: "taken", state: "attested" });
    expect((await reviewQueue(bureau.read)).map(({ id }) => id)).toEqual([requestId, first]);
    expect(await bureau.decides(requestId)).toEqual({ kind: "not_confirmed" });
  });

  it.each(["unknown_person", "declined"] as const)("who says %s confirms nothing", async (verdict) => {
    const { requestId, attestationId } = await bureau.asks();
    await bureau.begins(attestationId);
    await bureau.says(attestationId, verdict);
    expect(await stateOf(requestId)).toBe("attestor_declined");
    expect(await bureau.decides(requestId)).toEqual({ kind: "not_open" });
  });

  it("answers once: the link is used then, whoever follows it", async () => {
    const { requestId, attestationId } = await bureau.asks();
    await bureau.begins(attestationId);
    await bureau.says(attestationId, "wrong");
    const before = await requestForReview(bureau.read, requestId);
    expect(await bureau.says(attestationId, "right")).toEqual({ kind: "used" });
    expect(await bureau.begins(attestationId)).toEqual({ kind: "used" });
    expect(await bureau.begins(attestationId, "somebody's")).toEqual({ kind: "foreign" });
    expect(await requestForReview(bureau.read, requestId)).toEqual(before);
  });

  it("keeps the link she has begun with, and the member cannot answer for her", async () => {
    const { requestId, attestationId } = await bureau.asks();
    expect(await bureau.begins(attestationId, "address of amina")).toEqual({ kind: "foreign" });
    expect(await bureau.begins(attestationId)).toMatchObject({ kind: "begun" });
    expect(await bureau.begins(attestationId)).toMatchObject({ kind: "begun" });
    expect(await bureau.begins(attestationId, "somebody's")).toEqual({ kind: "foreign" });
    expect(await bureau.says(attestationId, "right", {}, "somebody's")).toEqual({ kind: "foreign" });
    expect(await stateOf(requestId)).toBe("awaiting_attestor");
  });

  it("without a beginning, in time or with answers of another kind changes nothing", async () => {
    const { requestId, attestationId } = await bureau.asks();
    expect(await bureau.says(attestationId, "right")).toEqual({ kind: "not_begun" });
    expect(await bureau.says("nothing", "right")).toEqual({ kind: "unknown" });
    expect(await findAttestationByToken(bureau.read, "guessed")).toBeNull();
    await bureau.begins(attestationId);
    expect(await bureau.says(attestationId, "right", { months: -1 })).toEqual({ kind: "bad_answers" });
    bureau.pass(7 * dayMs);
    expect(await bureau.says(attestationId, "right")).toEqual({ kind: "expired" });
    expect(await stateOf(requestId)).toBe("awaiting_attestor");
  });
});
