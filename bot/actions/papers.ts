import { showCredentialCode } from "../../domain/credential-code.ts";
import type { Language } from "../../domain/language.ts";
import { type Paper, papersOf } from "../../union/credentials/papers-of.ts";
import { dayWords, paperWords } from "../credentials/paper-words.ts";
import { languageOf } from "../inbound/talk.ts";
import type { Runtime } from "../runtime.ts";
import { nowOf, type PerformAction, turnsOut } from "./action.ts";

/** As many as one text has room for. */
const mostShown = 2;

/** Shows a member her papers: those that count first, then the youngest, each with what became of it. */
export const listPapers: PerformAction = async (context) => {
  const { tx, talk, runtime } = context;
  if (talk.person === null) return turnsOut(context, "none");
  const all = await papersOf(tx, runtime.secrets, talk.person.id, nowOf(context));
  if (all.length === 0) return turnsOut(context, "none");
  const sorted = [...all.filter(hasCode), ...all.filter((paper) => !hasCode(paper))];
  const lines = sorted.slice(0, mostShown).map((paper) => linesOf(paper, languageOf(talk), runtime));
  return turnsOut(context, "list", { papers: lines.join("\n") });
};

const hasCode = ({ credential }: Paper): boolean => credential !== null && credential.code !== null;

function linesOf({ claim, state, credential }: Paper, language: Language, { locales }: Runtime): string {
  const until = credential === null ? "" : dayWords(credential.validUntil, language);
  const said = locales.text(language, "credentials", `state.${state.replace("_", "-")}`, { until });
  const line = `${paperWords(claim, language, locales)}: ${said}`;
  return credential?.code == null ? line : `${line}\n${showCredentialCode(credential.code)}`;
}
