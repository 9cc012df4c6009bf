import type { Trial } from "./trial.ts";

/** What happened in a trial, in numbers read from the database and the line. */
export interface Tally {
  readonly messagesIn: number;
  readonly messagesOut: number;
  readonly deliveryTries: number;
  /** Messages whose outcome was lost at least once, by a fault of the line or a kill. */
  readonly unknownOutcomes: number;
  readonly lookUps: number;
  /** Messages that were handed over again because nobody could say whether they had arrived. */
  readonly repeats: number;
  /** Texts that stood on a phone more than once. */
  readonly twice: number;
  readonly givenUp: number;
  readonly slowestReplyMs: number;
  readonly faults: Readonly<Record<string, number>>;
}

export function tallyOf({ database, provider, crowd }: Trial): Tally {
  const number = (sql: string): number => Number(database.rows(sql)[0]?.n ?? 0);
  return {
    messagesIn: number('SELECT count(*) AS n FROM "InboundMessage"'),
    messagesOut: number('SELECT count(*) AS n FROM "OutboundMessage"'),
    deliveryTries: provider.deliveries.tries,
    unknownOutcomes: number(
      `SELECT count(*) AS n FROM "OutboundMessage" m WHERE EXISTS (SELECT 1 FROM "SendAttempt" t WHERE t."messageId" = m."id"
        AND (t."outcome" = 'unknown' OR t."outcome" LIKE 'asked:%'))
        OR m."attempt" > (SELECT count(*) FROM "SendAttempt" t WHERE t."messageId" = m."id" AND t."outcome" NOT LIKE 'asked:%')`,
    ),
    lookUps: number(`SELECT count(*) AS n FROM "SendAttempt" WHERE "outcome" LIKE 'asked:%'`),
    repeats: number('SELECT sum("repeats") AS n FROM "OutboundMessage"'),
    twice: crowd.members.reduce((sum, { received }) => sum + received.length - new Set(received).size, 0),
    givenUp: number(`SELECT count(*) AS n FROM "OutboundMessage" WHERE "status" = 'failed'`),
    slowestReplyMs: number('SELECT max("sentAt" - "queuedAt") AS n FROM "OutboundMessage"'),
    faults: provider.line.struck,
  };
}
