import type { PromptOption } from "./prompt.ts";

/** A question with its options below, "1 Yes" a line: the form that every phone can answer. No bracket or dot after the digit, which right-to-left handsets would move. */
export const numberedLines = (question: string, options: readonly PromptOption[]): string =>
  [question, ...options.map(({ digit, label }) => `${digit} ${label}`)].join("\n");
