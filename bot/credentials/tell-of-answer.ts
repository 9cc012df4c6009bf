import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Runtime } from "../runtime.ts";
import { tellOfPaper } from "./tell-of-paper.ts";

/** Who asked for what was answered, and what became of it. */
interface Answered {
  readonly requestId: string;
  readonly addressId: string;
  readonly state: "attested" | "attestor_declined";
}

/** Tells a member that whoever she named has answered, or did not confirm: never what was said. */
export const tellOfAnswer = (
  tx: Transaction,
  { requestId, addressId, state }: Answered,
  runtime: Runtime,
): Promise<readonly NewOutbound[]> =>
  tellOfPaper(
    tx,
    { requestId, addressId, key: state === "attested" ? "told.answered" : "told.declined" },
    runtime,
  );
