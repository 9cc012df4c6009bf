import type { FastifyHelmetOptions } from "@fastify/helmet";

/**
 * What browsers may do with pages of the console: load our own files and ask our own server, and nothing inline,
 * so that a text somebody wrote can never become code. Our own start page may frame them.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export const securityHeaders = (isHttps: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "style-src": ["'self'"],
      "img-src": ["'self'"],
      "connect-src": ["'self'"],
      "form-action": ["'self'"],
      "base-uri": ["'none'"],
      "frame-ancestors": ["'self'"],
    },
  },
  frameguard: { action: "sameorigin" },
  // With "no-referrer" browsers send `Origin: null` with our own forms (https://fetch.spec.whatwg.org/#origin-header),
  // and they could not be told from a stranger's.
  referrerPolicy: { policy: "same-origin" },
  strictTransportSecurity: isHttps,
});
