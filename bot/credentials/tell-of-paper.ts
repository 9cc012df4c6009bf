import { isLanguage } from "../../domain/language.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import { claimOf } from "../../union/credentials/stored-request.ts";
import { reachOut } from "../reaching-out/reach-out.ts";
import type { Runtime } from "../runtime.ts";
import type { TextValues } from "../values/flow-values.ts";
import { paperWords } from "./paper-words.ts";

/** What a member is told of a paper she asked for. */
export interface PaperNews {
  readonly requestId: string;
  /** Where she asked. */
  readonly addressId: string;
  /** A text of the `credentials` list. */
  readonly key: string;
  /** Distinguishes it where the same may be told of one request more than once. */
  readonly once?: string;
  readonly values?: TextValues;
}

/**
 * Tells a member what became of a paper, once: an answer to what she asked for, so it rests on her request.
 *
 * Gives back what was queued, for the caller to announce; what nobody announces the sweep finds.
 */
export async function tellOfPaper(
  tx: Transaction,
  { requestId, addressId, key, once = "", values = {} }: PaperNews,
  runtime: Runtime,
): Promise<readonly NewOutbound[]> {
  const request = await tx.credentialRequest.findUnique({ where: { id: requestId } });
  const lane = await tx.lane.findUnique({ where: { addressId }, select: { language: true } });
  if (request === null || lane === null) return [];
  const language = isLanguage(lane.language) ? lane.language : "en";
  const paper = paperWords(claimOf(request), language, runtime.locales);
  return reachOut(
    tx,
    [
      {
        addressId,
        cause: {
          ...{ key: `paper:${requestId}:${key}:${once}`, class: "reply", topic: "talk" },
          requestId: `paper-${requestId}`,
        },
        says: [{ namespace: "credentials", key }],
        values: { paper, ...values },
      },
    ],
    runtime,
  );
}
