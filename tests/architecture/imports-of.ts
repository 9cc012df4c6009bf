import { dirname, join, normalize } from "node:path/posix";

/** A file of the project, by its path from the project folder. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import line: what it names, and whether only types come through it. */
export interface Import {
  readonly from: SourceFile;
  /** A path from the project folder, or a package as it was written. */
  readonly target: string;
  readonly isPackage: boolean;
  readonly isTypeOnly: boolean;
}

const importLine =
  /^[ \t]*(?<verb>import|export)\s+(?<type>type\s+)?(?:[\w$*\s{},]+?\s+from\s+)?["'](?<static>[^"']+)["']|\bimport\(\s*["'](?<dynamic>[^"']+)["']/gm;

/** Reads the import, re-export and dynamic import lines of a file; comments do not count. */
export function importsOf(from: SourceFile): readonly Import[] {
  const code = from.text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return Array.from(code.matchAll(importLine), ({ groups }) => {
    const written = groups?.static ?? groups?.dynamic ?? "";
    const isPackage = !written.startsWith(".");
    const target = isPackage ? written : normalize(join(dirname(from.path), written));
    return { from, target, isPackage, isTypeOnly: groups?.type !== undefined };
  });
}

/** The top folder a path lies in; undefined for a file of the project folder itself. */
export function folderOf(path: string): string | undefined {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : undefined;
}
