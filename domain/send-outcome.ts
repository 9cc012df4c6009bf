/** Why a provider refused, in our words; what to do about each stands in `sendPolicy`. Source of the classes: the providers' error lists, kept as data beside each channel. */
export const refusalClasses = [
  "opt_out",
  "window_closed",
  "invalid_address",
  "unreachable",
  "throttled",
  "content",
  "template",
  "configuration",
  "expired",
] as const;
export type RefusalClass = (typeof refusalClasses)[number];

/** What is known after trying to hand one payload to a provider. */
export type SendOutcome =
  /** The provider took it and gave it an id. */
  | { readonly kind: "accepted"; readonly providerId: string }
  /** The provider answered that it did not take it. */
  | {
      readonly kind: "refused";
      readonly refusal: RefusalClass;
      readonly code: string;
      readonly detail: string;
      readonly retryAfterMs?: number;
    }
  /** It certainly never left: no connection could be made. Safe to try again. */
  | { readonly kind: "not_sent"; readonly detail: string }
  /** It may or may not have been taken: a timeout, a cut line or a server fault after the request went out. Never safe to repeat blindly. */
  | { readonly kind: "unknown"; readonly detail: string };

/** What a provider says when asked afterwards whether it took a message. */
export type LookUpOutcome =
  | { readonly kind: "found"; readonly providerId: string; readonly status: string }
  | { readonly kind: "absent" }
  /** It did not answer: nothing is known yet. */
  | { readonly kind: "no_answer"; readonly detail: string };
