import { findAttestation } from "../../union/credentials/find-attestation.ts";
import { claimWords } from "../credentials/paper-words.ts";
import { languageOf } from "../inbound/talk.ts";
import type { LoadValues } from "./flow-values.ts";

/** As much of a name as a question has room for, in characters. */
const longestName = 20;

/** Who asks an attestor, and what about. Where the member has gone meanwhile, nobody is named. */
export const attestValues: LoadValues = async (tx, talk, { attestation: id }, { locales }) => {
  const language = languageOf(talk);
  const found = typeof id === "string" ? await findAttestation(tx, id) : null;
  return {
    member:
      found?.memberName?.slice(0, longestName).trim() || locales.text(language, "credentials", "someone"),
    claim:
      found === null ? locales.text(language, "common", "none") : claimWords(found.claim, language, locales),
  };
};
