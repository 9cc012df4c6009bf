import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findCommand, projectFolder } from "./paths.mjs";
import { installSystemPackage } from "./system-package.mjs";

const packages = {
  "apt-get": ["redis-server"],
  dnf: ["valkey"],
  apk: ["valkey"],
  pacman: ["valkey"],
  brew: ["redis"],
};

/** Finds or installs the Redis (or Valkey) that the server starts as its own private child. */
export const redis = {
  isDone() {
    return Boolean(addressIsConfigured() || findCommand("redis-server", "valkey-server"));
  },

  async run() {
    const obstacle = await installSystemPackage("installing Redis", packages);
    if (!obstacle && this.isDone()) return;
    const advice = obstacle?.typed
      ? `Type:  ${obstacle.typed}`
      : "Install Redis or Valkey (on Windows: inside WSL)";
    const why = obstacle?.reason ? ` (${obstacle.reason})` : "";
    throw new Error(
      `Redis is missing and could not be installed${why}.\n${advice}\nand start again, or name a Redis that runs elsewhere: REDIS_URL=redis://... in the file .env.`,
    );
  },
};

function addressIsConfigured() {
  if (process.env.REDIS_URL) return true;
  const settings = join(projectFolder, ".env");
  return existsSync(settings) && /^\s*REDIS_URL\s*=\s*["']?\w/m.test(readFileSync(settings, "utf8"));
}
