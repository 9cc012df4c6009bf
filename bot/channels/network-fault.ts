/** Why no answer came, and whether the request can have gone out. */
export interface NetworkFault {
  readonly kind: "not_sent" | "unknown";
  /** The system's own word, such as `ECONNREFUSED`; no address in it. */
  readonly code: string;
}

/** These only ever happen before a connection stands. https://nodejs.org/api/errors.html#common-system-errors */
const neverConnected: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** A certificate we do not accept: Node hangs up before it writes. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificateRefused = /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT_)/;

/** Said by Node when the line is cut during the TLS handshake; the code alone (ECONNRESET) would not tell. */
const handshakeCut = "before secure TLS connection was established";

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const isBeforeConnection = (error: unknown, code: string): boolean => {
  const message = String(property(error, "message") ?? "");
  return (
    neverConnected.has(code) ||
    certificateRefused.test(code) ||
    property(error, "syscall") === "connect" ||
    /\bconnect E[A-Z]+/.test(message) ||
    message.includes(handshakeCut)
  );
};

/** The error, and what it wraps: axios and fetch use `cause`, grammY `error`. */
const chain = (error: unknown): readonly unknown[] => {
  const links: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && links.length < 5; ) {
    links.push(link);
    link = property(link, "cause") ?? property(link, "error");
  }
  return links;
};

/**
 * Tells a request that certainly never left from one that may have arrived.
 *
 * Anything not known to happen before the first byte counts as `unknown`: a wrong guess the other way would send a
 * person the same text twice.
 */
export function readNetworkFault(error: unknown): NetworkFault {
  const links = chain(error);
  const codes = links.map((link) => property(link, "code")).filter((code) => typeof code === "string");
  const isNotSent = links.some((link) => isBeforeConnection(link, String(property(link, "code") ?? "")));
  return { kind: isNotSent ? "not_sent" : "unknown", code: codes.at(-1) ?? "no answer" };
}
