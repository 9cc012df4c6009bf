import type { Moment } from "../moment.ts";
import type { Pay } from "../pay.ts";
import type { LanguageLevel } from "./language-level.ts";
import type { Contract, Schedule } from "./opening.ts";
import type { Spot } from "./spot.ts";

/** A kind of work somebody can do. */
export interface Occupation {
  /** ISCO-08 unit group, four digits. */
  readonly isco: string;
  /** Years of experience in it; null where nobody asked. */
  readonly years: number | null;
  /** A credential for it has been checked. */
  readonly isVerified: boolean;
}

/**
 * What matching may know of a member; null is "nobody asked", and speaks neither for nor against her.
 *
 * Nationality, religion, gender, legal status and any age but "adult" are no part of it, so that no rule can turn on them.
 */
export interface Candidate {
  readonly id: string;
  readonly isAdult: boolean;
  readonly wantsAlerts: boolean;
  /** She has said STOP, to all or to jobs, or her address can no longer be reached. */
  readonly isStopped: boolean;
  /** At most three are looked at: those she named first. */
  readonly occupations: readonly Occupation[];
  /** Unit groups she would like to work in, whatever she has done so far. */
  readonly wishes: readonly string[] | null;
  /** What she said she can do; one she did not name may be missing or may not have come up. */
  readonly skills: ReadonlySet<string>;
  readonly languages: ReadonlyMap<string, LanguageLevel> | null;
  readonly spot: Spot;
  /** How far she can travel to work, in kilometres. */
  readonly travelKm: number | null;
  /** She takes nothing below this. */
  readonly payFloor: Pay | null;
  readonly freeFrom: Moment | null;
  readonly schedules: ReadonlySet<Schedule> | null;
  readonly contracts: ReadonlySet<Contract> | null;
  readonly blockedEmployers: ReadonlySet<string>;
  /** When she last answered a question about herself. */
  readonly confirmedAt: Moment | null;
  /** When she was alerted in the last 30 days. */
  readonly alerts: readonly Moment[];
}
