import type { Choice, Count, Question, Questions, Several, SharedLabels, Subject } from "./question.ts";
import type { Ask, Run, Say, Step, Steps, When } from "./step.ts";

/** A conversation: what is asked, and the talk from top to bottom. Plain data. */
export interface Flow<Q extends Questions = Questions, S extends Steps = Steps> {
  readonly id: string;
  /** Raise it with every change of the script or its questions. */
  readonly version: number;
  readonly questions: Q;
  readonly steps: S;
}

type OptionsOf<Q> = Q extends Choice<infer O> | Several<infer O>
  ? O
  : Q extends { readonly kind: "pick" }
    ? "none"
    : never;

/** The verbs of one conversation: they accept only its own questions and options. */
export const about = <const Q extends Questions>(questions: Q) => ({
  ask: <const K extends keyof Q & string>(key: K): Ask<K> => ({ kind: "ask", key }),
  when: <const K extends keyof Q & string, const S extends Steps>(
    key: K,
    is: OptionsOf<Q[K]>,
    then: S,
  ): When<K, OptionsOf<Q[K]>, S> => ({ kind: "when", key, is, then }),
  flow: <const S extends Steps>(id: string, version: number, steps: S): Flow<Q, S> => ({
    id,
    version,
    questions,
    steps,
  }),
});

/** The value a question's answer holds. */
export type ValueOf<Q> =
  Q extends Choice<infer O>
    ? O
    : Q extends Several<infer O>
      ? readonly O[]
      : Q extends Count
        ? number
        : string;

type Top<S extends Steps> = Extract<S[number], Ask>["key"];
type Branches<S extends Steps> = Extract<S[number], When>["then"];
/** Each of these stops at the unspecific `Steps`, which would recurse for ever. */
type Nested<S extends Steps> = Steps extends S
  ? string
  : Branches<S> extends infer B
    ? B extends Steps
      ? Top<B> | Nested<B>
      : never
    : never;
type Said<S extends Steps> = Steps extends S
  ? string
  :
      | Extract<S[number], Say>["key"]
      | OutcomeOf<Extract<S[number], Run>>
      | (Branches<S> extends infer B ? (B extends Steps ? Said<B> : never) : never);
type OutcomeOf<R> = R extends Run ? Exclude<R["outcomes"], undefined>[number] : never;
type Done<S extends Steps> = Steps extends S
  ? string
  :
      | Extract<S[number], Run>["action"]
      | (Branches<S> extends infer B ? (B extends Steps ? Done<B> : never) : never);

/** The answers of a finished talk: those in branches may be missing. */
export type AnswersOf<F> =
  F extends Flow<infer Q, infer S>
    ? { readonly [K in Top<S> & keyof Q]: ValueOf<Q[K]> } & {
        readonly [K in Nested<S> & keyof Q]?: ValueOf<Q[K]>;
      }
    : never;

/** Every text a conversation needs: what it says, its questions, and the labels of their options. */
export type TextKeysOf<F> =
  F extends Flow<infer Q, infer S>
    ? Said<S> | { [K in keyof Q & string]: QuestionKeys<K, Q[K]> }[keyof Q & string]
    : never;
type QuestionKeys<K extends string, Q> = Q extends Subject ? never : AskKey<K, Q> | LabelKeys<K, Q>;
type AskKey<K extends string, Q> = Q extends { readonly labels: { readonly asks: string } }
  ? never
  : `${K}.ask`;
type LabelKeys<K extends string, Q> = Q extends { readonly labels: SharedLabels }
  ? never
  : Q extends Choice<infer O> | Several<infer O>
    ? `${K}.${O}`
    : never;

/** The names of the actions a conversation asks for. */
export type ActionsOf<F> = F extends Flow<Questions, infer S> ? Done<S> : never;

/** The questions of a flow in the order they are declared. */
export const questionsOf = (flow: Flow): readonly (readonly [string, Question])[] =>
  Object.entries(flow.questions);

/** Every step of a flow, branches included, each once. */
export function* everyStep(steps: Steps): Generator<Step> {
  for (const step of steps) {
    yield step;
    if (step.kind === "when") yield* everyStep(step.then);
  }
}
