/**
 * Makes a provider's error text fit for a log: phone numbers, addresses and bot tokens are blotted out.
 *
 * Providers quote the number they could not reach ("The 'To' number +1555... is not valid"); error codes are at most
 * six digits long and stay readable. At most 300 characters.
 */
export const redactDetail = (detail: string): string =>
  detail
    .replaceAll(/bot\d+:[\w-]+/g, "bot<token>")
    .replaceAll(/\b\d{5,}:[\w-]{10,}/g, "<token>")
    .replaceAll(/\+?\d[\d\s().-]{5,}\d/g, "<number>")
    .replaceAll(/\b[A-Z]{2}\.[A-Za-z0-9]{6,}/g, "<user id>")
    .slice(0, 300);
