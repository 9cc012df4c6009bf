/** What is counted while the service runs; `server/` shows it on /metrics. */
export interface Counts {
  inbound(account: string, outcome: "recorded" | "duplicate" | "refused"): void;
  handled(outcome: "done" | "failed" | "parked"): void;
  sent(account: string, outcome: string): void;
  receipt(account: string, status: string): void;
  /** A message handed over again although its outcome had stayed unknown: the person may have it twice. */
  repeated(account: string): void;
  swept(what: string, rows: number): void;
}

/** Counts nothing: for tools that show no metrics. */
export const noCounts: Counts = {
  inbound: () => undefined,
  handled: () => undefined,
  sent: () => undefined,
  receipt: () => undefined,
  repeated: () => undefined,
  swept: () => undefined,
};
