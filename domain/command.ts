/** What a person may ask for at any time, whatever conversation is under way. Read before any flow, and shadowed by none. */
export type Command =
  /** Take the last answer back. */
  | { readonly kind: "back" }
  | { readonly kind: "menu" }
  | { readonly kind: "help" }
  /** No more messages: none at all, or none on one topic; or show papers to nobody any more. */
  | { readonly kind: "stop"; readonly topic: "all" | "jobs" | "sharing" }
  /** Receive messages again; for somebody new, join. */
  | { readonly kind: "start" }
  | { readonly kind: "language" }
  /** See what is kept about me. */
  | { readonly kind: "me" }
  /** Have everything about me erased. */
  | { readonly kind: "delete" }
  /** Offer work, or see what was offered. */
  | { readonly kind: "employer" }
  | { readonly kind: "person" }
  /** Ask for a paper, or see one's own. */
  | { readonly kind: "papers" }
  /** Let somebody see more of one's papers. */
  | { readonly kind: "share" }
  /** Ask whether a paper is good: the code as it was typed, perhaps with a PIN; null where there was none yet. */
  | { readonly kind: "verify"; readonly code: string | null }
  /** Follow the link in an invitation to confirm something. */
  | { readonly kind: "attestation"; readonly token: string };
