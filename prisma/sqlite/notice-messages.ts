// The words of the partial indexes over the messages `m` of notices, repeated exactly, or SQLite would read every message
// there ever was.

/** Messages of notices. */
export const anyNotice = `m."class" = 'notice'`;

/** Messages of notices that are not settled yet. */
export const liveNotice = `${anyNotice} AND m."status" IN ('queued', 'held', 'sending', 'unknown')`;

/** Messages of one notice: takes the two ends of the range of its keys. */
export const ofNotice = `m."key" > ? AND m."key" < ?`;
