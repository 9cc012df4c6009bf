/** What stays of a message to a person when its words are erased: a text that says nothing, which can still be read as a payload. */
export const erasedPayload = JSON.stringify({ kind: "text", text: "" });

/** What stays of a message from a person: nothing that she wrote, tapped or sent along. */
export const erasedInbound = { text: "", choice: null, unread: "{}" } as const;
