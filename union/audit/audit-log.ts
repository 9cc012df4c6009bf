import type { AuditEntry } from "../../prisma/client/client.ts";
import type { Means } from "../means.ts";

/** Which entries: of one actor, about one object (empty: any), older than an entry. */
export interface AuditQuestion {
  readonly actor: string;
  readonly object: string;
  readonly before: number | null;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** What to ask next for older entries; null when there are none. */
  readonly older: number | null;
}

/** How many entries one page shows. */
const most = 100;

/** One page of the audit log, the newest first. */
export async function auditLog(
  { store }: Pick<Means, "store">,
  { actor, object, before }: AuditQuestion,
): Promise<AuditPage> {
  const found = await store.read.auditEntry.findMany({
    where: {
      ...(actor === "" ? {} : { actor }),
      ...(object === "" ? {} : { object }),
      ...(before === null ? {} : { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: most + 1,
  });
  const entries = found.slice(0, most);
  return { entries, older: found.length > most ? (entries.at(-1)?.id ?? null) : null };
}
