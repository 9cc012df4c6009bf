/** One thing that was seen or done, by whom it was. */
export type Seen =
  | { readonly kind: "note"; readonly text: string }
  | {
      readonly kind: "message";
      readonly who: string;
      readonly way: "writes" | "taps" | "shows";
      readonly text: string;
    }
  | { readonly kind: "letter"; readonly who: string; readonly subject: string; readonly text: string }
  | { readonly kind: "page"; readonly who: string; readonly text: string }
  | { readonly kind: "press"; readonly who: string; readonly text: string };

export interface Chapter {
  readonly title: string;
  readonly seen: readonly Seen[];
}

/** Writes down what each phone, mailbox and page showed, in the order in which the round was played. */
export interface Recorder {
  chapter(title: string): void;
  note(seen: Seen): void;
  /** From now on, and before, an example stands where the real thing differs from round to round. */
  stands(real: string | RegExp, example: string): void;
  /** The whole round, with examples in place of what differs. */
  chapters(): readonly Chapter[];
}

export function openRecorder(): Recorder {
  const chapters: { title: string; seen: Seen[] }[] = [];
  const examples: [string | RegExp, string][] = [];
  const steady = (text: string): string =>
    examples.reduce((whole, [real, example]) => whole.replaceAll(real, example), text);
  return {
    chapter: (title) => {
      chapters.push({ title, seen: [] });
    },
    note: (seen) => {
      chapters.at(-1)?.seen.push(seen);
    },
    stands: (real, example) => {
      examples.push([real, example]);
    },
    chapters: () =>
      chapters.map(({ title, seen }) => ({
        title,
        seen: seen.map((one): Seen => {
          const text = steady(one.text);
          return one.kind === "letter" ? { ...one, subject: steady(one.subject), text } : { ...one, text };
        }),
      })),
  };
}
