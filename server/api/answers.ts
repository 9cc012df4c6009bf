import { z } from "zod";
import { payPeriods } from "../../domain/pay.ts";
import { openingStates } from "../../union/openings/opening-states.ts";

/** What is wrong, in a sentence, and with which field of the request where it is one's. */
export const refusal = z.object({
  error: z.string(),
  field: z.string().optional(),
});

/** The same opening is posted already. */
export const duplicate = refusal.extend({
  code: z.string().describe("The code of the opening that was posted first."),
});

const code = z
  .string()
  .describe("Three signs, such as 4F7. Codes are given again long after an opening has ended.");
const state = z.enum(openingStates).describe("`held`: a caseworker looks at its words first.");

/** An opening that was taken. */
export const taken = z.object({
  code,
  state,
  waitsForVerification: z
    .boolean()
    .describe("True until a caseworker has checked who you are: nobody hears of your openings before."),
  rules: z
    .array(z.string())
    .describe("Why a caseworker looks at it first; empty for an opening that is open."),
});

const row = z.number().describe("As a spreadsheet counts: the names of the columns stand in row 1.");

/** What is wrong with a list, row by row. Nothing of it was posted. */
export const listRefusal = z.object({
  error: z.string(),
  faults: z
    .array(
      z.object({
        row,
        field: z.string().optional(),
        error: z.string(),
        code: z.string().optional().describe("Where the same opening is posted already: its code."),
      }),
    )
    .optional()
    .describe("At most 200 of them."),
});

/** A list that was taken. */
export const listTaken = z.object({
  openings: z.array(taken.omit({ waitsForVerification: true }).extend({ row })),
  waitsForVerification: taken.shape.waitsForVerification,
});

const pay = z.object({
  amount: z.number(),
  currency: z.string(),
  period: z.enum(payPeriods),
});

/** An opening as its employer sees it. What is not named here never leaves. */
export const openingAnswer = z.object({
  ...{ code, state, livelihood: z.string(), pay, place: z.string() },
  country: z.string().nullable(),
  places: z.number(),
  startsOn: z.string(),
  validUntil: z.string(),
  hours: z.number().nullable(),
  details: z.string().nullable(),
  postedAt: z.string(),
  told: z.number().describe("How many members were told of it."),
  interested: z.number().describe("How many of them said yes. Who they are comes with the digest."),
});

/** An opening that has ended. */
export const closed = z.object({ code, state });
