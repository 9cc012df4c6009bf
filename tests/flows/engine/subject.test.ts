import { describe, expect, test } from "vitest";
import { advance, askAgain, start } from "../../../flows/engine/advance.ts";
import { everyPath } from "../../../flows/engine/every-path.ts";
import { faults } from "../../../flows/engine/faults.ts";
import { about } from "../../../flows/engine/flow.ts";
import { goBack } from "../../../flows/engine/go-back.ts";
import { choice, handedIn, labelled, sharedLabels, subject, yesNo } from "../../../flows/engine/question.ts";
import { run, say } from "../../../flows/engine/step.ts";
import { answersOf } from "../../../flows/engine/walk.ts";
import { readerWith } from "./reader-with.ts";

const reader = readerWith();
const { ask, flow } = about({ opening: subject(), want: yesNo() });
const offer = flow("offer", 1, [ask("want"), run("answerOffer", "thanks", "gone"), say("bye")]);

describe("what a conversation is about", () => {
  test("is handed in at the beginning, never asked, and known to the end", () => {
    const begun = start(offer, reader, { opening: "o7" });
    expect(begun.asked?.key).toBe("want");
    const done = advance(offer, begun.session, { kind: "text", text: "yes" }, reader);
    expect(done).toMatchObject({ heard: "understood", runs: ["answerOffer"], asked: null });
    expect(answersOf(offer, done.session)).toEqual({ opening: "o7", want: "yes" });
  });

  test("is no fault of a conversation, but to ask for it is one", () => {
    expect(faults(offer)).toEqual([]);
    expect(faults(flow("offer", 1, [ask("opening"), ask("want")]))).toEqual(["asked: opening"]);
  });

  test("is not gone back to, nor changed by a tap or by asking again", () => {
    const { session } = start(offer, reader, { opening: "o7" });
    expect(goBack(offer, session, reader)).toBeNull();
    const tapped = advance(offer, session, { kind: "tap", question: "opening", option: "o8" }, reader);
    expect(tapped).toMatchObject({ heard: "superseded", session: { answers: session.answers } });
    expect(askAgain(offer, session, reader).session.answers).toEqual(session.answers);
  });

  test("stands in no way through the conversation", () => {
    const ways = [...everyPath(offer)];
    expect(ways).toEqual([[["want", "yes"]], [["want", "no"]]]);
  });
});

test("how an action turned out is said by the host: the conversation itself says none of it", () => {
  const begun = start(offer, reader, { opening: "o7" });
  const done = advance(offer, begun.session, { kind: "text", text: "1" }, reader);
  expect(done.says).toEqual(["bye"]);
});

test("a choice that was handed in, like a command's topic, is not gone back to", () => {
  const known = about({ kind: handedIn(choice("work", "skill")), sure: yesNo() });
  const of = known.flow("papers", 1, [known.ask("kind"), known.ask("sure")]);
  const { session } = start(of, reader, { kind: "skill" });
  expect(goBack(of, session, reader)).toBeNull();
  expect(faults(of)).toEqual([]);
});

test("a choice with labels of a shared list says where they stand, and is read as any other", () => {
  const kind = labelled({ from: "livelihoods", as: "work", asks: "kind.ask" }, choice("cook", "baker"));
  expect(sharedLabels(kind)).toEqual({ from: "livelihoods", as: "work", asks: "kind.ask" });
  expect(sharedLabels(yesNo())).toBeNull();
  expect(sharedLabels(undefined)).toBeNull();
  const of = about({ kind });
  const talk = of.flow("kinds", 1, [of.ask("kind")]);
  const heard = advance(talk, start(talk, reader).session, { kind: "text", text: "2" }, reader);
  expect(heard.session.answers.kind?.value).toBe("baker");
});
