import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectFolder } from "./paths.mjs";
import { say } from "./say.mjs";

const lockFile = join(projectFolder, "var", "set-up.lock");

/** Waits until no other set-up of this folder is at work, and returns the function that lets the next one in. */
export async function holdLock() {
  mkdirSync(join(projectFolder, "var"), { recursive: true });
  let told = false;
  while (!takeLock()) {
    if (!told) say("another set-up of this folder is at work; waiting for it");
    told = true;
    await sleep(300);
  }
  return () => rmSync(lockFile, { force: true });
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (!ownerIsAlive()) rmSync(lockFile, { force: true });
  return false;
}

function ownerIsAlive() {
  try {
    const owner = Number(readFileSync(lockFile, "utf8"));
    // Just created and not yet filled in: somebody is there.
    if (!owner) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
