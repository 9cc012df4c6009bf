import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bad, type Check, good, type Installation } from "./check.ts";

const oldestNode = 24;

/** The Node that runs us. */
export const nodeCheck: Check<Installation> = {
  name: "Node",
  look({ nodeVersion }) {
    const major = Number(nodeVersion.replace(/^v/, "").split(".")[0]);
    return major >= oldestNode
      ? good(nodeVersion)
      : bad(`${nodeVersion} is too old; ${oldestNode} is needed. Use npm scripts: they bring their own`);
  },
};

/** What `npm start` installs. */
export const dependenciesCheck: Check<Installation> = {
  name: "Dependencies",
  async look({ projectFolder }) {
    try {
      const lock = await readFile(join(projectFolder, "package-lock.json"));
      const installed = await readFile(join(projectFolder, "node_modules", ".migrant-union-lock"), "utf8");
      if (installed === createHash("sha256").update(lock).digest("hex"))
        return good("as in package-lock.json");
    } catch {
      // One of the two files is not there: the same advice.
    }
    return bad("not as in package-lock.json. Type: npm start");
  },
};
