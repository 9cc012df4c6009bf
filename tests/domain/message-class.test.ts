import { describe, expect, it } from "vitest";
import { mayRepeat, messageClasses, messageRules, priorityOf } from "../../domain/message-class.ts";
import { nextAllowedAt } from "../../domain/quiet-hours.ts";

describe("the classes of messages", () => {
  it("answers leave before alerts, alerts before reminders, reminders before notices", () => {
    expect(messageClasses.toSorted((one, other) => priorityOf(one) - priorityOf(other))).toEqual([
      "reply",
      "alert",
      "reminder",
      "notice",
    ]);
    expect(priorityOf("reply")).toBe(1);
  });

  it("only an answer to a person's own message may come at night", () => {
    expect(messageClasses.filter((messageClass) => !messageRules[messageClass].keepsQuietHours)).toEqual([
      "reply",
    ]);
  });

  it("nothing that waits for the morning expires in the night", () => {
    const evening = new Date("2026-11-20T20:00:00Z");
    const night = nextAllowedAt(evening, null).getTime() - evening.getTime();
    for (const messageClass of messageClasses)
      expect(messageRules[messageClass].expiresAfterMs).toBeGreaterThan(night);
  });

  it("an answer whose fate is unknown is repeated once, within five minutes", () => {
    expect(mayRepeat("reply", 0, 299_999)).toBe(true);
    expect(mayRepeat("reply", 0, 300_000)).toBe(false);
    expect(mayRepeat("reply", 1, 0)).toBe(false);
  });

  it.each(["alert", "reminder", "notice"] as const)("no %s is ever sent twice", (messageClass) => {
    expect(mayRepeat(messageClass, 0, 0)).toBe(false);
  });
});
