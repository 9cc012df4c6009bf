import type { CookieSerializeOptions } from "@fastify/cookie";
import { minuteMs, secondMs } from "../../domain/moment.ts";

/** The cookies of the console, and how they are set. */
export interface ConsoleCookies {
  readonly session: string;
  readonly browser: string;
  readonly csrf: string;
  readonly options: CookieSerializeOptions;
  /** How long a browser remembers that it asked for a link, in seconds. */
  readonly browserSeconds: number;
}

/**
 * Names the cookies: with the prefix `__Host-` wherever we are reached by https, so that no other page of the same
 * domain can set them; by plain names on a machine that has no https.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
export function consoleCookies(publicUrl: string): ConsoleCookies {
  const secure = publicUrl.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}console-session`,
    browser: `${prefix}console-browser`,
    csrf: `${prefix}console-forms`,
    options: { path: "/", httpOnly: true, sameSite: "lax", secure },
    browserSeconds: (30 * minuteMs) / secondMs,
  };
}
