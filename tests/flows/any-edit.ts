import fc from "fast-check";
import { faults } from "../../flows/engine/faults.ts";
import { everyStep, type Flow } from "../../flows/engine/flow.ts";
import { type Question, revisionOf } from "../../flows/engine/question.ts";
import type { Step, Steps } from "../../flows/engine/step.ts";
import { anyQuestion, ask, when } from "./any-flow.ts";

/** One change between two releases; the same for the same dice. */
type Edit = (flow: Flow, dice: Dice) => Flow;
interface Dice {
  /** Chooses a question or a place in the script. */
  readonly one: number;
  readonly other: number;
  readonly question: Question;
  /** A name that nothing has yet. */
  readonly name: string;
}

const pickOf = <T>(list: readonly T[], die: number): T | undefined => list[die % Math.max(1, list.length)];
const keyOf = (flow: Flow, { one }: Dice): string | undefined => pickOf(Object.keys(flow.questions), one);

/** Every list of steps of a script, changed; a branch is changed before the step that leads into it. */
const mapped = (steps: Steps, change: (step: Step) => Steps): Steps =>
  steps.flatMap((step) =>
    change(step.kind === "when" ? when(step.key, step.is, mapped(step.then, change)) : step),
  );

/** Questions that are asked nowhere any more are not declared any more. */
function pruned(flow: Flow): Flow {
  const asked = new Set(
    [...everyStep(flow.steps)].flatMap((step) => (step.kind === "ask" ? [step.key] : [])),
  );
  const questions = Object.fromEntries(Object.entries(flow.questions).filter(([key]) => asked.has(key)));
  const steps = mapped(flow.steps, (step) =>
    step.kind === "when" && questions[step.key] === undefined ? [] : [step],
  );
  return { ...flow, questions, steps };
}

const withQuestion = (flow: Flow, key: string, change: (question: Question) => Question): Flow => {
  const question = flow.questions[key];
  return question === undefined
    ? flow
    : { ...flow, questions: { ...flow.questions, [key]: change(question) } };
};

const insert: Edit = (flow, { one, question, name }) => ({
  ...flow,
  questions: { ...flow.questions, [name]: question },
  steps: flow.steps.toSpliced(one % (flow.steps.length + 1), 0, ask(name)),
});

const without = (flow: Flow, key: string | undefined): Flow =>
  pruned({
    ...flow,
    steps: mapped(flow.steps, (step) =>
      "key" in step && step.kind !== "say" && step.key === key ? [] : [step],
    ),
  });

const remove: Edit = (flow, dice) => without(flow, keyOf(flow, dice));

const rename: Edit = (flow, dice) => {
  const key = keyOf(flow, dice);
  if (key === undefined) return flow;
  const questions = Object.fromEntries(
    Object.entries(flow.questions).map(([name, question]) =>
      name === key
        ? [dice.name, { ...question, formerly: [key, ...(question.formerly ?? [])] }]
        : [name, question],
    ),
  );
  const renamed = (step: Step): Steps =>
    (step.kind === "ask" || step.kind === "when") && step.key === key
      ? [{ ...step, key: dice.name }]
      : [step];
  return { ...flow, questions, steps: mapped(flow.steps, renamed) };
};

const reorder: Edit = (flow, { one, other }) => {
  const step = pickOf(flow.steps, one);
  if (step === undefined) return flow;
  const rest = flow.steps.toSpliced(one % flow.steps.length, 1);
  return { ...flow, steps: rest.toSpliced(other % (rest.length + 1), 0, step) };
};

/** Options turned round, one of them gone, and one that is new in front. */
const changeOptions: Edit = (flow, dice) => {
  const key = keyOf(flow, dice);
  const question = key === undefined ? undefined : flow.questions[key];
  if (key === undefined || question === undefined || !("options" in question)) return flow;
  const gone = question.options.length > 1 ? pickOf(question.options, dice.other) : undefined;
  const options = [dice.name, ...question.options.filter((option) => option !== gone).toReversed()];
  const most = question.kind === "several" ? { most: Math.min(question.most, options.length) } : {};
  const steps = mapped(flow.steps, (step) =>
    step.kind === "when" && step.key === key && step.is === gone ? [] : [step],
  );
  return pruned({
    ...withQuestion(flow, key, (before): Question => ({ ...before, options, ...most }) as Question),
    steps,
  });
};

const bumpRev: Edit = (flow, dice) =>
  withQuestion(flow, keyOf(flow, dice) ?? "", (question) => ({ ...question, rev: revisionOf(question) + 1 }));

const edits = { insert, remove, rename, reorder, changeOptions, bumpRev } as const;

/** The next release of a conversation, one to three changes later. A change that would make it unsound is not made. */
export type NextRelease = (flow: Flow) => Flow;

const anyDice = (place: number): fc.Arbitrary<Dice> =>
  fc.record({ one: fc.nat(40), other: fc.nat(40), question: anyQuestion, name: fc.constant(`new${place}`) });

export const anyRelease = (round: number): fc.Arbitrary<NextRelease> =>
  fc
    .array(
      fc
        .tuple(fc.constantFrom(...Object.values(edits)), fc.nat(1_000_000))
        .chain(([edit, salt]) => anyDice(round * 10_000_000 + salt).map((dice) => ({ edit, dice }))),
      { minLength: 1, maxLength: 3 },
    )
    .map(
      (changes): NextRelease =>
        (flow) =>
          changes.reduce(
            (before, { edit, dice }) => {
              const after = edit(before, dice);
              return faults(after).length === 0 ? after : before;
            },
            { ...flow, version: flow.version + 1 },
          ),
    );

/** The release that no longer asks what is on the screen. */
export const withoutAsked = (flow: Flow, key: string): Flow => {
  const after = { ...without(flow, key), version: flow.version + 1 };
  return faults(after).length === 0 ? after : flow;
};
