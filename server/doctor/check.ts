/** What the doctor looks at: settings and the folder of the service, nothing else. */
export interface Patient {
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly projectFolder: string;
  readonly nodeVersion: string;
}

/** What one look found, in one line; a bad finding says what to do about it. */
export interface Finding {
  readonly kind: "good" | "bad";
  readonly line: string;
}

/** One thing the service depends on. */
export interface Check {
  readonly name: string;
  look(patient: Patient): Finding | Promise<Finding>;
}

export const good = (line: string): Finding => ({ kind: "good", line });
export const bad = (line: string): Finding => ({ kind: "bad", line });
