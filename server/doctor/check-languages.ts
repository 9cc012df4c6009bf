import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { languages } from "../../domain/language.ts";
import { bad, type Check, good } from "./check.ts";

/** Every language has a file for every conversation that English, the source, has. */
export const languagesCheck: Check = {
  name: "Languages",
  async look({ projectFolder }) {
    const filesOf = async (language: string): Promise<readonly string[]> => {
      const names = await readdir(join(projectFolder, "locales", language)).catch(() => []);
      return names.filter((name) => name.endsWith(".json"));
    };
    const source = await filesOf("en");
    const missing: string[] = [];
    for (const language of languages) {
      const files = await filesOf(language);
      missing.push(...source.filter((name) => !files.includes(name)).map((name) => `${language}/${name}`));
    }
    if (source.length === 0) return bad("there are no texts in locales/en");
    return missing.length === 0 ? good(languages.join(", ")) : bad(`missing: ${missing.join(", ")}`);
  },
};
