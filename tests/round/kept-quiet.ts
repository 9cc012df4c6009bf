import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../prisma/store.ts";
import { firstBrokenSeal } from "../../union/audit/audit.ts";
import { crowd } from "./crowd.ts";
import { chats, emails, numbers, town } from "./people.ts";
import type { Stage } from "./stage.ts";

/** Shorter lines may be a word of ours that stands in a log for other reasons. */
const shortest = 12;

/**
 * What of the round stands in what the processes said: numbers, chats, names, addresses, codes, and every line that was on
 * a phone or typed into one. Empty, as it should be; else what it is, not where.
 */
export async function logged(
  { dataDir, recorder }: Stage,
  ...secrets: readonly string[]
): Promise<readonly string[]> {
  const said = await Promise.all(
    ["web", "worker"].map((name) => readFile(join(dataDir, `${name}.log`), "utf8")),
  );
  const lines = recorder
    .chapters()
    .flatMap(({ seen }) => seen.flatMap((one) => (one.kind === "message" ? one.text.split("\n") : [])))
    .filter((line) => line.length >= shortest && !line.includes("union.example"));
  const names = ["أمل", "Zoé", "Grace", "Benoit", "Selin", "Antep Kitchen", town, "Mersin"];
  const places = [
    ...Object.values(numbers),
    ...Object.values(chats).map(String),
    ...Object.values(emails),
    ...crowd.map(({ identifier }) => identifier),
  ];
  const all = said.join("\n");
  if (!all.includes("message handed over"))
    throw new Error("The processes logged nothing: nothing was looked at.");
  return [...new Set([...places, ...names, ...secrets, ...lines])].filter((each) => all.includes(each));
}

/** The first entry of the audit log that is not as it was written, or null; and what all was done by its entries. */
export async function auditOf({ databaseFile }: Stage): Promise<{
  readonly broken: number | null;
  readonly actions: ReadonlySet<string>;
  readonly telling: readonly string[];
}> {
  const store = await openStore(`file:${databaseFile}`);
  try {
    const broken = await firstBrokenSeal(store.read);
    const entries = await store.read.auditEntry.findMany();
    const whole = JSON.stringify(entries);
    const telling = [...Object.values(numbers), "أمل", "Zoé", "Grace", "Benoit", "Selin"];
    return {
      broken,
      actions: new Set(entries.map(({ action }) => action)),
      telling: telling.filter((each) => whole.includes(each)),
    };
  } finally {
    await store.close();
  }
}
