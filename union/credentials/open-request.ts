import { flagsOfAttestor } from "../../domain/credential-flags.ts";
import { type Claimed, claimed, openRequestStates, type Relation } from "../../domain/credential-request.ts";
import type { Language } from "../../domain/language.ts";
import { dayMs } from "../../domain/moment.ts";
import { readPhoneNumber } from "../../domain/phone-number.ts";
import { isPremiumNumber } from "../../domain/premium-number.ts";
import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";
import type { Means } from "../means.ts";
import { attestationTokenOf, attestorHashOf, tokenHashOf } from "./fingerprints.ts";
import { claimColumns, flagsText } from "./stored-request.ts";
import { timesNamed } from "./times-named.ts";

/** What a member asks to have confirmed, and by whom. */
export interface NewRequest {
  readonly personId: string;
  /** Where she asked, and will be answered. */
  readonly addressId: string;
  readonly claim: Claimed;
  readonly relation: Relation;
  readonly attestor: {
    /** In E.164, from `readPhoneNumber`. */
    readonly number: string;
    /** As the member calls her. */
    readonly name: string | null;
    readonly language: Language;
  };
}

/** Why a request was not opened. Nothing was changed. */
export type RequestRefusal =
  | "not_a_member"
  | "too_young"
  | "bad_claim"
  /** The attestor's number is none, or the member's own, or one that earns by being written to. */
  | "bad_number"
  | "own_number"
  | "premium_number"
  | "already_asked"
  /** Three are open, or were opened within 30 days. */
  | "too_many_open"
  | "too_many_lately";

export type RequestOpening =
  | {
      readonly kind: "opened";
      readonly requestId: string;
      readonly attestationId: string;
      /** Leads the attestor to her questions; to be had again from `attestationTokenOf`. */
      readonly token: string;
    }
  | { readonly kind: "refused"; readonly why: RequestRefusal };

const mostOpen = 3;
const mostLately = 3;
const latelyMs = 30 * dayMs;
/** How long an attestor has time to answer. */
const answerWithinMs = 7 * dayMs;

/** Opens a request of a member and the question to the attestor she named, who is due to be asked at once. */
export async function openRequest(
  tx: Transaction,
  { newId, secrets }: Pick<Means, "newId" | "secrets">,
  request: NewRequest,
  now: Date,
): Promise<RequestOpening> {
  const identifierHash = attestorHashOf(secrets, request.attestor.number);
  const why = await refusalOf(tx, request, identifierHash, now);
  if (why !== null) return { kind: "refused", why };

  const { personId, addressId, claim, relation, attestor } = request;
  const [requestId, attestationId] = [newId(), newId()];
  const token = attestationTokenOf(secrets, attestationId);
  const named = (await timesNamed(tx, identifierHash, now)) + 1;
  await tx.credentialRequest.create({
    data: {
      ...{ id: requestId, personId, addressId, relation, ...claimColumns(claim) },
      ...{ attestorName: attestor.name, state: "awaiting_attestor", openedAt: now, changedAt: now },
      flags: flagsText(...flagsOfAttestor(named)),
      attestations: {
        create: {
          ...{ id: attestationId, identifier: attestor.number, identifierHash, language: attestor.language },
          ...{ tokenHash: tokenHashOf(token), state: "to_invite", nudges: 0, dueAt: now, createdAt: now },
          expiresAt: new Date(now.getTime() + answerWithinMs),
        },
      },
    },
  });
  await audit(tx, {
    ...{ actor: `person:${personId}`, action: "request.opened", object: `request:${requestId}` },
    ...{ detail: { kind: claim.kind, relation }, at: now },
  });
  return { kind: "opened", requestId, attestationId, token };
}

async function refusalOf(
  tx: Transaction,
  { personId, claim, attestor: { number } }: NewRequest,
  identifierHash: string,
  now: Date,
): Promise<RequestRefusal | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: { addresses: { select: { address: { select: { identifier: true } } } } },
  });
  if (person?.number == null) return "not_a_member";
  if (person.ageBand === "under18") return "too_young";
  if (!claimed.safeParse(claim).success) return "bad_claim";
  if (readPhoneNumber(number) !== number) return "bad_number";
  if (person.addresses.some(({ address }) => address.identifier === number)) return "own_number";
  if (isPremiumNumber(number)) return "premium_number";
  if (await wasAsked(tx, personId, claim, identifierHash)) return "already_asked";
  const hers = (where: object): Promise<number> =>
    tx.credentialRequest.count({ where: { personId, ...where } });
  if ((await hers({ state: { in: [...openRequestStates] } })) >= mostOpen) return "too_many_open";
  const lately = new Date(now.getTime() - latelyMs);
  return (await hers({ openedAt: { gt: lately } })) >= mostLately ? "too_many_lately" : null;
}

/** The same claim is being looked at, or was confirmed by the same attestor and still counts. */
async function wasAsked(
  tx: Transaction,
  personId: string,
  claim: Claimed,
  identifierHash: string,
): Promise<boolean> {
  const { kind, livelihood, achievement } = claimColumns(claim);
  const same = await tx.credentialRequest.findFirst({
    where: {
      ...{ personId, kind, livelihood, achievement },
      OR: [
        { state: { in: [...openRequestStates] } },
        {
          attestations: { some: { identifierHash } },
          credential: { state: { in: ["issued", "suspended"] } },
        },
      ],
    },
    select: { id: true },
  });
  return same !== null;
}
