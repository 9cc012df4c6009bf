import fc from "fast-check";
import { faults } from "../../flows/engine/faults.ts";
import type { Flow } from "../../flows/engine/flow.ts";
import {
  date,
  dayAhead,
  email,
  isHandedIn,
  number,
  phone,
  pick,
  place,
  type Question,
  text,
  wage,
} from "../../flows/engine/question.ts";
import type { Value } from "../../flows/engine/session.ts";
import type { Step, Steps } from "../../flows/engine/step.ts";
import { flowOf, flows, isFlowId } from "../../flows/index.ts";

export const ask = (key: string): Step => ({ kind: "ask", key });
export const when = (key: string, is: string, then: Steps): Step => ({ kind: "when", key, is, then });

const options = (most: number): fc.Arbitrary<readonly string[]> =>
  fc.integer({ min: 1, max: most }).map((count) => Array.from({ length: count }, (_, at) => `o${at}`));

/** Of all kinds that are asked, lists of more than one screen among them. */
export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("choice" as const),
      options: options(5),
      consequential: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: options(20).map((of): Question => ({ kind: "choice", options: of })) },
  {
    weight: 2,
    arbitrary: options(12).map((of): Question => ({ kind: "several", options: of, most: of.length })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      text(40),
      number(0, 60),
      place(),
      phone(),
      date(),
      dayAhead(30),
      wage(),
      email(),
      number(1, 9),
      pick("jobs"),
      pick("nothing"),
    ),
  },
);

/** One question with what may stand around it. */
const anyPart = fc.record({
  question: anyQuestion,
  says: fc.boolean(),
  runs: fc.boolean(),
  /** Only for those who gave this option of an earlier question: how far back, which option. */
  branch: fc.option(
    fc.record({ back: fc.integer({ min: 1, max: 3 }), option: fc.nat(4), ends: fc.boolean() }),
  ),
});

/** A conversation that nobody wrote: up to seven questions, some in branches, with texts and actions between. */
export const madeFlow: fc.Arbitrary<Flow> = fc
  .array(anyPart, { minLength: 1, maxLength: 7 })
  .map((parts): Flow => {
    const steps: Step[] = [];
    const asked: [key: string, question: Question][] = [];
    parts.forEach(({ question, says, runs, branch }, at) => {
      const key = `q${at}`;
      const around: Step[] = [
        ...(says ? [{ kind: "say", key: `text${at}` } as const] : []),
        ask(key),
        ...(runs ? [{ kind: "run", action: `act${at}` } as const] : []),
      ];
      const [on, decides] = asked.at(-(branch?.back ?? 1)) ?? [];
      const is =
        decides !== undefined && "options" in decides ? decides.options[branch?.option ?? 0] : undefined;
      if (branch === null || on === undefined || is === undefined) {
        steps.push(...around);
        asked.push([key, question]);
      } else {
        const ending: Step[] = branch.ends ? [{ kind: "end" }] : [];
        steps.push(when(on, is, [...around, ...ending]));
      }
    });
    const questions = Object.fromEntries(parts.map(({ question }, at) => [`q${at}`, question]));
    return { id: "made", version: 1, questions, steps };
  })
  .filter((flow) => faults(flow).length === 0);

/** What a host hands in when it begins a conversation: what it is about, and what a command has said already. */
export const handedTo = (flow: Flow): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(flow.questions).flatMap(([key, question]): readonly (readonly [string, Value])[] => {
      if (question.kind === "subject") return [[key, "s7"]];
      const [first] = question.kind === "choice" && isHandedIn(question) ? question.options : [];
      return first === undefined ? [] : [[key, first]];
    }),
  );

/** Ours, or one that nobody wrote. */
export const anyFlow: fc.Arbitrary<Flow> = fc.oneof(
  fc.constantFrom(...Object.keys(flows).filter(isFlowId).map(flowOf)),
  madeFlow,
);
