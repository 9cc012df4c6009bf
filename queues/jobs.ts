import { z } from "zod";

/** The queue of addresses that have mail. */
export const mailQueue = "mail";

/** The queue of one sender of ours: its own, because each sender has its own limit. Queue names may not hold a colon. */
export const sendQueue = (account: string): string => `send-${account.replaceAll(/[^A-Za-z0-9-]/g, "_")}`;

/** "These addresses have mail." Ids only: what a queue holds is readable to whoever can read Redis. */
export const mailJob = z.object({ addressIds: z.array(z.string()).min(1) });
export type MailJob = z.infer<typeof mailJob>;

/** "This message may leave." */
export const sendJob = z.object({ messageId: z.string() });
export type SendJob = z.infer<typeof sendJob>;
