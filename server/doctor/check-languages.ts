import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { languages } from "../../domain/language.ts";
import { bad, type Check, good, type Installation } from "./check.ts";

/** Every language has a file for every conversation that English, the source, has. */
export const languagesCheck: Check<Installation> = {
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

const reviewStatus = z.record(z.string(), z.string());

/** Who has read each language's texts. A language nobody has read may be used, but it is said. */
export const reviewCheck: Check<Installation> = {
  name: "Translations",
  async look({ projectFolder }) {
    const file = await readFile(join(projectFolder, "locales", "review-status.json"), "utf8");
    const statuses = reviewStatus.parse(JSON.parse(file));
    const unknown = languages.filter((language) => statuses[language] === undefined);
    if (unknown.length > 0) return bad(`locales/review-status.json does not say: ${unknown.join(", ")}`);
    const byStatus = Map.groupBy(languages, (language) => statuses[language] ?? "");
    return good(
      [...byStatus].map(([status, those]) => `${those.join(", ")}: ${wordsFor(status)}`).join("; "),
    );
  },
};

const wordsFor = (status: string): string =>
  status === "machine" ? "written by machine, read by no native speaker yet" : status;
