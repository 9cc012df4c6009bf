import { z } from "zod";
import { cleanText } from "../../domain/clean-text.ts";
import { livelihoods } from "../../domain/livelihoods.ts";
import { type OpeningDraft, openingLimits } from "../../domain/opening-draft.ts";
import { payPeriods } from "../../domain/pay.ts";

/** More is read than is taken, so that what is too long is refused and not cut. */
const readAtMost = 10_000;

/** What an employer's system posts. What is not named here is refused: a slip in a name must not go unnoticed. */
export const openingBody = z.strictObject({
  livelihood: z.string().describe(`The kind of work: ${livelihoods.map(({ id }) => id).join(", ")}.`),
  pay: z.strictObject({
    amount: z.number().describe("In whole units of the currency, fractions as it has them."),
    currency: z.string().describe("ISO 4217, such as TRY."),
    period: z.enum(payPeriods),
  }),
  place: z.string().describe(`Town or district, at most ${openingLimits.placeLength} characters.`),
  country: z.string().optional().describe("ISO 3166-1, such as TR; your own where it is left out."),
  places: z.number().describe(`How many people are wanted: 1 to ${openingLimits.places}.`),
  startsOn: z.string().describe("The day the work begins, 2027-03-05: not past, at most a year ahead."),
  validUntil: z.iso
    .datetime({ offset: true })
    .describe(
      `Until when people may answer, 2027-03-01T17:00:00Z: at most ${openingLimits.daysValid} days ahead.`,
    ),
  hours: z.number().nullish().describe(`Hours a week, at most ${openingLimits.hoursAWeek}.`),
  details: z
    .string()
    .nullish()
    .describe(
      `At most ${openingLimits.detailsLength} characters. Fees, deposits, papers that are kept, telephone numbers and the like ` +
        "hold an opening back until a caseworker has looked.",
    ),
});

/** The body as a draft: one line of clean text each, the employer's country where none is said. */
export const draftOf = (body: z.infer<typeof openingBody>, country: string | null): OpeningDraft => ({
  livelihood: body.livelihood,
  pay: body.pay,
  place: cleanText(body.place, readAtMost),
  country: body.country ?? country,
  places: body.places,
  startsOn: body.startsOn,
  validUntil: Date.parse(body.validUntil),
  hours: body.hours ?? null,
  details: cleanText(body.details ?? "", readAtMost) || null,
});
