import {
  emptyWords,
  longestFile,
  longFiles,
  mayImport,
  packageHomes,
  pureFolders,
  pureNodeModules,
  typesOnly,
} from "./house-rules.ts";
import { folderOf, type Import, importsOf, type SourceFile } from "./imports-of.ts";

const drawn: Readonly<Record<string, readonly string[]>> = mayImport;

/** Every import that crosses between folders where no arrow is drawn, one sentence each. */
export function undrawnEdges(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const from = folderOf(file.path);
    if (from === undefined) return [];
    if (drawn[from] === undefined) return [`${file.path}: the folder ${from}/ is not in the drawing`];
    return importsOf(file).flatMap((line) => {
      const to = line.isPackage ? undefined : folderOf(line.target);
      if (to === undefined || to === from) return [];
      if (!drawn[from]?.includes(to)) return [`${file.path}: ${from} may not import ${line.target}`];
      const needsType = typesOnly.some(([one, other]) => one === from && other === to);
      return needsType && !line.isTypeOnly
        ? [`${file.path}: ${from} may import only types from ${line.target}`]
        : [];
    });
  });
}

/** Every import of a package or Node module by a folder that is not there to reach outside. */
export function strayPackages(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((line) => line.isPackage && !line.isTypeOnly && !isAllowed(line))
      .map((line) => `${file.path}: ${folderOf(file.path)} may not import ${line.target}`),
  );
}

function isAllowed({ from, target }: Import): boolean {
  const folder = folderOf(from.path);
  if (folder === undefined || ["tests", "bench", "scripts"].includes(folder)) return true;
  const name = packageOf(target);
  const pure = pureFolders[folder];
  if (pure !== undefined) return pure.packages.includes(name) || pureNodeModules.includes(name);
  return packageHomes[name]?.includes(folder) ?? true;
}

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

/** The circles among the folders as they really import each other, such as "bot > union > bot". */
export function folderCycles(files: readonly SourceFile[]): readonly string[] {
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const from = folderOf(file.path);
    for (const { isPackage, target } of importsOf(file)) {
      const to = folderOf(target);
      if (isPackage || from === undefined || to === undefined || from === to) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const circles = new Set<string>();
  const walk = (path: readonly string[]): void => {
    for (const next of edges.get(path.at(-1) ?? "") ?? []) {
      const start = path.indexOf(next);
      if (start < 0) walk([...path, next]);
      else circles.add([...path.slice(start), next].join(" > "));
    }
  };
  for (const folder of edges.keys()) walk([folder]);
  return [...circles];
}

/** Files that are too long to hold one idea and have no reason listed; and listed ones that no longer need it. */
export function overlongFiles(files: readonly SourceFile[], reasons = longFiles): readonly string[] {
  const lengths = new Map(files.map(({ path, text }) => [path, text.split("\n").length - 1]));
  const overlong = [...lengths].filter(([path, lines]) => lines > longestFile && !reasons[path]);
  const excused = Object.keys(reasons).filter((path) => (lengths.get(path) ?? 0) <= longestFile);
  return [
    ...overlong.map(([path, lines]) => `${path} has ${lines} lines; ${longestFile} is the most`),
    ...excused.map((path) => `${path} no longer needs its reason for being long`),
  ];
}

/** File and folder names that say nothing about what is inside. */
export function emptyNames(files: readonly SourceFile[]): readonly string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => path.split(/[/.-]/).some((word) => emptyWords.includes(word)));
}
