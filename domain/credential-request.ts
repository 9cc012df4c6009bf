import { z } from "zod";
import { isCourse, isSkill } from "./achievements.ts";
import { livelihoodOf } from "./livelihoods.ts";

/** Who may be asked to confirm a claim. What is confirmed by whom has its level in `levelOf`. */
export const relations = ["former-employer", "client", "trainer", "organisation"] as const;
export type Relation = (typeof relations)[number];

const monthsWorked = z.int().min(1).max(720);
const hoursTaught = z.int().min(1).max(1800);

/** What a member says that she can do, or did, before anybody confirmed it. */
export const claimed = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("work-record"),
    livelihood: z.string().refine((id) => livelihoodOf(id) !== undefined),
    months: monthsWorked,
  }),
  z.strictObject({
    kind: z.literal("skill"),
    achievement: z.int().refine((number): boolean => isSkill(number)),
  }),
  z.strictObject({
    kind: z.literal("training"),
    achievement: z.int().refine((number): boolean => isCourse(number)),
    hours: hoursTaught,
  }),
]);
export type Claimed = z.infer<typeof claimed>;

/** Months of work or hours of training; null for what is not counted. */
export const amountOf = (claim: Claimed): number | null =>
  claim.kind === "work-record" ? claim.months : claim.kind === "training" ? claim.hours : null;

/** What an attestor says once she was shown the claim. The last one looks like any other to whoever reads over her shoulder. */
export const attestationVerdicts = [
  ...(["right", "partly", "wrong"] as const),
  ...(["unknown_person", "declined", "pressed"] as const),
] as const;
export type AttestationVerdict = (typeof attestationVerdicts)[number];

/** What an attestor answered before she saw the claim: each may be left out. */
export const blindAnswers = z.strictObject({
  livelihood: z.string().max(40).optional(),
  /** The number of the skill or course she named. */
  achievement: z.int().optional(),
  /** Months of work, or hours of training. */
  months: z.int().min(0).max(1800).optional(),
  place: z.string().max(80).optional(),
  tool: z.string().max(80).optional(),
});
export type BlindAnswers = z.infer<typeof blindAnswers>;

/** What a caseworker should look at. It raises review and decides nothing. */
export const requestFlags = [
  ...(["pressed", "unknown_person", "wrong", "partly"] as const),
  ...(["livelihood_differs", "amount_differs", "quick_answer", "attestor_asked_often"] as const),
] as const;
export type RequestFlag = (typeof requestFlags)[number];

/** The states in which somebody still has to do something. */
export const openRequestStates = ["awaiting_attestor", "attested", "more_info"] as const;
