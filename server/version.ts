import project from "../package.json" with { type: "json" };
import type { Version } from "./service.ts";

/** What this very build is. */
export const version: Version = { name: project.name, version: project.version, node: process.version };
