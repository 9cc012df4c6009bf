import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";

/** A file as the browser gets it. */
export interface Asset {
  readonly contentType: string;
  readonly body: string;
}

const projectFolder = new URL("../../", import.meta.url);

/** The browser's own folder, and the pure rules that it shares with the server; nothing else leaves the disk. */
const served = /^(?:server\/sim\/browser\/[a-z0-9-]+\.(?:ts|css|html)|domain\/[a-z0-9-]+\.ts)$/;

const contentTypes = {
  ts: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
} as const;

/**
 * Reads the page's files, each once: resolves to null for a path that is not served.
 *
 * A path is the file's place in the project, so an import that ends in `.ts` means the same file in the browser as here;
 * TypeScript goes out with its types stripped.
 */
export function pageAssets(): (path: string) => Promise<Asset | null> {
  const read = new Map<string, Promise<Asset | null>>();
  return (path) => {
    if (!served.test(path)) return Promise.resolve(null);
    const asset = read.get(path) ?? readAsset(path);
    read.set(path, asset);
    return asset;
  };
}

async function readAsset(path: string): Promise<Asset | null> {
  const source = await readFile(new URL(path, projectFolder), "utf8").catch(() => null);
  if (source === null) return null;
  if (path.endsWith(".ts")) return { contentType: contentTypes.ts, body: stripTypeScriptTypes(source) };
  return { contentType: path.endsWith(".css") ? contentTypes.css : contentTypes.html, body: source };
}
