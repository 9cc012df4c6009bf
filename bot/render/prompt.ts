/** What is to be said and asked in one message, in one language, before any channel's limits. */
export interface Prompt {
  /** What is said before the question, a paragraph each. */
  readonly says: readonly string[];
  readonly question: PromptQuestion | null;
}

export interface PromptQuestion {
  readonly text: string;
  /** In the order they are numbered; empty for an open question. */
  readonly options: readonly PromptOption[];
  /** The label that opens a list on channels that have lists. */
  readonly open: string;
}

export interface PromptOption {
  /** What comes back when it is tapped. */
  readonly id: string;
  readonly label: string;
  /** The digit that picks it: options count from 1; 0 is Back, 9 may be More. */
  readonly digit: number;
}
