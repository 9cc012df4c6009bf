import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";

/** The parameters of a form; a list is the same parameter several times. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export const encoded = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      (typeof value === "string" ? [value] : value).map((each): [string, string] => [name, each]),
    ),
  ).toString();

/** Signs a form as Twilio does, with Twilio's own package (https://www.twilio.com/docs/usage/security#validating-requests). */
export const signatureOf = (url: string, form: Form, authToken: string): string =>
  getExpectedTwilioSignature(
    authToken,
    url,
    Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
    ),
  );

/** Posts a form to one of our webhooks, signed. */
export async function signedPost(url: string, form: Form, authToken: string): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "x-twilio-signature": signatureOf(url, form, authToken),
    },
    body: encoded(form),
  });
  return { status: response.status, body: await response.text() };
}
