import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { ConfigRefused } from "../config/config-refused.ts";
import { readConfig } from "../config/read-config.ts";
import type { Check, Finding, Installation, Patient } from "./check.ts";
import { databaseCheck } from "./check-database.ts";
import { dependenciesCheck, nodeCheck } from "./check-installation.ts";
import { languagesCheck, reviewCheck } from "./check-languages.ts";
import { redisCheck } from "./check-queue.ts";
import { modeCheck, publicUrlCheck, telegramCheck, twilioCheck } from "./check-settings.ts";

/** What can be looked at whatever the settings say, in the order it is shown. */
const installationChecks: readonly Check<Installation>[] = [
  nodeCheck,
  dependenciesCheck,
  languagesCheck,
  reviewCheck,
];

/** What depends on the settings; left out until they are mended. */
const configChecks: readonly Check[] = [
  databaseCheck,
  redisCheck,
  modeCheck,
  publicUrlCheck,
  twilioCheck,
  telegramCheck,
];

/** One finding and the check that found it. */
export interface Examined extends Finding {
  readonly name: string;
}

/** A service before anything is known of its settings. */
export interface Unexamined {
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly projectFolder: string;
  readonly nodeVersion: string;
}

/** Looks at everything and changes nothing; a check that breaks is itself a bad finding, and each fault of the settings is one. */
export async function examine({
  settings,
  projectFolder,
  nodeVersion,
}: Unexamined): Promise<readonly Examined[]> {
  const installation: Installation = { projectFolder, nodeVersion, path: settings.PATH ?? "" };
  const reading = readSettings(settings, projectFolder);
  const installed = await lookAll(installationChecks, installation);
  const configured =
    reading.kind === "faults"
      ? reading.faults.map((line) => ({ name: "Settings", kind: "bad" as const, line }))
      : await lookAll(configChecks, { ...installation, config: reading.config });
  return [...installed, ...configured];
}

type Reading =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "faults"; readonly faults: readonly string[] };

function readSettings(settings: Unexamined["settings"], projectFolder: string): Reading {
  // The server is started in the project's folder, so that is where its data lies unless told otherwise.
  const dataDir = settings.DATA_DIR?.trim() || join(projectFolder, "var");
  try {
    return { kind: "config", config: readConfig({ ...settings, DATA_DIR: dataDir }) };
  } catch (fault) {
    if (!(fault instanceof ConfigRefused)) throw fault;
    return { kind: "faults", faults: fault.faults };
  }
}

function lookAll<Known extends Partial<Patient>>(
  checks: readonly Check<Known>[],
  patient: Known,
): Promise<readonly Examined[]> {
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
