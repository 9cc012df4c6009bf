/**
 * What a browser may do on a page behind a signed link: show it and send its forms to us. The address is the key, so it
 * goes to nobody as a referrer and into no search engine.
 * @see https://www.w3.org/TR/CSP3/
 */
export const pageHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;
