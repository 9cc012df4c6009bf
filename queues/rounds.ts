/**
 * Work that is found in the database and done in rounds: each round takes up whatever is due and does it once. A round
 * may be asked for at any time and as often as one likes.
 */
export const rounds = [
  /** Finds members for openings that are due. */
  "matching",
  /** Tells members of openings. */
  "alerts",
  /** Asks and reminds attestors; gives up the silent ones. */
  "attestations",
  /** Makes and sends the employers' digests. */
  "digests",
  /** Asks members whether they may be introduced. */
  "introductions",
  /** Sends notices, page by page. */
  "notices",
  /** Sends e-mail. */
  "letters",
  /** Ends what has run out: openings, alerts, introductions, credentials, grants. */
  "expiry",
  /** Signs the status lists anew. */
  "status-lists",
] as const;
export type Round = (typeof rounds)[number];
