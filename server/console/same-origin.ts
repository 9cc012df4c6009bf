import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a form was sent from our own pages, as browsers say it: by Sec-Fetch-Site, and where a browser is too old for
 * that, by Origin. What says neither is no browser that has somebody's cookie, and is refused.
 *
 * @param publicUrl  where we are reached from outside, through whatever proxies there are
 * @see https://www.w3.org/TR/fetch-metadata/ and https://fetch.spec.whatwg.org/#origin-header
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (origin === undefined) return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host || from.origin === new URL(publicUrl).origin;
}
