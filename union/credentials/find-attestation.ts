import type { Claimed, Relation } from "../../domain/credential-request.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Secrets } from "../secrets.ts";
import { attestorHashOf, tokenHashOf } from "./fingerprints.ts";
import { claimOf, relationOf } from "./stored-request.ts";

/** A question to an attestor, with what her talk needs. */
export interface OpenAttestation {
  readonly id: string;
  readonly requestId: string;
  /** to_invite | invited | started | answered | silent */
  readonly state: string;
  readonly language: string;
  /** Where the talk goes on; null until somebody has come. */
  readonly addressId: string | null;
  readonly expiresAt: Date;
  /** What the member calls herself. */
  readonly memberName: string | null;
  /** What the attestor is called by her. */
  readonly attestorName: string | null;
  readonly relation: Relation;
  /** Not to be shown before the open questions are answered. */
  readonly claim: Claimed;
}

/** Finds the question that a link leads to; null for a token nobody was given. */
export const findAttestationByToken = (tx: Transaction, token: string): Promise<OpenAttestation | null> =>
  find(tx, { tokenHash: tokenHashOf(token) });

/** Finds the youngest question that waits for the person with this phone number; null where none does. */
export const findAttestationByNumber = (
  tx: Transaction,
  secrets: Secrets,
  number: string,
  now: Date,
): Promise<OpenAttestation | null> =>
  find(tx, {
    identifierHash: attestorHashOf(secrets, number),
    state: { in: ["invited", "started"] },
    expiresAt: { gt: now },
  });

/** Finds a question by its id; null where there is none. */
export const findAttestation = (tx: Transaction, id: string): Promise<OpenAttestation | null> =>
  find(tx, { id });

async function find(tx: Transaction, where: object): Promise<OpenAttestation | null> {
  const row = await tx.attestation.findFirst({
    where,
    orderBy: { id: "desc" },
    include: { request: { include: { person: { select: { name: true } } } } },
  });
  if (row === null) return null;
  const { request } = row;
  return {
    ...{ id: row.id, requestId: row.requestId, state: row.state, language: row.language },
    ...{ addressId: row.addressId, expiresAt: row.expiresAt, memberName: request.person.name },
    ...{ attestorName: request.attestorName, relation: relationOf(request), claim: claimOf(request) },
  };
}
