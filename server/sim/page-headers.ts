/**
 * What the browser may do on the simulator page: load our own files and ask our own server, nothing else.
 *
 * No inline script or style is allowed, so a text that a handset shows can never become code.
 * @see https://www.w3.org/TR/CSP3/
 */
export const pageHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // The files change with every edit, and they come from this machine anyway.
  "cache-control": "no-cache",
} as const;
