/** What every question may carry, whatever its kind. */
interface Common {
  /** Raise it when the meaning of the question changes (a new consent text): answers to older ones no longer count. */
  readonly rev?: number;
  /** Names this question had before; answers given under them still count. Never shorten this list. */
  readonly formerly?: readonly string[];
}

/** One of a few options. */
export interface Choice<O extends string = string> extends Common {
  readonly kind: "choice";
  readonly options: readonly O[];
  /** True where a wrong reading does harm (consent, share, delete): only exact replies are accepted, never a near miss. */
  readonly consequential?: boolean;
  /** Where the options' labels stand, when several conversations offer the same ones: under `<as>.<option>` of that list. */
  readonly labels?: SharedLabels;
  /** True where the host answers it at the beginning: nobody is asked, and nobody goes back to it. */
  readonly isHandedIn?: boolean;
}
/** Labels that belong to no single conversation. */
export interface SharedLabels {
  readonly from: "livelihoods" | "achievements" | "credentials";
  readonly as: string;
  /** The question's own words, where they stand in that list too. */
  readonly asks?: string;
}
/** Words of the person's own, kept as typed. */
export interface Text extends Common {
  readonly kind: "text";
  readonly maxChars: number;
}
/** A whole number between two bounds, both included. */
export interface Count extends Common {
  readonly kind: "number";
  readonly least: number;
  readonly most: number;
}
/** A town or region, by name. */
export interface Place extends Common {
  readonly kind: "place";
  readonly maxChars: number;
}
/** A phone number, stored in E.164. */
export interface Phone extends Common {
  readonly kind: "phone";
}
/** An e-mail address. */
export interface Email extends Common {
  readonly kind: "email";
}
/** A calendar day, stored as `2027-03-05`. */
export interface Day extends Common {
  readonly kind: "date";
  /** Only today or later, and at most so many days ahead; any day where it is left out. */
  readonly withinDays?: number;
}
/** A wage as it is offered, stored as `22000 TRY month`: amount, ISO 4217 code, period. */
export interface Wage extends Common {
  readonly kind: "wage";
}
/** What a conversation is about, by id. The host hands it in at the beginning; nobody is asked. */
export interface Subject extends Common {
  readonly kind: "subject";
}
/** Up to `most` of a few options, at least one. */
export interface Several<O extends string = string> extends Common {
  readonly kind: "several";
  readonly options: readonly O[];
  readonly most: number;
}
/** One of the options that the host finds at that moment (today's openings). With nothing to offer it answers itself `none`. */
export interface Pick extends Common {
  readonly kind: "pick";
  readonly source: string;
}

/** What a question accepts. Plain data, so that it can be stored, compared, drawn and enumerated. */
export type Question = Choice | Text | Count | Place | Phone | Email | Day | Wage | Several | Pick | Subject;
export type Questions = Readonly<Record<string, Question>>;

export const choice = <const O extends string>(...options: readonly O[]): Choice<O> => ({
  kind: "choice",
  options,
});
export const yesNo = (): Choice<"yes" | "no"> => choice("yes", "no");
export const text = (maxChars: number): Text => ({ kind: "text", maxChars });
export const number = (least: number, most: number): Count => ({ kind: "number", least, most });
export const place = (maxChars = 60): Place => ({ kind: "place", maxChars });
export const phone = (): Phone => ({ kind: "phone" });
export const email = (): Email => ({ kind: "email" });
export const date = (): Day => ({ kind: "date" });
/** A day from today on, at most so many days ahead. */
export const dayAhead = (withinDays: number): Day => ({ kind: "date", withinDays });
export const wage = (): Wage => ({ kind: "wage" });
export const subject = (): Subject => ({ kind: "subject" });
export const pick = (source: string): Pick => ({ kind: "pick", source });
/** Several of a choice's options in one answer: the loop of this engine. */
export const several = <const O extends string>(of: Choice<O>, most: number): Several<O> => ({
  kind: "several",
  options: of.options,
  most,
});

/** The same question with a new meaning: older answers no longer count. */
export const rev = <Q extends Question>(revision: number, question: Q): Q => ({ ...question, rev: revision });
/** The same question under a new name: answers under the former names still count. */
export const formerly = <Q extends Question>(names: readonly string[], question: Q): Q => ({
  ...question,
  formerly: names,
});
/** The same choice, with labels that it shares with other conversations. */
export const labelled = <const O extends string, const L extends SharedLabels>(
  labels: L,
  question: Choice<O>,
): Choice<O> & { readonly labels: L } => ({ ...question, labels });
/** The same choice, to be read strictly: a misreading would do harm. */
export const consequential = <O extends string>(question: Choice<O>): Choice<O> => ({
  ...question,
  consequential: true,
});

/** The same choice, to be answered by the host at the beginning: it decides how the talk goes on. */
export const handedIn = <const Q extends Choice>(question: Q): Q => ({ ...question, isHandedIn: true });

/** Whether the host answers a question, so that nobody can go back to it. */
export const isHandedIn = (question: Question | undefined): boolean =>
  question?.kind === "choice" && question.isHandedIn === true;

/** Where the labels of a question's options stand, when not in its own conversation. */
export const sharedLabels = (question: Question | undefined): SharedLabels | null =>
  question?.kind === "choice" ? (question.labels ?? null) : null;

export const revisionOf = (question: Question): number => question.rev ?? 1;

/** What a `pick` answers itself when there is nothing to offer. */
export const nothingToPick = "none";
