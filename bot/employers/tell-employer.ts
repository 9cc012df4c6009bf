import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { employerAddress } from "../../union/digests/employer-address.ts";
import type { MemberContact } from "../../union/introductions/contacts.ts";
import type { EmployerToTell } from "../../union/introductions/employer-to-tell.ts";
import type { RecalledContact } from "../../union/introductions/recall-contact.ts";
import type { Approach } from "../reaching-out/reach-out.ts";
import { reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import { announce } from "./announce.ts";

/** What a caseworker decided about an employer. */
export type EmployerNews = "verified" | "refused" | "paused";

/**
 * Tells an employer what a caseworker decided about her, once for each decision and only as it stands now; an employer
 * who has only e-mail is not told here.
 */
export async function tellEmployer(
  runtime: Runtime,
  { employerId, news }: { readonly employerId: string; readonly news: EmployerNews },
): Promise<void> {
  const queued = await runtime.store.write.once(async (tx) => {
    const employer = await tx.employer.findFirst({ where: { id: employerId, state: news } });
    const address = employer === null ? null : await employerAddress(tx, employerId);
    if (employer === null || address === null) return [];
    const key = `employer:${employerId}:${news}:${employer.decidedAt?.getTime() ?? 0}`;
    return reachOut(tx, [answered(address.addressId, key, `employer.${news}`, {})], runtime);
  });
  announce(queued, runtime);
}

/** An employer hears that the candidate she wants said yes too, and how to reach her: in the transaction that kept the yes. */
export function tellAgreed(
  tx: Transaction,
  runtime: Runtime,
  told: {
    readonly introductionId: string;
    readonly tell: EmployerToTell;
    readonly member: MemberContact;
    /** Neither can reach the other: a caseworker brings them together. */
    readonly needsPerson?: boolean;
  },
): Promise<readonly NewOutbound[]> {
  const { introductionId, tell, member, needsPerson = false } = told;
  const key = needsPerson
    ? "employer.agreedPerson"
    : member.phone === null
      ? "employer.agreedWrites"
      : "employer.agreed";
  return tellOf(tx, runtime, tell, `introduced:${introductionId}`, key, {
    member: member.name ?? "-",
    // Alone on its line, so that no phone turns it round.
    ...(member.phone === null ? {} : { memberPhone: `\n${member.phone}` }),
  });
}

/** An employer hears that a candidate she wants is not available any more, and never why. */
export const tellGone = (
  tx: Transaction,
  runtime: Runtime,
  { introductionId, tell }: { readonly introductionId: string; readonly tell: EmployerToTell },
): Promise<readonly NewOutbound[]> =>
  tellOf(tx, runtime, tell, `not-available:${introductionId}`, "employer.gone", {});

/**
 * Employers who have a member's contact hear that she wants it deleted, once for each card, without a name or number in it.
 * Who has just written is left out: nothing may be put before the answer to that.
 *
 * @param writing  the address whose turn this is
 */
export async function tellForget(
  tx: Transaction,
  runtime: Runtime,
  recalled: readonly RecalledContact[],
  writing: string,
): Promise<void> {
  for (const { cardId, tell } of recalled)
    if (tell.addressId !== writing)
      await tellOf(tx, runtime, tell, `forget:${cardId}`, "employer.forget", {});
}

async function tellOf(
  tx: Transaction,
  runtime: Runtime,
  { addressId, card, openingCode }: EmployerToTell,
  cause: string,
  key: string,
  values: Readonly<Record<string, string>>,
): Promise<readonly NewOutbound[]> {
  if (addressId === null) return [];
  const about = { card, jobCode: openingCode, ...values };
  return reachOut(tx, [answered(addressId, cause, key, about)], runtime);
}

/** It answers what she asked of us herself, if days later. */
const answered = (
  addressId: string,
  cause: string,
  key: string,
  values: Readonly<Record<string, string>>,
): Approach => ({
  addressId,
  cause: { key: cause, class: "reply", topic: "talk", requestId: cause },
  says: [{ namespace: "common", key }],
  values,
});
