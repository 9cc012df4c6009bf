import type { MessageClass } from "../domain/message-class.ts";
import type { Round } from "./rounds.ts";

/** A message that may leave, as the doorbell needs to know it. */
export interface Ringing {
  readonly id: string;
  readonly account: string;
  readonly attempt: number;
  readonly class: MessageClass;
}

/**
 * Tells the workers that there is something to do. Nothing depends on it being heard: a sweep finds in the database
 * whatever was missed. So it never throws, and says whether it was rung.
 */
export interface Doorbell {
  announceMail(addressIds: readonly string[]): Promise<boolean>;
  announceMessages(messages: readonly Ringing[]): Promise<boolean>;
  announceRound(round: Round): Promise<boolean>;
}

/** Rings the first doorbell; where that cannot be heard (Redis is away), the second. */
export const ringEither = (first: Doorbell, second: Doorbell): Doorbell => ({
  announceMail: async (addressIds) =>
    (await first.announceMail(addressIds)) || second.announceMail(addressIds),
  announceMessages: async (messages) =>
    (await first.announceMessages(messages)) || second.announceMessages(messages),
  announceRound: async (round) => (await first.announceRound(round)) || second.announceRound(round),
});

/** A doorbell nobody hears: the sweep of another process finds the work. */
export const silentDoorbell: Doorbell = {
  announceMail: async () => false,
  announceMessages: async () => false,
  announceRound: async () => false,
};
