import type { Choice, Payload } from "../../domain/payload.ts";

const choicesOf = (payload: Payload): readonly Choice[] => {
  switch (payload.kind) {
    case "buttons":
      return payload.buttons;
    case "list":
      return payload.rows;
    case "keyboard":
      return payload.rows.flat();
    default:
      return [];
  }
};

/** Says a payload in plain text, its choices as numbered lines: the last resort where nothing can be tapped. */
export const numberedText = (payload: Payload): string =>
  [payload.text, ...choicesOf(payload).map((choice, index) => `${index + 1} ${choice.label}`)].join("\n");
