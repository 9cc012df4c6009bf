import { GrammyError } from "grammy";
import type { SendOutcome } from "../../../domain/send-outcome.ts";
import { readNetworkFault } from "../network-fault.ts";
import { redactDetail } from "../redact-detail.ts";
import { readTelegramError } from "./errors.ts";

/**
 * Says what is known about a message after grammY threw.
 *
 * The details never hold the bot token, although it is a part of every address that is called.
 */
export function readTelegramFailure(error: unknown): Exclude<SendOutcome, { kind: "accepted" }> {
  if (!(error instanceof GrammyError)) {
    const fault = readNetworkFault(error);
    return { kind: fault.kind, detail: `Telegram did not answer: ${fault.code}` };
  }
  const { error_code: code, description, parameters } = error;
  const detail = `Telegram answered ${code}: ${redactDetail(description)}`;
  if (code >= 500) return { kind: "unknown", detail };
  const seconds = parameters.retry_after;
  const wait = seconds === undefined ? {} : { retryAfterMs: seconds * 1000 };
  return {
    kind: "refused",
    refusal: readTelegramError(code, description),
    code: String(code),
    detail,
    ...wait,
  };
}
