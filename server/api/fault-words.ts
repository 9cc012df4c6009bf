import { openingLimits } from "../../domain/opening-draft.ts";
import { mostOpenings, type PostingFault } from "../../union/openings/posting-faults.ts";

/** What is wrong with a posting, in a sentence for whoever wrote the system that sent it. */
export const faultWords: Readonly<Record<PostingFault["why"], string>> = {
  unknown_livelihood: "There is no such livelihood: see the list in the description of this field.",
  bad_amount: "The amount must be above 0, with no more decimals than the currency has.",
  unknown_currency: "There is no such currency: give its ISO 4217 code, such as TRY.",
  unknown_period: "The period must be hour, day, week, month, year or piece.",
  no_place: "Say the town or district of the work.",
  place_too_long: `The place must have at most ${openingLimits.placeLength} characters.`,
  unknown_country: "There is no such country: give its ISO 3166-1 code of two capitals, such as TR.",
  bad_places: `The places must be a whole number from 1 to ${openingLimits.places}.`,
  no_such_day: "There is no such day: write it as 2027-03-05.",
  starts_in_the_past: "The day the work begins is past.",
  starts_too_late: "The work must begin within a year.",
  ends_in_the_past: "The moment until which people may answer is past.",
  ends_too_late: `People may answer for at most ${openingLimits.daysValid} days.`,
  bad_hours: `The hours a week must be a whole number from 1 to ${openingLimits.hoursAWeek}.`,
  details_too_long: `The details must have at most ${openingLimits.detailsLength} characters.`,
  unknown_employer: "There is no such employer.",
  employer_refused: "The Union does not take openings from this employer. Ask a caseworker why.",
  employer_paused: "A caseworker has paused this employer. Ask her why.",
  too_many_openings: `An employer may have ${mostOpenings.usual} openings at once, and ${mostOpenings.bySystem} from her system once a caseworker has verified her. Close those that are filled.`,
};
