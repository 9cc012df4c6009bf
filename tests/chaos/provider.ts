import type { Settings } from "../service/run-service.ts";
import type { Faults, FaultyLine } from "./faulty-line.ts";

/** A provider that outlives the service, at the end of a line on which things go wrong. */
export interface Provider {
  /** What the service must be told to talk to it. */
  readonly settings: Settings;
  /** Whether it can be asked afterwards what it took. */
  readonly canBeAsked: boolean;
  readonly line: FaultyLine;
  /** What members' messages went through. */
  readonly deliveries: Deliveries;
  /** The address of the nth member. */
  addressOf(member: number): string;
  /** What goes wrong from now on. */
  suffer(faults: Faults): void;
  /** Called for each text that has reached a phone. */
  onArrival(arrives: (address: string, text: string) => void): void;
  /** Brings a member's message to the service. */
  deliver(address: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface Deliveries {
  /** The ids that were answered with 200. */
  readonly accepted: Set<string>;
  /** All tries, answered or not. */
  tries: number;
}
