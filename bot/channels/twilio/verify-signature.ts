import { timingSafeEqual } from "node:crypto";
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks.js";
import type { FormParameters } from "./form-parameters.ts";

/** What is needed to tell whether Twilio sent a request. */
export interface SignedRequest {
  /** The auth token; while it is being changed, the second one too. */
  readonly tokens: readonly string[];
  /** The address Twilio was told to call, built from the configured public URL and never from a Host header. */
  readonly url: string;
  readonly params: FormParameters;
  /** The `X-Twilio-Signature` header. */
  readonly signature: string | undefined;
}

/** The base64 of 20 bytes (HMAC-SHA1); anything else is not worth the arithmetic. */
const shape = /^[A-Za-z0-9+/]{27}=$/;

const isSame = (expected: string, given: string): boolean =>
  expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));

/** Twilio's own validator tries the ways in which proxies change a URL; it throws on what is not a URL. */
function isValidByTwilio(token: string, signature: string, url: string, params: FormParameters): boolean {
  try {
    return validateRequest(token, signature, url, params);
  } catch {
    return false;
  }
}

/**
 * Tells whether a webhook was signed with one of our auth tokens.
 *
 * A replayed request stays valid for ever (the signature holds no time): the unique message id is what stops it.
 *
 * @see https://www.twilio.com/docs/usage/security#validating-requests
 */
export function verifyTwilioSignature({ tokens, url, params, signature }: SignedRequest): boolean {
  if (signature === undefined || !shape.test(signature)) return false;
  const usable = tokens.filter((token) => token !== "");
  return (
    usable.some((token) => isSame(getExpectedTwilioSignature(token, url, params), signature)) ||
    usable.some((token) => isValidByTwilio(token, signature, url, params))
  );
}
