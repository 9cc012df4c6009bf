import { noteReading } from "../audit/note-reading.ts";
import type { Means } from "../means.ts";
import { type CaseSummary, caseSummaries } from "./open-cases.ts";
import type { CaseStep } from "./take-case.ts";
import { type SaidInTalk, talkSoFar } from "./talk-so-far.ts";

/** A case with all that a caseworker needs to answer it. */
export interface ReadCase extends CaseSummary {
  readonly addressId: string;
  /** What she wants to be called, in her own words. */
  readonly name: string | null;
  /** What was written to and fro, the oldest first. */
  readonly talk: readonly SaidInTalk[];
}

/**
 * Opens a case to be read: who read it is noted in the audit log. Null when there is none.
 *
 * @param isRefresh  the page of whoever has the case looks again by itself: her taking it was noted already
 */
export async function caseForReading(
  means: Means,
  { caseId, staffId }: CaseStep,
  isRefresh = false,
): Promise<ReadCase | null> {
  const found = await means.store.read.case.findUnique({ where: { id: caseId } });
  if (found === null) return null;
  if (!isRefresh || found.takenBy !== staffId)
    await noteReading(means, {
      ...{ staffId, action: "case.read", object: `case:${caseId}`, personId: found.personId },
      purpose: "answering",
    });
  const [summaries, person, talk] = await Promise.all([
    caseSummaries(means, [found]),
    found.personId === null
      ? null
      : means.store.read.person.findUnique({ where: { id: found.personId }, select: { name: true } }),
    talkSoFar(means, found.addressId),
  ]);
  const [summary] = summaries;
  if (summary === undefined) return null;
  return { ...summary, addressId: found.addressId, name: person?.name ?? null, talk };
}
