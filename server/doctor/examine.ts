import type { Check, Finding, Patient } from "./check.ts";
import { databaseCheck } from "./check-database.ts";
import { dependenciesCheck, nodeCheck } from "./check-installation.ts";
import { languagesCheck } from "./check-languages.ts";
import { redisCheck } from "./check-queue.ts";
import { modeCheck, providerChecks, publicUrlCheck } from "./check-settings.ts";

/** Everything the doctor looks at, in the order it is shown. */
export const checks: readonly Check[] = [
  nodeCheck,
  dependenciesCheck,
  databaseCheck,
  redisCheck,
  modeCheck,
  publicUrlCheck,
  ...providerChecks,
  languagesCheck,
];

/** One finding and the check that found it. */
export interface Examined extends Finding {
  readonly name: string;
}

/** Looks at everything and changes nothing; a check that breaks is itself a bad finding. */
export function examine(patient: Patient): Promise<readonly Examined[]> {
  return Promise.all(
    checks.map(async (check) => {
      try {
        return { name: check.name, ...(await check.look(patient)) };
      } catch (fault) {
        const line = fault instanceof Error ? fault.message : String(fault);
        return { name: check.name, kind: "bad" as const, line };
      }
    }),
  );
}
