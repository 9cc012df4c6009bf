import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findCommand, pinnedNode, projectFolder } from "./paths.mjs";
import { runWithProgress } from "./run-with-progress.mjs";
import { say } from "./say.mjs";

const modules = join(projectFolder, "node_modules");
const lockFile = join(projectFolder, "package-lock.json");
const installedLockFile = join(modules, ".package-lock.json");
const recordFile = join(modules, ".migrant-union-lock");
const nodeMajorWanted = 24;

/** Installs exactly what package-lock.json lists, then the pinned Node. */
export const dependencies = {
  isDone() {
    if (!existsSync(modules) || !nodeIsReady()) return false;
    if (existsSync(recordFile) && readFileSync(recordFile, "utf8") === lockHash()) return true;
    if (!installedMatchesLock()) return false;
    // Somebody ran `npm install` by hand: nothing to do but to remember it.
    record();
    return true;
  },

  async run() {
    if (!existsSync(modules)) await install("ci");
    else if (!installedMatchesLock()) await install("install");
    if (!nodeIsReady()) await installNode();
    record();
  },
};

/**
 * No package may run a script while it is installed: some would try to download engines we do not use,
 * and npm versions disagree about which scripts run. The pinned Node is fetched as a step of its own.
 */
async function install(verb) {
  const total = Object.values(lockedPackages()).filter((entry) => !entry.optional).length;
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await npm(`installing ${total} packages`, [verb, "--ignore-scripts", ...quiet]);
}

async function installNode() {
  try {
    await npm(`fetching Node ${nodeMajorWanted}`, ["rebuild", "node", "--loglevel=error"]);
  } catch (error) {
    if (!systemNodeWillDo()) {
      throw new Error(
        `${error.message}\nNode ${nodeMajorWanted} could not be fetched for this system. Install Node ${nodeMajorWanted} from https://nodejs.org/ and start again.`,
      );
    }
    say(`using this machine's own Node ${process.versions.node}`);
  }
}

function npm(label, args) {
  // The npm that called us, if it was npm: the machine may have several.
  const callingNpm = process.env.npm_execpath;
  if (callingNpm?.endsWith("npm-cli.js"))
    return runWithProgress(label, process.execPath, [callingNpm, ...args]);
  return runWithProgress(label, findCommand("npm") ?? "npm", args);
}

function nodeIsReady() {
  return existsSync(pinnedNode) || (systemNodeWillDo() && existsSync(recordFile));
}

function systemNodeWillDo() {
  return Number(process.versions.node.split(".")[0]) >= nodeMajorWanted;
}

function lockHash() {
  return createHash("sha256").update(readFileSync(lockFile)).digest("hex");
}

function record() {
  writeFileSync(recordFile, lockHash());
}

function lockedPackages() {
  const { "": _project, ...packages } = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  return packages;
}

/** True when npm's own record of what it installed has every package of the lock file at its version. */
function installedMatchesLock() {
  if (!existsSync(installedLockFile)) return false;
  const installed = JSON.parse(readFileSync(installedLockFile, "utf8")).packages;
  const withoutDev = process.env.NODE_ENV === "production";
  return Object.entries(lockedPackages()).every(
    ([path, entry]) =>
      // Optional packages are for other systems; development ones may have been left out on purpose.
      entry.optional || (withoutDev && entry.dev) || installed[path]?.version === entry.version,
  );
}
