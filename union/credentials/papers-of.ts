import type { Claimed } from "../../domain/credential-request.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Secrets } from "../secrets.ts";
import { openSealedCode } from "./sealed-code.ts";
import { claimOf } from "./stored-request.ts";
import { lastDay } from "./tier-zero.ts";

/** What a member sees of her requests, the youngest first. */
export interface Paper {
  readonly requestId: string;
  readonly claim: Claimed;
  /** awaiting_attestor | attested | attestor_declined | attestor_silent | more_info | refused | issued | suspended | revoked | expired */
  readonly state: string;
  readonly openedAt: Date;
  readonly credential: {
    readonly id: string;
    readonly level: number;
    /** Null where it does not count any more, or can no longer be opened. */
    readonly code: string | null;
    /** The last day it counts, at its beginning in UTC. */
    readonly validUntil: Date;
  } | null;
}

/** Lists what a member asked for and what she was given. */
export async function papersOf(
  read: Transaction,
  secrets: Secrets,
  personId: string,
  now: Date,
): Promise<readonly Paper[]> {
  const requests = await read.credentialRequest.findMany({
    where: { personId },
    orderBy: { openedAt: "desc" },
    include: { credential: true },
  });
  return requests.map(({ credential, ...request }) => {
    const shared = { requestId: request.id, claim: claimOf(request), openedAt: request.openedAt };
    if (credential === null) return { ...shared, state: request.state, credential: null };
    const { id, level, validUntil, codeSealed } = credential;
    const isOver = credential.state !== "revoked" && validUntil <= now;
    const state = isOver ? "expired" : credential.state;
    const counts = state === "issued" || state === "suspended";
    const code = counts && codeSealed !== null ? openSealedCode(secrets, id, codeSealed) : null;
    return { ...shared, state, credential: { id, level, code, validUntil: lastDay(validUntil) } };
  });
}

/** The code of a credential, to be sent to its holder again; null where there is none any more. */
export async function revealCode(
  read: Transaction,
  secrets: Secrets,
  credentialId: string,
): Promise<string | null> {
  const row = await read.credential.findUnique({
    where: { id: credentialId },
    select: { codeSealed: true },
  });
  return row?.codeSealed == null ? null : openSealedCode(secrets, credentialId, row.codeSealed);
}
