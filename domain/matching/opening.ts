import type { Moment } from "../moment.ts";
import type { Pay } from "../pay.ts";
import type { LanguageLevel } from "./language-level.ts";
import type { Spot } from "./spot.ts";

/** When in the day or week the work is done. */
export type Schedule = "day" | "evening" | "night" | "weekend" | "shifts";
/** How long somebody is taken on for. */
export type Contract = "permanent" | "season" | "casual" | "piecework";

/** What matching needs to know of an opening; its words and its employer's name are elsewhere. */
export interface Opening {
  readonly id: string;
  readonly employer: string;
  /** A caseworker has checked who the employer is. */
  readonly isEmployerVerified: boolean;
  /** The employer has signed that nobody pays for the job (ILO General principles for fair recruitment, 2016, no. 7). */
  readonly hasNoFeePledge: boolean;
  readonly isOpen: boolean;
  readonly openedAt: Moment;
  readonly validUntil: Moment;
  readonly startsAt: Moment;
  /** ISCO-08 unit group, four digits. */
  readonly isco: string;
  /** Unit groups whose people can do it as well. */
  readonly related: readonly string[];
  readonly pay: Pay;
  /** The least the law allows for it here; null where we do not know. */
  readonly legalMinimum: Pay | null;
  readonly spot: Spot;
  /** The areas around, whose members may come as well. */
  readonly nearbyAreas: readonly string[];
  /** The employer fetches people, or houses them: no way is too far. */
  readonly hasTransportOrHousing: boolean;
  /** The languages needed, each with the least level. */
  readonly languages: ReadonlyMap<string, LanguageLevel>;
  readonly skills: ReadonlySet<string>;
  /** Years of experience wished for; 0 for none. */
  readonly years: number;
  readonly schedule: Schedule | null;
  readonly contract: Contract | null;
}
