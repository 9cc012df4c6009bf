import type { Config } from "../config/config.ts";

/** What the doctor looks at: the configuration and the folder of the service, nothing else. */
export interface Patient {
  /** As the service itself would read it. */
  readonly config: Config;
  /** Where programs are looked for. */
  readonly path: string;
  readonly projectFolder: string;
  readonly nodeVersion: string;
}

/** What one look found, in one line; a bad finding says what to do about it. */
export interface Finding {
  readonly kind: "good" | "bad";
  readonly line: string;
}

/** One thing the service depends on, of which something must be known of the patient. */
export interface Check<Known extends Partial<Patient> = Patient> {
  readonly name: string;
  look(patient: Known): Finding | Promise<Finding>;
}

/** What is known of any patient, even where its settings make no configuration. */
export type Installation = Omit<Patient, "config">;

export const good = (line: string): Finding => ({ kind: "good", line });
export const bad = (line: string): Finding => ({ kind: "bad", line });
