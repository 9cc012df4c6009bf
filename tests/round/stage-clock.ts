import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../service/run-service.ts";

/** The wall clock of all processes of one service. */
export interface StageClock {
  /** What a process must be told to go by it. */
  readonly settings: Settings;
  now(): Date;
  /** Sets it forward; every process goes by it within the blink of an eye. */
  forward(milliseconds: number): void;
}

/** Makes a clock that shows this moment now and goes on from there. */
export function stageClock(folder: string, begins: Date): StageClock {
  const file = join(folder, "clock-offset");
  let offset = begins.getTime() - Date.now();
  // Renamed into place, so that nobody reads half a number.
  const write = (): void => {
    writeFileSync(`${file}.new`, String(offset));
    renameSync(`${file}.new`, file);
  };
  write();
  const preload = fileURLToPath(new URL("./moved-clock.ts", import.meta.url));
  return {
    settings: { NODE_OPTIONS: `--import=${preload}`, CLOCK_OFFSET_FILE: file },
    now: () => new Date(Date.now() + offset),
    forward: (milliseconds) => {
      offset += milliseconds;
      write();
    },
  };
}
