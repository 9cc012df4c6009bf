import { type RefusalClass, refusalClasses } from "../../../domain/send-outcome.ts";

/**
 * What Twilio's error codes mean for us.
 *
 * Source: https://www.twilio.com/docs/api/errors, one page a code (https://www.twilio.com/docs/api/errors/21610). The
 * meaning of 30002, 63042, 63049 and 63051 is taken from their titles only. Codes change: an unknown one counts as
 * `unreachable`, which is tried again and then left.
 */
export const twilioErrorCodes: Readonly<Record<RefusalClass, readonly number[]>> = {
  // The person, or her carrier, does not want messages from us.
  opt_out: [21610, 63014, 63033],
  // WhatsApp: more than 24 hours since her last message.
  window_closed: [63016],
  // No such number, a landline, not on WhatsApp.
  invalid_address: [21211, 21217, 21401, 21614, 21635, 30005, 30006, 63003, 63024],
  // Phone off, carrier trouble: later may work.
  unreachable: [30002, 30003, 30008, 30410, 30500, 63010, 63012, 63023],
  // Too fast, or too much for today.
  throttled: [14107, 20429, 21611, 30001, 30022, 30023, 63017, 63018, 63038],
  // Filtered, too long or empty: the same text will be refused again.
  content: [21602, 21617, 30004, 30007, 30450, 63005, 63013, 63021, 63026, 63032, 63049],
  template: [21655, 21656, 63027, 63028, 63029, 63040, 63041, 63042],
  // Ours to put right: keys, senders, permissions, registration.
  configuration: [
    20003, 20404, 21212, 21408, 21603, 21606, 21608, 21612, 21703, 21704, 21705, 30032, 30034, 63001, 63002,
    63007, 63008, 63020, 63051,
  ],
  // Waited in the provider's queue past its validity.
  expired: [30036],
};

const classOfCode: ReadonlyMap<string, RefusalClass> = new Map(
  refusalClasses.flatMap((refusal) =>
    twilioErrorCodes[refusal].map((code) => [String(code), refusal] as const),
  ),
);

/** Names what a Twilio error code means for us, or null for one that is not in the table. */
export const readTwilioCode = (code: string | number | null | undefined): RefusalClass | null =>
  classOfCode.get(String(code ?? "")) ?? null;
