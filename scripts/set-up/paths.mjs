import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project folder, whatever folder the script was called from. */
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

/** The Node that the project pins as a dependency; everything after the install runs on it. */
export const pinnedNode = join(
  projectFolder,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** The full path of the first of these commands that is on the PATH, or undefined. */
export function findCommand(...names) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
      for (const ending of endings) {
        const candidate = join(folder, name + ending);
        try {
          accessSync(candidate, constants.X_OK);
          return candidate;
        } catch {
          // Not here: look in the next folder.
        }
      }
    }
  }
  return undefined;
}
