import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { Socket } from "node:net";

/** A program that cannot outlive this process. */
export interface WatchedChild {
  /** Resolves when the program has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly processId: number | undefined;
  /** Asks the program to end, insists after five seconds, and resolves when it has. */
  stop(): Promise<void>;
}

/**
 * A shell of a few lines stands between us and the program and reads a pipe that we hold open. When this process
 * ends in any way, `kill -9` included, the system closes the pipe and the shell ends the program.
 */
const watcher = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ cat <&3; kill -TERM "$program"; sleep 5; kill -KILL "$program"; } >/dev/null 2>&1 &
watch=$!
wait "$program"
kill "$watch" 2>/dev/null
`;

/** Starts a program whose output goes to a file, in a group of its own, so that Ctrl-C in a terminal is ours to handle. */
export function startWatchedChild(
  program: string,
  parameters: readonly string[],
  logFile: string,
): WatchedChild {
  const log = openSync(logFile, "w", 0o600);
  const child = spawn("/bin/sh", ["-c", watcher, "watcher", program, ...parameters], {
    stdio: ["pipe", log, log],
    detached: true,
  });
  closeSync(log);
  // A process that has nothing else to do may end: the pipe then closes and the program with it.
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  child.stdin?.on("error", () => undefined);

  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
    child.on("error", () => resolve());
  });
  return {
    ended,
    processId: child.pid,
    stop() {
      child.ref();
      child.stdin?.destroy();
      return ended;
    },
  };
}
