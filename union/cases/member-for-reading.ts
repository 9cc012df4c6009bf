import { readMemberNumber } from "../../domain/member-number.ts";
import { noteReading } from "../audit/note-reading.ts";
import { lastDay } from "../credentials/tier-zero.ts";
import type { Means } from "../means.ts";

/** Why somebody of staff opens a member's record: one of these has to be said. */
export const readingPurposes = ["she_asks", "checking_request", "complaint", "correction"] as const;
export type ReadingPurpose = (typeof readingPurposes)[number];

/** What the console shows of a member. */
export interface ReadMember {
  readonly number: string;
  readonly name: string | null;
  readonly language: string;
  readonly place: string | null;
  readonly livelihood: string | null;
  readonly work: string | null;
  readonly joinedAt: Date | null;
  readonly cases: readonly { readonly id: string; readonly reason: string; readonly openedAt: Date }[];
  readonly requests: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
  readonly credentials: readonly {
    readonly id: string;
    readonly kind: string;
    readonly level: number;
    readonly state: string;
    readonly validUntil: Date;
  }[];
}

export type FoundMember =
  | { readonly kind: "found"; readonly member: ReadMember }
  /** Not a member number at all: a letter or a digit is wrong. */
  | { readonly kind: "no_number" }
  | { readonly kind: "unknown" };

export interface MemberQuestion {
  /** As it was typed. */
  readonly number: string;
  readonly purpose: ReadingPurpose;
  readonly staffId: string;
}

/** Finds a member by the number she gave, and notes in the audit log who looked and why. There is no list of members. */
export async function memberForReading(
  means: Means,
  { number: typed, purpose, staffId }: MemberQuestion,
): Promise<FoundMember> {
  const number = readMemberNumber(typed);
  if (number === null) return { kind: "no_number" };
  const { read } = means.store;
  const person = await read.person.findUnique({
    where: { number },
    include: {
      credentialRequests: { orderBy: { openedAt: "desc" }, take: 20 },
      credentials: { orderBy: { issuedAt: "desc" }, take: 20 },
    },
  });
  await noteReading(means, {
    ...{ staffId, purpose, personId: person?.id ?? null, object: `person:${person?.id ?? ""}` },
    action: person === null ? "person.not_found" : "person.read",
  });
  if (person === null) return { kind: "unknown" };
  const cases = await read.case.findMany({
    where: { personId: person.id, closedAt: null },
    orderBy: { openedAt: "asc" },
    select: { id: true, reason: true, openedAt: true },
  });
  const { name, language, place, livelihood, workOther, work, joinedAt } = person;
  return {
    kind: "found",
    member: {
      ...{ number, name, language, place, livelihood, joinedAt, cases },
      work: workOther ?? work,
      requests: person.credentialRequests.map(({ id, kind, state }) => ({ id, kind, state })),
      credentials: person.credentials.map(({ id, kind, level, state, validUntil }) => ({
        ...{ id, kind, level, state, validUntil: lastDay(validUntil) },
      })),
    },
  };
}
