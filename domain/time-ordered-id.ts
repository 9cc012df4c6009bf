import type { Clock } from "./clock.ts";

/**
 * Makes ids of 32 hex digits: the moment in milliseconds (12 digits), then 20 random ones.
 *
 * Rows that are made together lie together on disk, so that a busy database writes a fraction of the pages; 80 random
 * bits a millisecond cannot be guessed. The same idea as UUID version 7 (RFC 9562, section 5.7).
 *
 * @param randomUuid gives a random UUID of version 4
 */
export const timeOrderedId =
  (clock: Pick<Clock, "now">, randomUuid: () => string): (() => string) =>
  () => {
    const uuid = randomUuid();
    // The last 12 digits and the first 8 are all random in version 4; the middle holds its version.
    return clock.now().getTime().toString(16).padStart(12, "0") + uuid.slice(0, 8) + uuid.slice(24);
  };
