/** Says a text. */
export interface Say<K extends string = string> {
  readonly kind: "say";
  readonly key: K;
}
/** Asks a question, unless it has been answered. */
export interface Ask<K extends string = string> {
  readonly kind: "ask";
  readonly key: K;
}
/** A part of the talk for those who gave one answer. */
export interface When<K extends string = string, V extends string = string, S extends Steps = Steps> {
  readonly kind: "when";
  readonly key: K;
  readonly is: V;
  readonly then: S;
}
/** Asks the host to do something, by name, once. How it turned out the host says itself, in one of the texts named. */
export interface Run<A extends string = string, O extends string = string> {
  readonly kind: "run";
  readonly action: A;
  readonly outcomes?: readonly O[];
}
/** Ends the talk here. */
export interface End {
  readonly kind: "end";
}

export type Step = Say | Ask | When | Run | End;
export type Steps = readonly Step[];

export const say = <const K extends string>(key: K): Say<K> => ({ kind: "say", key });
export function run<const A extends string>(action: A): Run<A, never>;
export function run<const A extends string, const O extends string>(
  action: A,
  ...outcomes: readonly [O, ...O[]]
): Run<A, O>;
export function run(action: string, ...outcomes: readonly string[]): Run {
  return outcomes.length === 0 ? { kind: "run", action } : { kind: "run", action, outcomes };
}
export const end = (): End => ({ kind: "end" });
