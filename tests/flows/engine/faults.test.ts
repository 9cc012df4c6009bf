import { describe, expect, test } from "vitest";
import { faults } from "../../../flows/engine/faults.ts";
import type { Flow } from "../../../flows/engine/flow.ts";
import {
  choice,
  formerly,
  number,
  type Questions,
  several,
  text,
  yesNo,
} from "../../../flows/engine/question.ts";
import { end, run, type Steps, say } from "../../../flows/engine/step.ts";
import { flowOf, flows, isFlowId } from "../../../flows/index.ts";

const ask = (key: string) => ({ kind: "ask", key }) as const;
const when = (key: string, is: string, then: Steps) => ({ kind: "when", key, is, then }) as const;
const made = (questions: Questions, steps: Steps, id = "made"): Flow => ({
  id,
  version: 1,
  questions,
  steps,
});
const a = { a: yesNo() };

test.each(Object.keys(flows).filter(isFlowId))("the conversation %s is sound", (id) => {
  expect(faults(flowOf(id))).toEqual([]);
  expect(flowOf(id).id).toBe(id);
});

describe("a conversation is not sound where", () => {
  const planted: readonly (readonly [what: string, flow: Flow, fault: string])[] = [
    ["a question is asked twice", made(a, [ask("a"), ask("a")]), "asked twice: a"],
    [
      "a branch asks again what was asked before it",
      made(a, [ask("a"), when("a", "yes", [ask("a")])]),
      "asked twice: a",
    ],
    ["a text is said twice", made(a, [say("x"), ask("a"), say("x")]), "said twice: x"],
    ["an action is run twice", made(a, [run("x"), ask("a"), run("x")]), "run twice: x"],
    [
      "an answer decides that was not given yet",
      made(a, [when("a", "yes", []), ask("a")]),
      "decided on before it is asked: a",
    ],
    [
      "an answer decides that only some have given",
      made({ ...a, b: yesNo() }, [ask("a"), when("a", "no", [ask("b")]), when("b", "yes", [])]),
      "decided on before it is asked: b",
    ],
    [
      "something follows the end",
      made(a, [ask("a"), end(), say("x")]),
      "steps after an end are never reached",
    ],
    ["a question is never asked", made({ ...a, b: yesNo() }, [ask("a")]), "never asked: b"],
    [
      "the name is too long for a button",
      made(a, [ask("a")], "a-name-of-twenty-one-s"),
      "not a short ASCII word: a-name-of-twenty-one-s",
    ],
    ["a question's name is not ASCII", made({ âge: text(3) }, [ask("âge")]), "not a short ASCII word: âge"],
    [
      "an option is longer than the number of any entry",
      made({ a: choice("123456789012345678901") }, [ask("a")]),
      "not a short ASCII word: 123456789012345678901",
    ],
    ["a question is called by a number", made({ "7": yesNo() }, [ask("7")]), "not a short ASCII word: 7"],
    [
      "an option holds the sign that parts a button's id",
      made({ a: choice("x/y") }, [ask("a")]),
      "not a short ASCII word: x/y",
    ],
    [
      "an option is called as the button Back",
      made({ a: choice("back") }, [ask("a")]),
      "no name for an option: back",
    ],
    [
      "an option is called as the question's text",
      made({ a: choice("ask") }, [ask("a")]),
      "no name for an option: ask",
    ],
    [
      "two questions had one name",
      made({ a: yesNo(), b: formerly(["a"], yesNo()) }, [ask("a"), ask("b")]),
      "two questions share the name: a",
    ],
    ["there is nothing to choose from", made({ a: choice() }, [ask("a")]), "cannot be answered: a"],
    [
      "more must be given than there is",
      made({ a: several(choice("x"), 2) }, [ask("a")]),
      "cannot be answered: a",
    ],
    ["no number is between the bounds", made({ a: number(2, 1) }, [ask("a")]), "cannot be answered: a"],
    ["no text is short enough", made({ a: text(0) }, [ask("a")]), "cannot be answered: a"],
    ["an option is offered twice", made({ a: choice("x", "x") }, [ask("a")]), "offered twice: a.x"],
  ];
  test.each(planted)("%s", (_what, flow, fault) => {
    expect(faults(flow)).toEqual([fault]);
  });
});

test("a text or action may stand in two branches, and behind a branch that is one of them", () => {
  const steps = [
    ask("a"),
    when("a", "yes", [run("x"), say("y"), end()]),
    when("a", "no", [run("x"), say("y"), end()]),
  ];
  expect(faults(made(a, steps))).toEqual([]);
});
