import type { Language } from "../domain/language.ts";
import type { LivelihoodGroup, LivelihoodId } from "../domain/livelihoods.ts";
import ar from "./livelihoods/ar.json" with { type: "json" };
import en from "./livelihoods/en.json" with { type: "json" };
import fr from "./livelihoods/fr.json" with { type: "json" };

/** A label of the livelihood menu: of a group, or of one kind of work. */
export type LivelihoodKey =
  | `group.${LivelihoodGroup | "other"}`
  | `work.${LivelihoodId | "other"}`
  /** The question that goes with the kinds of work of one group. */
  | "kind.ask";

/**
 * The labels of the livelihood menu in every language, 24 characters at most: a label that is missing does not compile.
 *
 * The limit is that of a row in a list of WhatsApp:
 * https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages
 */
export const livelihoodLabels: Readonly<Record<Language, Readonly<Record<LivelihoodKey, string>>>> = {
  en,
  ar,
  fr,
};
