import { describe, expect, test } from "vitest";
import { advance, start, type Turn } from "../../../flows/engine/advance.ts";
import type { Flow } from "../../../flows/engine/flow.ts";
import { choice, formerly, type Question, rev, yesNo } from "../../../flows/engine/question.ts";
import type { Session } from "../../../flows/engine/session.ts";
import { run, type Steps, say } from "../../../flows/engine/step.ts";
import { answersOf } from "../../../flows/engine/walk.ts";
import { readerWith } from "./reader-with.ts";
import { lastTurn } from "./talk-through.ts";

const reader = readerWith();
const type = (of: Flow, session: Session, typed: string): Turn =>
  advance(of, session, { kind: "text", text: typed }, reader);
const tap = (of: Flow, session: Session, question: string, option: string): Turn =>
  advance(of, session, { kind: "tap", question, option }, reader);

/** A flow of plain data, as the next release might bring it. */
const made = (questions: Readonly<Record<string, Question>>, steps: Steps, version = 2): Flow => ({
  id: "made",
  version,
  questions,
  steps,
});
const asking = (key: string) => ({ kind: "ask", key }) as const;

describe("a conversation that is changed under way", () => {
  const before = made(
    { a: yesNo(), b: yesNo() },
    [say("hello"), asking("a"), run("note"), asking("b"), say("done")],
    1,
  );
  const atB = lastTurn(before, ["1"]).session;

  test("asks a question that was put in above, after taking the reply to the one on the screen", () => {
    const after = made({ z: yesNo(), a: yesNo(), b: yesNo() }, [
      say("hello"),
      asking("z"),
      ...before.steps.slice(1),
    ]);
    const turn = type(after, atB, "2");
    expect(turn).toMatchObject({ heard: "understood", says: [], runs: [], asked: { key: "z" } });
    expect(type(after, turn.session, "1")).toMatchObject({ says: ["done"], runs: [], asked: null });
  });

  test("leaves out a question that is gone, though it was on the screen", () => {
    const after = made({ a: yesNo(), c: yesNo() }, [say("hello"), asking("a"), run("note"), asking("c")]);
    const turn = type(after, atB, "2");
    expect(turn).toMatchObject({ heard: "superseded", says: [], runs: [], asked: { key: "c" } });
    expect(turn.session.answers).toEqual(atB.answers);
  });

  test("takes a digit for the option that stood there, in whatever order they stand today", () => {
    const trades = (...options: readonly string[]) => made({ t: choice(...options) }, [asking("t")]);
    const shown = start(trades("cook", "driver"), reader).session;
    expect(type(trades("care", "driver", "cook"), shown, "1").session.answers.t?.value).toBe("cook");
  });

  test("asks again where the option that was meant is gone, and does not blame the person", () => {
    const trades = (...options: readonly string[]) => made({ t: choice(...options) }, [asking("t")]);
    const shown = start(trades("cook", "driver"), reader).session;
    const turn = type(trades("driver", "care"), shown, "1");
    expect(turn).toMatchObject({ heard: "superseded", asked: { options: ["driver", "care"] } });
    expect(turn.session).toMatchObject({ answers: {}, retries: 0 });
  });

  test("keeps answers under a question's new name, and the reply to it too", () => {
    const after = made({ consent: formerly(["a"], yesNo()), last: formerly(["b"], yesNo()) }, [
      say("hello"),
      asking("consent"),
      run("note"),
      asking("last"),
      say("done"),
    ]);
    const turn = type(after, atB, "2");
    expect(turn).toMatchObject({ heard: "understood", says: ["done"], runs: [], asked: null });
    expect(answersOf(after, turn.session)).toEqual({ consent: "yes", last: "no" });
    expect(tap(after, atB, "b", "no").session.answers).toEqual(turn.session.answers);
  });

  test("asks anew what has a new meaning, and does with the new answer what it did with the old", () => {
    const after = made({ a: rev(2, yesNo()), b: yesNo() }, before.steps);
    const again = type(after, atB, "1");
    expect(again).toMatchObject({ heard: "understood", says: [], asked: { key: "a", rev: 2 } });
    expect(type(after, again.session, "1")).toMatchObject({ says: ["done"], runs: ["note"], asked: null });
  });

  test("does again what followed from an option that is gone", () => {
    const after = made({ a: choice("never", "always"), b: yesNo() }, before.steps);
    const again = type(after, atB, "1");
    expect(again.asked?.key).toBe("a");
    expect(type(after, again.session, "2")).toMatchObject({ says: ["done"], runs: ["note"], asked: null });
  });

  test("does not take a reply to the old meaning for one to the new", () => {
    const shown = start(before, reader).session;
    const after = made({ a: rev(2, yesNo()), b: yesNo() }, before.steps);
    const turn = type(after, shown, "1");
    expect(turn).toMatchObject({ heard: "superseded", asked: { key: "a", rev: 2 } });
    expect(turn.session.answers).toEqual({});
    // A tap under the old words, when the new ones are on the screen.
    expect(tap(after, turn.session, "a", "yes")).toMatchObject({
      heard: "superseded",
      session: { answers: {} },
    });
    expect(tap(after, turn.session, "a.2", "yes").session.answers.a?.value).toBe("yes");
  });
});
