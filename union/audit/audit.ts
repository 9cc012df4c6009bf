import { createHash } from "node:crypto";
import type { Transaction } from "../../prisma/store.ts";

/** Who did it: what kind of somebody, and the id. */
export type AuditActor =
  | `${"staff" | "person" | "employer" | "attestation"}:${string}`
  /** Time, or the service itself. */
  | "system"
  /** Whoever set the service up on its machine. */
  | "operator"
  /** The invented people of `MODE=sim`. */
  | "demo";

/** What was done: the kind of thing it was done to, and the verb, `case.closed`. */
export type AuditAction = `${string}.${string}`;

type ObjectKind =
  | ("staff" | "person" | "employer" | "api-key" | "request" | "credential" | "case" | "inbound")
  | ("opening" | "card" | "introduction" | "digest" | "notice");
/** What it was done to, by its id. */
export type AuditObject = `${ObjectKind}:${string}`;

/** Who did what to what. Ids only: the audit log outlives what it speaks of. */
export interface AuditEvent {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly object: AuditObject;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Adds an entry to the audit log, sealed with the hash of the one before: changing or removing any entry shows. */
export const audit = (tx: Transaction, event: AuditEvent): Promise<void> => auditAll(tx, [event]);

/** Adds an entry for each event, in their order, as `audit` does for one. */
export async function auditAll(tx: Transaction, events: readonly AuditEvent[]): Promise<void> {
  const last = await tx.auditEntry.findFirst({ orderBy: { id: "desc" }, select: { hash: true } });
  let previousHash = last?.hash ?? "";
  const entries = events.map((event) => {
    const entry = { ...event, detail: JSON.stringify(event.detail), previousHash };
    previousHash = seal(entry);
    return { ...entry, hash: previousHash };
  });
  await tx.auditEntry.createMany({ data: entries });
}

/** Checks the whole log; gives back the id of the first entry that is not as it was written, or null. */
export async function firstBrokenSeal(tx: Transaction): Promise<number | null> {
  let previousHash = "";
  for (const entry of await tx.auditEntry.findMany({ orderBy: { id: "asc" } })) {
    if (entry.previousHash !== previousHash || entry.hash !== seal(entry)) return entry.id;
    previousHash = entry.hash;
  }
  return null;
}

interface Sealed {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: string;
  readonly previousHash: string;
}

const seal = ({ at, actor, action, object, detail, previousHash }: Sealed): string =>
  createHash("sha256")
    .update(JSON.stringify([previousHash, at.getTime(), actor, action, object, detail]))
    .digest("hex");
