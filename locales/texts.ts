import type { Language } from "../domain/language.ts";
import { ar } from "./ar/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import type { LanguagePack } from "./language-pack.ts";

/** Every language there is, checked at compile time: a new one is a folder, a line here and its code in `domain/language.ts`. */
export const texts: Readonly<Record<Language, LanguagePack>> = { en, ar, fr };
