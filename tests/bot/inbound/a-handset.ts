import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { movableClock } from "../../../server/chat/movable-clock.ts";
import { openTemporaryUnion } from "../../../server/chat/temporary-union.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { testDatabase } from "../../prisma/open-test-store.ts";
import { openedIssuer } from "../../union/credentials/small-bureau.ts";

export interface Handset {
  /** Types a text, and gives back what came in answer, one entry a message. */
  readonly types: (text: string) => Promise<readonly string[]>;
  readonly taps: (choice: string) => Promise<readonly string[]>;
  /** Lets hours go by, and gives back what came meanwhile. */
  readonly waits: (hours: number) => Promise<readonly string[]>;
}

const nineInTheMorning = Date.UTC(2026, 10, 24, 9);

/** Somebody's phone, and the whole service behind it on a database of its own. */
export async function aHandset(channel: "sms" | "telegram" = "sms"): Promise<Handset> {
  const database = await testDatabase();
  const clock = movableClock({ now: () => new Date(nineInTheMorning), monotonicMs: () => 0 });
  const newId = (): string => randomUUID().replaceAll("-", "");
  const union = await openTemporaryUnion({
    databaseUrl: database.url,
    clock,
    newId,
    secrets: secretsFrom("a secret key of the tests, long enough"),
    issuer: openedIssuer,
  });
  onTestFinished(async () => {
    await union.close();
    await database.remove();
  });
  const from = channel === "sms" ? "+961355501234" : "4711";
  let cursor = "";
  const arrived = async (): Promise<readonly string[]> => {
    const { messages, cursor: next } = await union.arrived(channel, from, cursor);
    cursor = next;
    return messages.flatMap(({ direction, text }) => (direction === "out" ? [text] : []));
  };
  const does = async (posted: object): Promise<readonly string[]> => {
    // Two things are not done in the same moment, and what was sent first is read first.
    clock.forward(2000);
    const { kind, ...heard } = await union.hear({ channel, from, ...posted });
    if (kind === "faults") throw new Error(JSON.stringify(heard));
    return arrived();
  };
  return {
    types: (text) => does({ text }),
    taps: (choice) => does({ choice }),
    waits: async (hours) => {
      await union.pass(hours * 3_600_000);
      return arrived();
    },
  };
}
