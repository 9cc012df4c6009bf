import { z } from "zod";

/**
 * Who confirmed a claim, and the level that stands for: 1 others agree or saw the work, 2 somebody who employed,
 * hired or taught the member was reached, 3 an organisation says so, 4 the skill was tested or the issuer of a
 * document confirmed it. A level belongs to a way of confirming; weaker ones do not add up to a higher one.
 */
export const levelOf = {
  peers: 1,
  "work-seen": 1,
  "former-employer": 2,
  client: 2,
  trainer: 2,
  organisation: 3,
  assessor: 4,
  "document-issuer": 4,
} as const;
type ConfirmedBy = keyof typeof levelOf;
const confirmers = [
  ...(["peers", "work-seen", "former-employer", "client", "trainer"] as const),
  ...(["organisation", "assessor", "document-issuer"] as const),
] as const satisfies readonly ConfirmedBy[];

/**
 * The name as the member wants it shown, initials if she wants no more: letters of any script and what joins
 * them. No digit, so no number and no date.
 */
const shownName = z
  .string()
  .max(40)
  .regex(/^\p{L}[\p{L}\p{M}\u200c\u200d]*(?:[-.'’ ]{1,2}[\p{L}\p{M}\u200c\u200d]+)*\.?$/u);

/**
 * A unit group of ISCO-08 (https://isco.ilo.org/en/isco-08/): four digits, of which the first two are one of its
 * sub-major groups. No year between 1500 and 2099 is one.
 */
const occupation = z
  .string()
  .regex(/^(?:0[1-3]10|(?:1[1-4]|2[1-6]|3[1-5]|4[1-4]|5[1-4]|6[1-3]|7[1-5]|8[1-3]|9[1-6])\d\d)$/);

/** The number of a skill or course in our published catalogue: longer than a year, shorter than a date. */
const achievement = z.int().min(10_000).max(99_999);

/** The month it was confirmed in. The Union confirmed nothing before 2026, so no date of birth can stand here. */
const confirmedIn = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
  .refine((month) => month >= "2026");

const everyKind = {
  /** Left out of a minor's, and where the member wants none. */
  name: shownName.optional(),
  level: z.literal([1, 2, 3, 4]),
  confirmedBy: z.enum(confirmers),
  /** How whoever confirmed it was reached. */
  reachedBy: z.enum(["message", "phone", "in-person"]),
  confirmedIn,
};

/**
 * All that a credential may say of a member, for each kind of credential; a field that is not listed is refused,
 * and no field takes a member's own words but the name she chose.
 *
 * What could be used against a displaced person has no place here and no field it would fit into: nationality,
 * refugee status, registration numbers, ethnicity, religion, health, date of birth, telephone number or its
 * hash, exact place, face or other biometrics.
 */
export const credentialClaims = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("work-record"),
      occupation,
      months: z.int().min(1).max(720),
      ...everyKind,
    }),
    z.strictObject({ kind: z.literal("skill"), skill: achievement, ...everyKind }),
    z.strictObject({
      kind: z.literal("training"),
      course: achievement,
      /** Hours taught; a year of full days is the most, and below any year of birth. */
      hours: z.int().min(1).max(1800),
      ...everyKind,
    }),
  ])
  .refine(({ level, confirmedBy }) => level === levelOf[confirmedBy], { path: ["level"] })
  .readonly();
export type CredentialClaims = z.infer<typeof credentialClaims>;
