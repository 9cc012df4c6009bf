import { describe, expect, it } from "vitest";
import { emptyThread, withEcho, withMessages, withoutEcho } from "../../server/sim/browser/thread.ts";
import type { SimMessage } from "../../server/sim/sim-message.ts";

const message = (id: string, text: string, more: Partial<SimMessage> = {}): SimMessage => ({
  id,
  direction: "out",
  at: "2026-11-21T14:02:00.000Z",
  text,
  language: "en",
  payload: null,
  status: "sent",
  segments: null,
  ...more,
});
const at = "2026-11-21T14:02:00.000Z";

describe("what a handset knows of a talk", () => {
  it("a reply is seen at once, and only once when the server has it too", () => {
    const echoed = withEcho(emptyThread, "echo-1", { kind: "text", text: "hi" }, at);
    expect(echoed.echoes.map(({ text, status }) => [text, status])).toEqual([["hi", "sending"]]);
    const known = withMessages(echoed, { messages: [message("m1", "hi", { direction: "in" })], cursor: "1" });
    expect([known.messages.map(({ text }) => text), known.echoes, known.cursor]).toEqual([["hi"], [], "1"]);
  });

  it("a reply that was refused is taken back", () => {
    const echoed = withEcho(emptyThread, "echo-1", { kind: "text", text: "hi" }, at);
    expect(withoutEcho(echoed, "echo-1").echoes).toEqual([]);
  });

  it("a tapped button is seen as its label", () => {
    const buttons = [{ id: "join/language/ar", label: "العربية" }];
    const echoed = withEcho(emptyThread, "echo-1", { kind: "choice", ...buttons[0]! }, at);
    expect(echoed.echoes[0]?.text).toBe("العربية");
    const asked = withMessages(emptyThread, {
      messages: [message("m1", "Language?", { payload: { kind: "buttons", text: "Language?", buttons } })],
      cursor: "1",
    });
    const tapped = { messages: [message("m2", "join/language/ar", { direction: "in" })], cursor: "2" };
    expect(withMessages(asked, tapped).messages.at(-1)?.text).toBe("العربية");
  });

  it("a tapped button is seen as its label after the page was loaded again", () => {
    const buttons = [{ id: "join/language/ar", label: "العربية" }];
    const messages = [
      message("m1", "Language?", { payload: { kind: "buttons", text: "Language?", buttons } }),
      message("m2", "join/language/ar", { direction: "in" }),
    ];
    expect(withMessages(emptyThread, { messages, cursor: "2" }).messages.at(-1)?.text).toBe("العربية");
  });

  it("a message told again with a later status is shown once, in its place", () => {
    const first = withMessages(emptyThread, {
      messages: [message("m1", "a"), message("m2", "b")],
      cursor: "2",
    });
    const again = withMessages(first, {
      messages: [message("m1", "a", { status: "delivered" })],
      cursor: "3",
    });
    expect(again.messages.map(({ id, status }) => [id, status])).toEqual([
      ["m1", "delivered"],
      ["m2", "sent"],
    ]);
  });
});
