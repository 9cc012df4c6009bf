import { showCredentialCode } from "../../domain/credential-code.ts";
import { isLanguage, type Language } from "../../domain/language.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { RequestNews } from "../../union/credentials/decide-request.ts";
import { type KeptReason, readReason } from "../../union/credentials/request-reasons.ts";
import type { Runtime } from "../runtime.ts";
import { tellOfPaper } from "./tell-of-paper.ts";

/** As much of a caseworker's words as a phone shows at once, in characters. */
const longestReason = 300;

/** Makes the function that tells a member what was decided, in the transaction of the decision: `decideRequest` takes it as `tell`. */
export const tellOfRequest =
  (runtime: Runtime) =>
  async (tx: Transaction, news: RequestNews): Promise<readonly NewOutbound[]> => {
    const { requestId, addressId } = news;
    const decidedAt = String(runtime.clock.now().getTime());
    if (news.kind === "issued") {
      const values = { code: showCredentialCode(news.code), page: `${runtime.publicUrl}/v` };
      return tellOfPaper(tx, { requestId, addressId, key: "told.issued", values }, runtime);
    }
    const key = news.kind === "refused" ? "told.refused" : "told.moreInfo";
    const language = await languageAt(tx, addressId);
    const values = { reason: inWords(readReason(news.reason), language, runtime).slice(0, longestReason) };
    return tellOfPaper(tx, { requestId, addressId, key, once: decidedAt, values }, runtime);
  };

/** The reason in the member's language, and what the caseworker added as she wrote it. */
function inWords(
  { name, words }: KeptReason,
  language: Language,
  { locales }: Pick<Runtime, "locales">,
): string {
  const isSaidByWords = name === null || (name === "other" && words !== "");
  if (isSaidByWords) return words;
  const reason = locales.text(language, "credentials", `because.${name.replaceAll("_", "-")}`);
  return words === "" ? reason : `${reason}\n${words}`;
}

async function languageAt(tx: Transaction, addressId: string): Promise<Language> {
  const lane = await tx.lane.findUnique({ where: { addressId }, select: { language: true } });
  return lane !== null && isLanguage(lane.language) ? lane.language : "en";
}
