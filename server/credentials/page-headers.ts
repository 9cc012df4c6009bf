/**
 * What a browser may do on these pages: show them and send their forms back to us. No script, no picture, no cookie, and
 * no word to anybody else about which paper was looked at.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export const publicPageHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
  "cache-control": "no-store",
  vary: "Accept-Language",
} as const;
