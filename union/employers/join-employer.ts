import type { Transaction } from "../../prisma/store.ts";
import { audit } from "../audit/audit.ts";

/** The version of the pledge that nobody pays for a job, as employers are shown it. A changed wording is a new version. */
export const pledgeVersion = 1;

export const employerKinds = ["company", "household", "organisation"] as const;
export type EmployerKind = (typeof employerKinds)[number];

/** An employer who has read the pledge and said yes to it. */
export interface NewEmployer {
  readonly id: string;
  /** The id of her contact's row, where she wrote from an address. */
  readonly contactId: string;
  readonly name: string;
  readonly kind: EmployerKind;
  readonly place: string;
  readonly country: string | null;
  readonly contactName: string;
  readonly email: string | null;
  readonly language: string;
  /** Where she writes from; null for one whom staff put in. */
  readonly addressId: string | null;
  readonly now: Date;
}

export type Joined =
  | { readonly kind: "joined"; readonly employerId: string }
  /** The address speaks for an employer already: nothing was changed. */
  | { readonly kind: "already"; readonly employerId: string };

/** Begins to keep an employer, who waits for a caseworker; an address that speaks for one already stays with it. */
export async function joinEmployer(tx: Transaction, employer: NewEmployer): Promise<Joined> {
  const { id, contactId, addressId, now, ...words } = employer;
  const before = addressId === null ? null : await employerAt(tx, addressId);
  if (before !== null) return { kind: "already", employerId: before.id };
  await tx.employer.create({
    data: {
      ...words,
      id,
      state: "waiting",
      pledgedAt: now,
      pledgeVersion,
      digestEvery: "day",
      takesLetters: true,
      joinedAt: now,
      unanswered: 0,
    },
  });
  if (addressId !== null)
    await tx.employerContact.create({ data: { id: contactId, employerId: id, addressId, since: now } });
  await audit(tx, {
    actor: `employer:${id}`,
    action: "employer.joined",
    object: `employer:${id}`,
    detail: { pledgeVersion },
    at: now,
  });
  return { kind: "joined", employerId: id };
}

/** Who an address speaks for. */
export interface EmployerAt {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly country: string | null;
  readonly language: string;
  /** waiting | verified | refused | paused */
  readonly state: string;
}

/** The employer an address speaks for now; null for none. */
export async function employerAt(tx: Transaction, addressId: string): Promise<EmployerAt | null> {
  const contact = await tx.employerContact.findFirst({
    where: { addressId, until: null },
    orderBy: { since: "desc" },
    select: {
      employer: {
        select: { id: true, name: true, place: true, country: true, language: true, state: true },
      },
    },
  });
  return contact?.employer ?? null;
}
