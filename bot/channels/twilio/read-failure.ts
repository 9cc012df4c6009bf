import { z } from "zod";
import type { RefusalClass, SendOutcome } from "../../../domain/send-outcome.ts";
import { readNetworkFault } from "../network-fault.ts";
import { redactDetail } from "../redact-detail.ts";
import { readTwilioCode } from "./errors.ts";
import { TwilioThrottled } from "./throttled.ts";

/** The client's `RestException` and `TwilioServiceException`: an HTTP answer that is not a success. */
const httpAnswer = z.object({
  status: z.number().int(),
  code: z.number().nullish(),
  message: z.string().catch("no message"),
});

/** For an answer whose code is not in the table: what the HTTP status alone says. */
const classOfStatus = (status: number): RefusalClass => {
  if (status === 401 || status === 403 || status === 404) return "configuration";
  return status < 400 ? "configuration" : "unreachable";
};

/**
 * Says what is known about a message after the Twilio client threw.
 *
 * A refusal is certain only with a 4xx. A 5xx may come after the message was taken
 * (https://www.twilio.com/docs/api/errors/20500), a 408 from a proxy half-way; so both are `unknown`.
 */
export function readTwilioFailure(error: unknown): Exclude<SendOutcome, { kind: "accepted" }> {
  if (error instanceof TwilioThrottled) {
    const { code, message: detail, retryAfterMs } = error;
    const wait = retryAfterMs === null ? {} : { retryAfterMs };
    return { kind: "refused", refusal: "throttled", code, detail, ...wait };
  }
  const answer = httpAnswer.safeParse(error);
  if (!answer.success) {
    const fault = readNetworkFault(error);
    return { kind: fault.kind, detail: `Twilio did not answer: ${fault.code}` };
  }
  const { status, code, message } = answer.data;
  const detail = `Twilio answered ${status}: ${redactDetail(message)}`;
  if (status >= 500 || status === 408) return { kind: "unknown", detail };
  const refusal = readTwilioCode(code) ?? classOfStatus(status);
  return { kind: "refused", refusal, code: String(code ?? status), detail };
}
