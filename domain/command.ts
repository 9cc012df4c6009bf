/** What a person may ask for at any time, whatever conversation is under way. Read before any flow, and shadowed by none. */
export type Command =
  /** Take the last answer back. */
  | { readonly kind: "back" }
  | { readonly kind: "menu" }
  | { readonly kind: "help" }
  /** No more messages: none at all, or none on one topic. */
  | { readonly kind: "stop"; readonly topic: "all" | "jobs" }
  /** Receive messages again; for somebody new, join. */
  | { readonly kind: "start" }
  | { readonly kind: "language" }
  /** See what is kept about me. */
  | { readonly kind: "me" }
  /** Have everything about me erased. */
  | { readonly kind: "delete" }
  | { readonly kind: "person" };
