import { spawnSync } from "node:child_process";
import { findCommand } from "./paths.mjs";
import { runWithProgress } from "./run-with-progress.mjs";

/** The package managers we know: how each installs, and how each refreshes its lists when that fails. */
const managers = [
  {
    command: "apt-get",
    install: ["install", "-y", "--no-install-recommends"],
    refresh: ["update"],
    needsRoot: true,
  },
  { command: "dnf", install: ["install", "-y"], needsRoot: true },
  { command: "apk", install: ["add", "--no-cache"], needsRoot: true },
  { command: "pacman", install: ["-S", "--noconfirm", "--needed"], refresh: ["-Sy"], needsRoot: true },
  { command: "brew", install: ["install"], needsRoot: false },
];

/**
 * Installs packages with this system's package manager when that needs no password.
 * `packages` maps a manager's command to its package names. Resolves to undefined when done,
 * or to the command a person would type when we may not, or could not.
 */
export async function installSystemPackage(label, packages) {
  const manager = managers.find(({ command }) => packages[command] && findCommand(command));
  if (!manager) return { typed: undefined };
  const names = packages[manager.command];
  const typed = [...(manager.needsRoot ? ["sudo"] : []), manager.command, manager.install[0], ...names].join(
    " ",
  );
  const prefix = manager.needsRoot ? rootPrefix() : [];
  if (!prefix) return { typed, reason: "this account may not install system packages without a password" };

  const run = (args) => {
    const [command, ...rest] = [...prefix, manager.command, ...args];
    return runWithProgress(label, command, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  try {
    await run([...manager.install, ...names]);
    return undefined;
  } catch (firstFailure) {
    if (!manager.refresh) return { typed, reason: firstFailure.message };
  }
  try {
    // A new machine or container has no package lists yet.
    await run(manager.refresh);
    await run([...manager.install, ...names]);
    return undefined;
  } catch (secondFailure) {
    return { typed, reason: secondFailure.message };
  }
}

function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findCommand("sudo");
  return sudo && spawnSync(sudo, ["-n", "true"], { stdio: "ignore" }).status === 0 ? [sudo, "-n"] : undefined;
}
