import type { HandleMail } from "../../bot/inbound/handle-mail.ts";
import type { SendQueued } from "../../bot/outbound/send-queued.ts";
import type { Doorbell } from "../../queues/doorbell.ts";
import type { Round } from "../../queues/rounds.ts";
import { underWay } from "../../queues/under-way.ts";

/** How many messages are handed over side by side while there is no queue to pace them. */
const sideBySide = 20;

/** A doorbell behind which the work is done in this very process. */
export interface DirectDoorbell extends Doorbell {
  /** Begins nothing more, and settles when what was begun is done. */
  stop(): Promise<void>;
}

/** The way without Redis: what is announced is done at once, in this process. */
export function directDoorbell(
  handle: () => HandleMail,
  send: () => SendQueued,
  doRound: () => (round: Round) => Promise<unknown>,
  onFault: (fault: unknown) => void,
): DirectDoorbell {
  const begun = underWay();
  let isStopping = false;
  /** Unheard once we stop: whoever starts next finds it in the database. */
  const ring = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (isStopping) return false;
    begun.note(work()).catch(onFault);
    return true;
  };
  return {
    announceMail: (addressIds) => ring(() => handle()(addressIds)),
    announceMessages: (messages) => {
      const waiting = [...messages];
      const sendNext = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined && !isStopping; next = waiting.shift())
          await send()(next);
      };
      return ring(() => Promise.all(Array.from({ length: Math.min(sideBySide, waiting.length) }, sendNext)));
    },
    announceRound: (round) => ring(() => doRound()(round)),
    stop: async () => {
      isStopping = true;
      await begun.over();
    },
  };
}
