import { foldText } from "../../../domain/fold-text.ts";
import type { Offered, Reader } from "../../../flows/engine/reply.ts";

/** A reader that knows each option by its own name and by the words given here, under `question.option`. */
export const readerWith = (
  words: Readonly<Record<string, readonly string[]>> = {},
  offered: Readonly<Record<string, readonly Offered[]>> = {},
  country: string | null = null,
): Reader => ({
  words: (question, option) => [option, ...(words[`${question}.${option}`] ?? [])].map(foldText),
  offered: (source) => offered[source] ?? [],
  country,
  today: "2026-11-24",
});
