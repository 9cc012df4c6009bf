import { secretKey } from "../../../server/config/secret-key.ts";

// A process of its own that asks for the key of the folder it is told, and says what it got.
process.send?.(await secretKey(null, process.argv[2] ?? ""));
process.disconnect();
