import type { Transport } from "../../union/letters/transport.ts";

/** Where nothing leaves this machine, letters stay here and are read at `/mailbox`. */
export const keepLetters: Transport = { send: async () => ({ kind: "kept" }) };
