import { hourMs } from "../../domain/moment.ts";
import type { Transaction } from "../../prisma/store.ts";
import { type StatusPurpose, statusPurposes } from "./credential-document.ts";
import { issueStatusList } from "./issue-status-list.ts";
import type { OpenIssuer } from "./open-issuer.ts";

/** How old a signed list gets before it is signed anew; it may be relied on for 48 hours. */
const resignedAfterMs = 6 * hourMs;

/** The public address of a status list. */
export const statusListUrl = (site: string, listId: number): string => `${site}/credentials/status/${listId}`;

/** A list as it is kept. */
export interface StoredList {
  readonly id: number;
  readonly purpose: string;
  readonly bits: Uint8Array;
  readonly version: number;
  readonly token: string | null;
  readonly signedAt: Date | null;
  readonly signedVersion: number | null;
}

/** Whether what was last signed still says what the list says, and is young enough. */
export function isFresh({ version, signedVersion, signedAt }: StoredList, now: Date): boolean {
  if (signedAt === null || signedVersion !== version) return false;
  // A list that was signed in the future says that the clock was wrong.
  const age = now.getTime() - signedAt.getTime();
  return age >= 0 && age < resignedAfterMs;
}

/** Signs a list as it is now. */
export const signList = (issuer: OpenIssuer, list: StoredList, now: Date): Promise<string> =>
  issueStatusList(
    { did: issuer.did, key: issuer.statusKey },
    { url: statusListUrl(issuer.site, list.id), purpose: purposeOf(list), bits: list.bits },
    now,
  );

function purposeOf({ id, purpose }: StoredList): StatusPurpose {
  const known = statusPurposes.find((name) => name === purpose);
  if (known === undefined) throw new Error(`Status list ${id} is for ${purpose}, which nothing is.`);
  return known;
}

/**
 * A status list as everybody may read it; null where there is none of that id.
 *
 * It never says less than what is kept: where a bit was changed since it was last signed, it is signed here and now.
 */
export async function publishedList(
  read: Transaction,
  issuer: OpenIssuer,
  listId: number,
  now: Date,
): Promise<string | null> {
  const list = await read.statusList.findUnique({ where: { id: listId } });
  if (list === null) return null;
  return list.token !== null && isFresh(list, now) ? list.token : signList(issuer, list, now);
}
