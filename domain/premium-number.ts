import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Kinds of numbers whose owner earns, or whose caller pays more, when one calls or texts them. */
const costly: readonly (string | undefined)[] = ["PREMIUM_RATE", "SHARED_COST"];

/** Whether it costs more than a usual text to write to this number: who names such a one may want to earn by it. */
export const isPremiumNumber = (e164: string): boolean =>
  costly.includes(parsePhoneNumberFromString(e164)?.getType());
