import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Kept beside the packages: from the second start on the code is ready in half the time, also for a process that comes
// back after a crash. Where the folder cannot be written, it is made ready anew each time.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));
await import("./run.ts");
// A process that is killed never gets to the end, where this would be done by itself.
flushCompileCache();
