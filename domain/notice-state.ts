/**
 * Where a notice stands. `freezing`: approved, and its recipients are being written down; nothing leaves before all of
 * them are.
 */
export const noticeStates = [
  "draft",
  "awaiting_approval",
  "freezing",
  "sending",
  "paused",
  "done",
  "cancelled",
  "expired",
] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What can happen to a notice. */
export const noticeEvents = [
  /** The writer asks for approval. */
  "submit",
  /** A step back: to the writer, who may change it again; or, when more people were found than she may write to alone, to approval. */
  "return",
  /** Whoever may has said yes. */
  "approve",
  /** The last recipient is written down. */
  "frozen",
  "pause",
  "resume",
  "cancel",
  /** Nothing is left to send, and nothing is on its way. */
  "finish",
  /** Its last moment has passed. */
  "expire",
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

const after: Readonly<Record<NoticeState, Partial<Readonly<Record<NoticeEvent, NoticeState>>>>> = {
  draft: { submit: "awaiting_approval", approve: "freezing", cancel: "cancelled" },
  awaiting_approval: { approve: "freezing", return: "draft", cancel: "cancelled", expire: "expired" },
  freezing: { frozen: "sending", return: "awaiting_approval", cancel: "cancelled", expire: "expired" },
  sending: { pause: "paused", finish: "done", cancel: "cancelled", expire: "expired" },
  paused: { resume: "sending", cancel: "cancelled", expire: "expired" },
  done: {},
  cancelled: {},
  expired: {},
};

/** The state after an event; null where it cannot happen, and nothing changes. */
export const noticeAfter = (state: NoticeState, event: NoticeEvent): NoticeState | null =>
  after[state][event] ?? null;
