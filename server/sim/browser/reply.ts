/** What a person does on a handset: types a text, or taps a choice, whose label she then sees as said. */
export type Reply =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "choice"; readonly id: string; readonly label: string };

/** The reply as its writer sees it. */
export const readableReply = (reply: Reply): string => (reply.kind === "text" ? reply.text : reply.label);
