import type { Store } from "../../prisma/store.ts";
import { emptyOldMessages, emptyOldParts, emptyUnreadFields } from "./empty-old-texts.ts";
import {
  emptyOldNotices,
  endOldDigests,
  endOldLetters,
  endOldSessions,
  endOldSignInLinks,
} from "./end-old-rows.ts";
import { forgetUndecided, forgetYoung } from "./forget-silent.ts";

/** Ends for some rows what has been kept long enough; gives back how many rows, at most `most`. */
export type RetentionRule = (store: Store, now: Date, most: number) => Promise<number>;

/** Rows in one transaction: few enough that no message waits for them. */
const mostAtOnce = 500;
/** Transactions in one round; what is left over is done in the next. */
const mostBatches = 100;

const rules: Readonly<Record<string, RetentionRule>> = {
  unreadFields: emptyUnreadFields,
  inboundTexts: emptyOldMessages,
  outboundTexts: emptyOldParts,
  undecided: forgetUndecided,
  young: forgetYoung,
  letters: endOldLetters,
  digests: endOldDigests,
  notices: emptyOldNotices,
  signInLinks: endOldSignInLinks,
  sessions: endOldSessions,
};

/** Goes through every rule once, in small transactions, and gives back by rule how many rows it ended. What nobody needs any more is emptied; addresses are marked, and the sweep forgets them. */
export async function applyRetention(
  store: Store,
  now: Date,
  batchSize: number = mostAtOnce,
): Promise<Readonly<Record<string, number>>> {
  const ended: Record<string, number> = {};
  for (const [name, rule] of Object.entries(rules)) {
    let rows = 0;
    for (let batch = 0; batch < mostBatches; batch += 1) {
      const done = await rule(store, now, batchSize);
      rows += done;
      if (done < batchSize) break;
    }
    ended[name] = rows;
  }
  return ended;
}
