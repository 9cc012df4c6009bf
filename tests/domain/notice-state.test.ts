import { describe, expect, it } from "vitest";
import {
  type NoticeEvent,
  type NoticeState,
  noticeAfter,
  noticeEvents,
  noticeStates,
} from "../../domain/notice-state.ts";

/** All that may happen; whatever is not here may not. */
const moves: readonly (readonly [NoticeState, NoticeEvent, NoticeState])[] = [
  ["draft", "submit", "awaiting_approval"],
  ["draft", "approve", "freezing"],
  ["draft", "cancel", "cancelled"],
  ["awaiting_approval", "approve", "freezing"],
  ["awaiting_approval", "return", "draft"],
  ["awaiting_approval", "cancel", "cancelled"],
  ["awaiting_approval", "expire", "expired"],
  ["freezing", "frozen", "sending"],
  ["freezing", "return", "awaiting_approval"],
  ["freezing", "cancel", "cancelled"],
  ["freezing", "expire", "expired"],
  ["sending", "pause", "paused"],
  ["sending", "finish", "done"],
  ["sending", "cancel", "cancelled"],
  ["sending", "expire", "expired"],
  ["paused", "resume", "sending"],
  ["paused", "cancel", "cancelled"],
  ["paused", "expire", "expired"],
];

describe("a notice", () => {
  it.each(noticeStates.flatMap((state) => noticeEvents.map((event) => [state, event] as const)))(
    "that is %s, at %s",
    (state, event) => {
      const [, , to = null] = moves.find(([from, what]) => from === state && what === event) ?? [];
      expect(noticeAfter(state, event)).toBe(to);
    },
  );

  it("that has ended stays as it is", () => {
    for (const state of ["done", "cancelled", "expired"] as const)
      expect(noticeEvents.map((event) => noticeAfter(state, event)).filter((to) => to !== null)).toEqual([]);
  });

  it("reaches every state", () => {
    expect(new Set(["draft", ...moves.map(([, , to]) => to)])).toEqual(new Set(noticeStates));
  });
});
