import { maskPhoneNumber } from "../../domain/phone-number.ts";
import type { Case } from "../../prisma/client/client.ts";
import type { Means } from "../means.ts";
import { staffNames } from "../staff/list-staff.ts";

/** A case as the inbox lists it: nobody is named, and no number is whole. */
export interface CaseSummary {
  readonly id: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly channel: string;
  readonly maskedNumber: string;
  /** What she is spoken to in. */
  readonly language: string;
  readonly memberNumber: string | null;
  readonly takenBy: { readonly staffId: string; readonly name: string } | null;
}

/** How many cases one page lists. */
export const mostCases = 200;

/** The cases that nobody has closed, those who wait longest first. */
export async function openCases(means: Pick<Means, "store">): Promise<readonly CaseSummary[]> {
  const cases = await means.store.read.case.findMany({
    where: { closedAt: null },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: mostCases,
  });
  return caseSummaries(means, cases);
}

/** How many cases nobody has closed, listed or not. */
export const countOpenCases = ({ store }: Pick<Means, "store">): Promise<number> =>
  store.read.case.count({ where: { closedAt: null } });

/** What a list shows of cases, in three questions to the database however many there are. */
export async function caseSummaries(
  means: Pick<Means, "store">,
  cases: readonly Case[],
): Promise<readonly CaseSummary[]> {
  if (cases.length === 0) return [];
  const { read } = means.store;
  const personIds = cases.map(({ personId }) => personId).filter((id) => id !== null);
  const [addresses, people, names] = await Promise.all([
    read.address.findMany({
      where: { id: { in: cases.map(({ addressId }) => addressId) } },
      select: { id: true, channel: true, identifier: true, lane: { select: { language: true } } },
    }),
    read.person.findMany({ where: { id: { in: personIds } }, select: { id: true, number: true } }),
    staffNames(
      means,
      cases.map(({ takenBy }) => takenBy),
    ),
  ]);
  const addressOf = new Map(addresses.map((address) => [address.id, address]));
  const numberOf = new Map(people.map(({ id, number }) => [id, number]));
  return cases.map(({ id, reason, openedAt, closedAt, addressId, personId, takenBy }) => {
    const address = addressOf.get(addressId);
    return {
      ...{ id, reason, openedAt, closedAt },
      channel: address?.channel ?? "unknown",
      maskedNumber: maskPhoneNumber(address?.identifier ?? ""),
      language: address?.lane?.language ?? "en",
      memberNumber: (personId === null ? null : numberOf.get(personId)) ?? null,
      takenBy: takenBy === null ? null : { staffId: takenBy, name: names.get(takenBy) ?? takenBy },
    };
  });
}
