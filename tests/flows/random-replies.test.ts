import fc from "fast-check";
import { expect, test } from "vitest";
import { storedSession } from "../../bot/inbound/stored-session.ts";
import { advance, start } from "../../flows/engine/advance.ts";
import { goBack } from "../../flows/engine/go-back.ts";
import type { Reader } from "../../flows/engine/reply.ts";
import { createWords } from "../../locales/words.ts";
import { anyFlow, handedTo } from "./any-flow.ts";
import { anyReply } from "./any-reply.ts";

const { optionWords } = createWords();
const readerFor = (flow: string): Reader => ({
  words: (question, option) => optionWords(flow, question, option),
  offered: (source) => (source === "nothing" ? [] : [{ id: "j7", label: "Cook" }]),
  country: "LB",
  today: "2026-11-24",
});

test("whatever is written or tapped, nothing throws, no earlier answer changes, and the same gives the same", () => {
  fc.assert(
    fc.property(anyFlow, fc.array(anyReply, { maxLength: 14 }), (flow, replies) => {
      const reader = readerFor(flow.id);
      let { session } = start(flow, reader, handedTo(flow));
      for (const reply of replies) {
        const turn = advance(flow, session, reply, reader);
        expect(advance(flow, structuredClone(session), reply, reader)).toEqual(turn);
        expect(turn.session.answers).toMatchObject(session.answers);
        // At most the answer to the question on the screen, and to those behind it that answer themselves.
        const added = Object.keys(turn.session.answers).filter((key) => session.answers[key] === undefined);
        expect(
          added.filter((key) => key !== session.asked?.key && turn.session.answers[key]?.value !== "none"),
        ).toEqual([]);
        // It can be stored and found again as it is.
        expect(storedSession.parse(JSON.parse(JSON.stringify(turn.session)))).toEqual(turn.session);
        session = turn.session;
      }
    }),
    { numRuns: 1000 },
  );
}, 30_000);

test("from wherever a talk has come to, going back leads to its first question", () => {
  fc.assert(
    fc.property(anyFlow, fc.array(anyReply, { maxLength: 10 }), (flow, replies) => {
      const reader = readerFor(flow.id);
      let { session } = start(flow, reader, handedTo(flow));
      const { asked: first } = start(flow, reader, handedTo(flow));
      for (const reply of replies) session = advance(flow, session, reply, reader).session;
      let steps = 0;
      for (let back = goBack(flow, session, reader); back !== null; back = goBack(flow, session, reader)) {
        session = back.session;
        steps += 1;
        expect(steps).toBeLessThanOrEqual(Object.keys(flow.questions).length);
      }
      if (steps > 0) expect(session.asked).toEqual(first);
    }),
    { numRuns: 300 },
  );
}, 30_000);
