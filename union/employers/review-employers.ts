import type { Store } from "../../prisma/store.ts";
import { openingsOf } from "../openings/openings-of.ts";

/** An employer in the caseworkers' list. */
export interface EmployerInList {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly place: string;
  readonly country: string | null;
  /** waiting | verified | refused | paused */
  readonly state: string;
  readonly joinedAt: Date;
  /** Openings that are open or held back. */
  readonly openings: number;
}

/** The employers in a state, those who have waited longest first, at most 200. */
export async function employersToReview(
  { read }: Pick<Store, "read">,
  state = "waiting",
): Promise<readonly EmployerInList[]> {
  const rows = await read.employer.findMany({
    where: { state },
    orderBy: { joinedAt: "asc" },
    take: 200,
    select: {
      ...{ id: true, name: true, kind: true, place: true, country: true, state: true, joinedAt: true },
      _count: { select: { openings: { where: { state: { in: ["open", "held"] } } } } },
    },
  });
  return rows.map(({ _count, ...employer }) => ({ ...employer, openings: _count.openings }));
}

/** Everything a caseworker looks at before deciding about an employer; null for an id there is not. */
export async function employerForReview({ read }: Pick<Store, "read">, id: string) {
  const employer = await read.employer.findUnique({
    where: { id },
    include: {
      employerContacts: {
        where: { until: null },
        select: { id: true, since: true, address: { select: { id: true, channel: true, identifier: true } } },
      },
      apiKeies: {
        orderBy: { createdAt: "asc" },
        select: { id: true, label: true, createdAt: true, revokedAt: true },
      },
    },
  });
  if (employer === null) return null;
  const { employerContacts: contacts, apiKeies: apiKeys, ...rest } = employer;
  return { ...rest, contacts, apiKeys, openings: await openingsOf(read, id) };
}
