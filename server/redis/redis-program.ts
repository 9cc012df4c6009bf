import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Finds the Redis or Valkey program on a PATH; undefined when there is none. */
export function findRedisProgram(path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return ["redis-server", "valkey-server"]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
