import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process of the bench that has said it is ready. */
export interface Child {
  readonly process: ChildProcess;
  /** The first thing it said. */
  readonly said: unknown;
  /** Asks it something and gives back its next message. */
  ask(question: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts a file of this folder in a process of its own, so that what measures does not share a core with what is measured. */
export async function startChild(file: string, ...args: readonly string[]): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [...args], { execArgv: ["--disable-warning=ExperimentalWarning"] });
  const [said] = await once(child, "message");
  return {
    process: child,
    said,
    ask: async (question) => {
      const answer = once(child, "message");
      child.send(JSON.stringify(question));
      return (await answer)[0];
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
