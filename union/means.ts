import type { Clock } from "../domain/clock.ts";
import type { Store } from "../prisma/store.ts";
import type { Doorbell } from "../queues/doorbell.ts";
import type { Secrets } from "./secrets.ts";

/** What the Union's services work with: built once in `server/` and handed to every use case that needs more than a transaction. */
export interface Means {
  readonly store: Store;
  readonly clock: Clock;
  /** An id that nobody can guess and that sorts by time: 32 hex digits. */
  readonly newId: () => string;
  /** An unpredictable whole number from 0 up to, not including, its argument. */
  readonly randomInt: (below: number) => number;
  readonly secrets: Secrets;
  readonly doorbell: Doorbell;
  /** Where the service is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
}
