import { cleanText } from "./clean-text.ts";

/** As long as a mail server takes (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
const most = 254;
/** What people have in practice: no quoted names, no address literals, and a domain with a dot. */
const shape =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Reads an e-mail address as people type it, in small letters; null for what no letter could be sent to. */
export function readEmailAddress(text: string): string | null {
  if (text.length > 2 * most) return null;
  const typed = cleanText(text, 2 * most)
    .toLowerCase()
    .replace(/^(?:mailto:|<)+|[>.,;]+$/g, "");
  return typed.length <= most && shape.test(typed) ? typed : null;
}
