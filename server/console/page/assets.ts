import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A file that pages load, under a name that changes with what is in it. */
export interface ConsoleAsset {
  /** Below `/console`. */
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** The files every page of the console loads: ours, and htmx from the installed package. */
export function consoleAssets(): Readonly<Record<"styles" | "script" | "icon", ConsoleAsset>> {
  const htmx = createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js");
  return {
    styles: asset(new URL("../console.css", import.meta.url), "console", "css", "text/css; charset=utf-8"),
    icon: asset(new URL("../icon.svg", import.meta.url), "icon", "svg", "image/svg+xml"),
    script: asset(htmx, "htmx", "js", "text/javascript; charset=utf-8"),
  };
}

function asset(file: string | URL, name: string, ending: string, contentType: string): ConsoleAsset {
  const body = readFileSync(file);
  const mark = createHash("sha256").update(body).digest("hex").slice(0, 12);
  return { path: `/assets/${name}.${mark}.${ending}`, contentType, body };
}
