import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../service/run-service.ts";

/** One process of the service, started as in production and killable like any other. */
export interface ServiceProcess {
  readonly name: string;
  /** How often it ended without having been told to. Every one is a fault. */
  readonly collapses: () => number;
  /** Ends it at once, without a word (`kill -9`), and starts it again. */
  killAndRestart(): Promise<void>;
  /** Freezes it for so long, as a machine that is short of everything does. */
  freeze(forMs: number): Promise<void>;
  start(): void;
  /** Settles when the life that runs now has begun its work. */
  ready(): Promise<void>;
  /** Asks it to stop (`SIGTERM`); gives back how it ended. */
  terminate(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
  /** Ends it for good, however it is. */
  end(): Promise<void>;
}

/** What every process says once it is up. */
const banner = "Migrant Union";

/** Starts `node server/main.ts` with these settings. What it says is kept beside its data. */
export function serviceProcess(name: string, settings: Settings): ServiceProcess {
  const log = createWriteStream(join(settings.DATA_DIR ?? ".", `${name}.log`), { flags: "a" });
  let child: ChildProcess | null = null;
  let collapses = 0;
  let isReady = Promise.resolve();

  const start = (): void => {
    const mine = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "server/main.ts"], {
      env: { PATH: process.env.PATH, HOST: "127.0.0.1", LOG_LEVEL: "warn", DEMO: "off", ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    mine.stdout.pipe(log, { end: false });
    mine.stderr.pipe(log, { end: false });
    isReady = new Promise((resolve) => {
      mine.once("exit", () => resolve());
      mine.stderr.on("data", (said: Buffer) => {
        if (said.includes(banner)) resolve();
      });
    });
    mine.once("exit", () => {
      if (child !== mine) return;
      child = null;
      collapses += 1;
    });
    child = mine;
  };
  /** Takes the process out of our hands first, so that its end is no collapse. */
  const signalled = async (signal: NodeJS.Signals): Promise<number | null> => {
    const mine = child;
    child = null;
    if (mine === null || mine.exitCode !== null || mine.signalCode !== null) return mine?.exitCode ?? null;
    const ended = once(mine, "exit");
    mine.kill(signal);
    await ended;
    return mine.exitCode;
  };

  start();
  return {
    name,
    collapses: () => collapses,
    killAndRestart: async () => {
      await signalled("SIGKILL");
      start();
    },
    freeze: async (forMs) => {
      child?.kill("SIGSTOP");
      await new Promise((resolve) => setTimeout(resolve, forMs));
      child?.kill("SIGCONT");
    },
    start,
    ready: () => isReady,
    terminate: async () => {
      const startedAt = performance.now();
      const code = await signalled("SIGTERM");
      return { code, tookMs: Math.round(performance.now() - startedAt) };
    },
    end: async () => {
      await signalled("SIGKILL");
    },
  };
}
