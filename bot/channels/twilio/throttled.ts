/** Twilio answered 429: it never looked at the request. The client's own error would lose the `Retry-After` header. */
export class TwilioThrottled extends Error {
  readonly code: string;
  readonly retryAfterMs: number | null;

  constructor(code: string, retryAfterMs: number | null) {
    super(`Twilio answered 429 (${code})`);
    this.name = "TwilioThrottled";
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Reads `Retry-After` in seconds; the form with a date is not used by Twilio and counts as not said. */
export const readRetryAfter = (header: unknown): number | null =>
  typeof header === "string" && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
