/** An address of the web or of a mailbox, with or without `https://`; a name that ends in Latin letters is taken for one. */
const link =
  /(?:https?:\/\/|www\.)[^\s/]+(?:\/\S*)?|(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,}(?![\p{L}\p{N}])(?:[/?#:]\S*)?/giu;
const scheme = /^https?:\/\//i;

/**
 * The links in a text whose host is not allowed, in the order they stand. Full-width and other disguised letters are seen
 * through (Unicode NFKC).
 *
 * @param allowedHosts  hosts such as `example.org`; their subdomains are allowed too
 */
export function linksIn(text: string, allowedHosts: readonly string[]): readonly string[] {
  const found = text.normalize("NFKC").match(link) ?? [];
  return found.filter((each) => !isAllowed(hostOf(each), allowedHosts));
}

/** What stands before the path; user names before an @ are part of what must be allowed, so that none can hide another host. */
const hostOf = (found: string): string =>
  (found.replace(scheme, "").split(/[/?#:]/)[0] ?? "").toLowerCase().replace(/\.+$/, "");

const isAllowed = (host: string, allowedHosts: readonly string[]): boolean =>
  allowedHosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`));
