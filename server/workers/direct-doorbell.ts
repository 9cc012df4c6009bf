import type { HandleMail } from "../../bot/inbound/handle-mail.ts";
import type { SendQueued } from "../../bot/outbound/send-queued.ts";
import type { Doorbell } from "../../queues/doorbell.ts";

/** How many messages are handed over side by side while there is no queue to pace them. */
const sideBySide = 20;

/** The way without Redis: what is announced is done at once, in this process. */
export function directDoorbell(
  handle: () => HandleMail,
  send: () => SendQueued,
  onFault: (fault: unknown) => void,
): Doorbell {
  return {
    announceMail: async (addressIds) => {
      handle()(addressIds).catch(onFault);
      return true;
    },
    announceMessages: async (messages) => {
      const waiting = messages.map(({ id }) => id);
      const sendNext = async (): Promise<void> => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await send()(id);
      };
      Promise.all(Array.from({ length: Math.min(sideBySide, waiting.length) }, sendNext)).catch(onFault);
      return true;
    },
  };
}
