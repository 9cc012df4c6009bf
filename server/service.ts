import type { Runtime } from "../bot/runtime.ts";
import type { MovableClock } from "./chat/movable-clock.ts";
import type { Config } from "./config/config.ts";
import type { Metrics } from "./metrics.ts";

/** What this very build is. */
export interface Version {
  readonly name: string;
  readonly version: string;
  readonly node: string;
}

/** The running service: what talking needs, and what serving needs besides. */
export interface Service extends Runtime {
  readonly config: Config;
  readonly metrics: Metrics;
  readonly version: Version;
  /** The clock once more, where it can be put forward: in `MODE=sim`. */
  readonly simulatedClock: MovableClock | null;
  isRedisReady(): boolean;
  isStopping(): boolean;
}
