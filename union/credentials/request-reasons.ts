/** Why a caseworker decides about a request as she does; each has its words for members and in the console. */
export const requestReasons = [
  "confirmed",
  "does_not_match",
  "attestor_doubtful",
  "not_confirmed",
  "duplicate",
  "other",
] as const;
export type RequestReason = (typeof requestReasons)[number];

/** A reason as it is kept: its name, and after a colon what the caseworker added. */
export interface KeptReason {
  /** Null where only words were kept. */
  readonly name: RequestReason | null;
  readonly words: string;
}

/** Reads a reason as it is kept with a request. */
export function readReason(kept: string): KeptReason {
  const [, before = "", words = ""] = /^([a-z_]+)(?:: ([\s\S]*))?$/.exec(kept.trim()) ?? [];
  const name = requestReasons.find((reason) => reason === before) ?? null;
  return name === null ? { name, words: kept.trim() } : { name, words: words.trim() };
}
