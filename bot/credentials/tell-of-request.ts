import { showCredentialCode } from "../../domain/credential-code.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { RequestNews } from "../../union/credentials/decide-request.ts";
import type { Runtime } from "../runtime.ts";
import { tellOfPaper } from "./tell-of-paper.ts";

/** As much of a caseworker's words as a phone shows at once, in characters. */
const longestReason = 300;

/** Makes the function that tells a member what was decided, in the transaction of the decision: `decideRequest` takes it as `tell`. */
export const tellOfRequest =
  (runtime: Runtime) =>
  (tx: Transaction, news: RequestNews): Promise<readonly NewOutbound[]> => {
    const { requestId, addressId } = news;
    const decidedAt = String(runtime.clock.now().getTime());
    if (news.kind === "issued") {
      const values = { code: showCredentialCode(news.code), page: `${runtime.publicUrl}/v` };
      return tellOfPaper(tx, { requestId, addressId, key: "told.issued", values }, runtime);
    }
    const key = news.kind === "refused" ? "told.refused" : "told.moreInfo";
    const values = { reason: news.reason.trim().slice(0, longestReason) };
    return tellOfPaper(tx, { requestId, addressId, key, once: decidedAt, values }, runtime);
  };
