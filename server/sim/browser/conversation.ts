import type { Address } from "../../../domain/address.ts";
import { listMessages, sendReply } from "./messages-api.ts";
import { repeatWhileVisible } from "./repeat-while-visible.ts";
import type { Reply } from "./reply.ts";
import { emptyThread, type Thread, withEcho, withMessages, withoutEcho } from "./thread.ts";

const pauseMs = 700;

/** One person's talk with the Union, kept up to date until it is stopped. */
export interface Conversation {
  /** Resolves to false, with the reason shown, when the server did not take the reply. */
  send(reply: Reply): Promise<boolean>;
  stop(): void;
}

/** What a conversation tells the handset that it is shown on. */
export interface Listener {
  show(thread: Thread): void;
  /** An empty text takes the last problem away. */
  problem(text: string): void;
}

/** Follows the talk of one address. `now` stamps echoes until the server's own time is known. */
export function follow(address: Address, listener: Listener, now: () => Date): Conversation {
  let thread = emptyThread;
  let refusal = "";
  let begun = 0;
  let finished = 0;
  let stopped = false;

  const change = (next: Thread) => {
    thread = next;
    if (!stopped) listener.show(thread);
  };
  const tell = (problem: string) => {
    if (!stopped) listener.problem(problem);
  };

  const poll = async () => {
    const finishedBefore = finished;
    const outcome = await listMessages(address, thread.cursor);
    // A reply crossed the question: the answer may hold it or not. Ask again when the server has it.
    if (begun !== finishedBefore) return;
    if (outcome.kind === "no_answer") return tell("The server does not answer. Trying again.");
    if (outcome.kind === "refused") return tell(`Cannot read messages: ${outcome.reason}`);
    tell(refusal);
    if (outcome.answer.messages.length > 0) change(withMessages(thread, outcome.answer));
  };
  const polling = repeatWhileVisible(poll, pauseMs);

  return {
    async send(reply) {
      begun += 1;
      const id = `echo-${begun}`;
      refusal = "";
      change(withEcho(thread, id, reply, now().toISOString()));
      const outcome = await sendReply(address, reply);
      finished += 1;
      if (outcome.kind !== "done") {
        refusal =
          outcome.kind === "refused"
            ? `Not sent: ${outcome.reason}`
            : "Not sent: the server does not answer.";
        tell(refusal);
        change(withoutEcho(thread, id));
      }
      polling.now();
      return outcome.kind === "done";
    },
    stop() {
      stopped = true;
      polling.stop();
    },
  };
}
