import type { ConsentEntry } from "../../domain/consent.ts";
import type { Moment } from "../../domain/moment.ts";
import type { PersonRow } from "./scene.ts";

/** A person who is kept from now on, and the address she uses. */
export interface NewPerson {
  readonly id: string;
  readonly holderId: string;
  readonly addressId: string;
  readonly language: string;
  readonly createdAt: Moment;
}

/** A person as she is to be kept; `joinedAt` null: as it was. */
export interface PersonWrite extends PersonRow {
  readonly serial: number | null;
  readonly joinedAt: Moment | null;
  /** So that matching sees that something about her is new. */
  readonly changedAt: Moment;
  /** When she is to be matched with the openings there are; null: as it was. */
  readonly matchAt: Moment | null;
}

/** A line for the consent ledger. */
export interface NewConsent extends ConsentEntry {
  readonly addressId: string;
  readonly personId: string | null;
  readonly language: string;
}
