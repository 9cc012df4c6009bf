import { z } from "zod";
import { rounds } from "./rounds.ts";

/** The queue of addresses that have mail. */
export const mailQueue = "mail";

/** The queue of one sender of ours: its own, because each sender has its own limit. Queue names may not hold a colon. */
export const sendQueue = (account: string): string => `send-${account.replaceAll(/[^A-Za-z0-9-]/g, "_")}`;

/** The queue of rounds. */
export const roundsQueue = "rounds";

/** "These addresses have mail." Ids only: what a queue holds is readable to whoever can read Redis. */
export const mailJob = z.object({ addressIds: z.array(z.string()).min(1) });
export type MailJob = z.infer<typeof mailJob>;

/** "It is time for this round." */
export const roundJob = z.object({ round: z.enum(rounds) });
export type RoundJob = z.infer<typeof roundJob>;

/** "This message may leave." */
export const sendJob = z.object({ messageId: z.string() });
export type SendJob = z.infer<typeof sendJob>;
