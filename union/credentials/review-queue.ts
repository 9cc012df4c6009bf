import { levelOf } from "../../domain/credential-claims.ts";
import { initialsOf } from "../../domain/credential-initials.ts";
import {
  type BlindAnswers,
  type Claimed,
  openRequestStates,
  type Relation,
  type RequestFlag,
} from "../../domain/credential-request.ts";
import { maskPhoneNumber } from "../../domain/phone-number.ts";
import type { Transaction } from "../../prisma/store.ts";
import { answersIn, claimOf, flagsIn, relationOf } from "./stored-request.ts";

/** A request as a caseworker sees it: the claim beside what the attestor said, and no phone number in full. */
export interface ReviewedRequest {
  readonly id: string;
  readonly personId: string;
  readonly initials: string | null;
  readonly claim: Claimed;
  readonly relation: Relation;
  /** The level it would be confirmed at; from 3 on two people must approve. */
  readonly level: number;
  readonly state: string;
  readonly flags: readonly RequestFlag[];
  readonly openedAt: Date;
  /** The first of two who approved. */
  readonly approvedBy: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly attestor: {
    readonly name: string | null;
    /** Masked; null once it was forgotten. */
    readonly number: string | null;
    readonly language: string;
    readonly state: string;
    readonly verdict: string | null;
    readonly answers: BlindAnswers;
    readonly answeredAt: Date | null;
  } | null;
  readonly credential: { readonly id: string; readonly state: string; readonly validUntil: Date } | null;
}

const everything = {
  person: { select: { name: true } },
  attestations: { orderBy: { id: "desc" }, take: 1 },
  credential: { select: { id: true, state: true, validUntil: true } },
} as const;

const waitsForStaff = openRequestStates.filter((state) => state !== "awaiting_attestor");
const shownAtMost = 200;

/** What waits for a decision: first those who may be under pressure, then the longest open. */
export async function reviewQueue(read: Transaction): Promise<readonly ReviewedRequest[]> {
  const rows = await read.credentialRequest.findMany({
    where: { state: { in: [...waitsForStaff, "attestor_declined", "attestor_silent"] } },
    orderBy: { openedAt: "asc" },
    take: shownAtMost,
    include: everything,
  });
  const requests = rows.map(reviewed);
  const isUrgent = ({ flags }: ReviewedRequest): boolean => flags.includes("pressed");
  return [...requests.filter(isUrgent), ...requests.filter((request) => !isUrgent(request))];
}

/** One request in any state; null where there is none of that id. */
export async function requestForReview(read: Transaction, id: string): Promise<ReviewedRequest | null> {
  const row = await findRow(read, id);
  return row === null ? null : reviewed(row);
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (read: Transaction, id: string) =>
  read.credentialRequest.findUnique({ where: { id }, include: everything });

function reviewed(row: Row): ReviewedRequest {
  const { id, personId, state, openedAt, approvedBy, decidedBy, reason, credential } = row;
  const relation = relationOf(row);
  const [attestation] = row.attestations;
  return {
    ...{ id, personId, state, openedAt, approvedBy, decidedBy, reason, credential, relation },
    ...{ claim: claimOf(row), level: levelOf[relation], flags: flagsIn(row) },
    initials: row.person.name === null ? null : initialsOf(row.person.name),
    attestor:
      attestation === undefined
        ? null
        : {
            ...{ name: row.attestorName, language: attestation.language, state: attestation.state },
            ...{ verdict: attestation.verdict, answeredAt: attestation.answeredAt },
            number: attestation.identifier === null ? null : maskPhoneNumber(attestation.identifier),
            answers: answersIn(attestation),
          },
  };
}
