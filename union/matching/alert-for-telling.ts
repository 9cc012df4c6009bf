import { z } from "zod";
import { type Explanation, explainToMember, type MemberReason } from "../../domain/matching/explain.ts";
import type { FitParts } from "../../domain/matching/fit.ts";
import type { LikingParts } from "../../domain/matching/liking.ts";
import type { Pay } from "../../domain/pay.ts";
import type { Transaction } from "../../prisma/store.ts";
import { openingPay } from "../openings/opening-pay.ts";
import { type Odds, oddsOf } from "./odds.ts";

const part = z.number().min(0).max(1);
/** What is kept with an alert of why it was made. */
const storedExplanation = z.object({
  liking: z.object({
    ...{ work: part, pay: part, near: part },
    ...{ schedule: part, contract: part, wish: part },
  }),
  fit: z.object({ skills: part, experience: part, languages: part, credential: part, fresh: part }),
});

/** Why somebody was matched, as it was kept. @throws ZodError for what we never wrote */
export const readExplanation = (json: string): { readonly liking: LikingParts; readonly fit: FitParts } =>
  storedExplanation.parse(JSON.parse(json));

/** What a member is told of an opening. The employer's name is no part of it before both have said yes. */
export interface AlertForTelling extends Explanation<MemberReason> {
  readonly alertId: string;
  readonly openingId: string;
  readonly personId: string;
  /** waiting | told | interested | declined | lapsed | withdrawn */
  readonly state: string;
  /** Three signs, such as 4F7. */
  readonly code: string;
  readonly livelihood: string;
  readonly pay: Pay;
  readonly place: string;
  readonly country: string | null;
  readonly places: number;
  /** A calendar day, `2027-03-05`. */
  readonly startsOn: string;
  readonly validUntil: Date;
  readonly hours: number | null;
  readonly details: string | null;
  /** open | held | paused | filled | closed | expired */
  readonly openingState: string;
  /** company | household | organisation */
  readonly employerKind: string;
  readonly isEmployerVerified: boolean;
  readonly odds: Odds;
}

/** Everything a text about an opening needs; null for an alert there is not. */
export async function alertForTelling(tx: Transaction, alertId: string): Promise<AlertForTelling | null> {
  const alert = await tx.alert.findUnique({
    where: { id: alertId },
    include: { opening: { include: { employer: { select: { kind: true, state: true } } } } },
  });
  if (alert === null) return null;
  const { opening, openingId, personId, state } = alert;
  const { liking, fit } = readExplanation(alert.explanation);
  const { code, livelihood, place, country, places, startsOn, validUntil, hours, details } = opening;
  return {
    ...explainToMember(liking, fit),
    ...{ alertId, openingId, personId, state, code, livelihood, place, country, places },
    ...{ startsOn, validUntil, hours, details },
    pay: openingPay(opening),
    openingState: opening.state,
    employerKind: opening.employer.kind,
    isEmployerVerified: opening.employer.state === "verified",
    odds: await oddsOf(tx, openingId),
  };
}
