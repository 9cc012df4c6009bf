import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findCommand, projectFolder } from "./paths.mjs";
import { say } from "./say.mjs";
import { installSystemPackage } from "./system-package.mjs";

const packages = {
  "apt-get": ["chromium", "fonts-noto-core"],
  dnf: ["chromium"],
  apk: ["chromium", "font-noto-arabic"],
  pacman: ["chromium", "noto-fonts"],
};

/** Finds or installs a Chromium for the tests that look at a page; without one those tests are skipped. */
export const browser = {
  isDone() {
    return Boolean(
      process.env.CHROMIUM_PATH ||
        findCommand("chromium", "chromium-browser", "google-chrome", "google-chrome-stable") ||
        !testsNeedBrowser(),
    );
  },

  async run() {
    const obstacle = await installSystemPackage("installing Chromium for the browser tests", packages);
    if (!obstacle) return;
    const advice = obstacle.typed
      ? ` To run them, type:  ${obstacle.typed}`
      : " To run them, install Chromium.";
    say(`no Chromium on this machine, so the browser tests will be skipped.${advice}`);
  },
};

function testsNeedBrowser() {
  const tests = join(projectFolder, "tests");
  return (
    existsSync(tests) && filesIn(tests).some((file) => readFileSync(file, "utf8").includes("playwright-core"))
  );
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}
