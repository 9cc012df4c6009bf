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
/** Asks the host to do something, by name, once. */
export interface Run<A extends string = string> {
  readonly kind: "run";
  readonly action: A;
}
/** Ends the talk here. */
export interface End {
  readonly kind: "end";
}

export type Step = Say | Ask | When | Run | End;
export type Steps = readonly Step[];

export const say = <const K extends string>(key: K): Say<K> => ({ kind: "say", key });
export const run = <const A extends string>(action: A): Run<A> => ({ kind: "run", action });
export const end = (): End => ({ kind: "end" });
