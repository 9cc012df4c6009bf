import type { CredentialDocument, StatusPurpose } from "./credential-document.ts";
import { originOf } from "./did-document.ts";
import { statusListDocument } from "./issue-status-list.ts";
import { openDocument, reach, type Surroundings } from "./open-document.ts";
import { decodeStatusList, statusAt } from "./status-list.ts";

/** What the published lists say of one credential. */
export type StatusReading =
  | { readonly kind: "clear"; readonly asOf: Date }
  | { readonly kind: "set"; readonly purpose: StatusPurpose }
  /** A list that is missing, stale, somebody else's or broken says nothing: never that all is well. */
  | { readonly kind: "not-read" };

const mostListBytes = 49_152;

/**
 * Reads every place a credential has in its issuer's status lists. One that is set decides; one that cannot be
 * read leaves it open. Never throws.
 */
export async function readStatus(
  { issuer, credentialStatus }: Pick<CredentialDocument, "issuer" | "credentialStatus">,
  surroundings: Surroundings,
): Promise<StatusReading> {
  const readings = await Promise.all(credentialStatus.map((entry) => readPlace(issuer, entry, surroundings)));
  const asOf = readings.flatMap((reading) => (reading.kind === "clear" ? [reading.asOf.getTime()] : []));
  return (
    readings.find(({ kind }) => kind === "set") ??
    readings.find(({ kind }) => kind === "not-read") ?? { kind: "clear", asOf: new Date(Math.min(...asOf)) }
  );
}

type StatusEntry = CredentialDocument["credentialStatus"][number];

async function readPlace(
  did: string,
  { statusListCredential: url, statusListIndex, statusPurpose }: StatusEntry,
  surroundings: Surroundings,
): Promise<StatusReading> {
  // Only on the issuer's own site: a credential cannot send us to knock at other doors.
  if (!url.startsWith(`${originOf(did)}/`)) return notRead;
  const token = await reach(surroundings.fetchText, url, mostListBytes);
  if (token === null) return notRead;
  const opening = await openDocument(token, "status", surroundings);
  if (opening.kind !== "opened" || opening.did !== did) return notRead;
  const list = statusListDocument.safeParse(opening.document).data;
  if (list?.id !== url || list.issuer !== did || list.credentialSubject.statusPurpose !== statusPurpose)
    return notRead;
  if (Date.parse(list.validUntil) <= surroundings.now.getTime()) return notRead;
  const bits = decodeStatusList(list.credentialSubject.encodedList);
  const isSet = bits && statusAt(bits, Number(statusListIndex));
  if (isSet === null) return notRead;
  return isSet ? { kind: "set", purpose: statusPurpose } : { kind: "clear", asOf: new Date(list.validFrom) };
}

const notRead = { kind: "not-read" } as const;
