import type { Language } from "../../domain/language.ts";
import ar from "./texts/ar.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import fr from "./texts/fr.json" with { type: "json" };

/** A text of the public pages about credentials. */
export type PageText = keyof typeof en;

/** The texts of these pages in every language: one that is missing does not compile. French and Arabic are machine drafts. */
export const pageTexts: Readonly<Record<Language, Readonly<Record<PageText, string>>>> = { en, ar, fr };
