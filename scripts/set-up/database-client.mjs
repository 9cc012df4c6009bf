import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pinnedNode, projectFolder } from "./paths.mjs";
import { runWithProgress } from "./run-with-progress.mjs";

const prismaFolder = join(projectFolder, "prisma");
const generator = join(projectFolder, "node_modules", "prisma", "build", "index.js");
const recordFile = join(prismaFolder, "client", ".made-from");

/** Writes the database client in prisma/client from prisma/schema.prisma. */
export const databaseClient = {
  isDone() {
    const sources = sourceFiles();
    if (sources.length === 0) return true;
    return existsSync(recordFile) && readFileSync(recordFile, "utf8") === hashOf(sources);
  },

  async run() {
    const node = existsSync(pinnedNode) ? pinnedNode : process.execPath;
    // Generating needs no engine, yet the tool would download one; naming a binary keeps it off the network.
    await runWithProgress("writing the database client", node, [generator, "generate"], {
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.platform === "win32" ? process.execPath : "/bin/true",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    });
    writeFileSync(recordFile, hashOf(sourceFiles()));
  },
};

function sourceFiles() {
  if (!existsSync(prismaFolder)) return [];
  const schemas = readdirSync(prismaFolder).filter((name) => name.endsWith(".prisma"));
  if (schemas.length === 0) return [];
  const generatorVersion = join(projectFolder, "node_modules", "prisma", "package.json");
  return [
    ...schemas.map((name) => join(prismaFolder, name)),
    join(projectFolder, "prisma.config.ts"),
    generatorVersion,
  ];
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    if (existsSync(file)) hash.update(file.slice(projectFolder.length)).update(readFileSync(file));
  return hash.digest("hex");
}
