import fc from "fast-check";
import { test } from "vitest";
import { start } from "../../flows/engine/advance.ts";
import { anyRelease, type NextRelease, withoutAsked } from "./any-edit.ts";
import { anyFlow, handedTo } from "./any-flow.ts";
import { replies, through } from "./any-reply.ts";
import { anyAnswer, checkRelease, reader } from "./check-release.ts";

test("whatever is changed in a conversation, those in the midst of it neither stick, nor are misread, nor lose an answer, nor hear anything twice", () => {
  fc.assert(
    fc.property(anyFlow, replies, anyRelease(1), anyAnswer, (flow, before, release, answer) => {
      const session = through(flow, start(flow, reader, handedTo(flow)).session, before, reader);
      checkRelease([flow], release(flow), session, answer);
    }),
    { numRuns: 1500 },
  );
}, 30_000);

test("nor when a second release follows before they have answered the first", () => {
  fc.assert(
    fc.property(
      anyFlow,
      replies,
      anyRelease(1),
      replies,
      anyRelease(2),
      anyAnswer,
      (flow, some, one, more, two, answer) => {
        const next = one(flow);
        const session = through(
          next,
          through(flow, start(flow, reader, handedTo(flow)).session, some, reader),
          more,
          reader,
        );
        checkRelease([flow, next], two(next), session, answer);
      },
    ),
    { numRuns: 700 },
  );
}, 30_000);

test("nor when the very question on the screen is taken out", () => {
  const release =
    (key: string): NextRelease =>
    (flow) =>
      withoutAsked(flow, key);
  fc.assert(
    fc.property(anyFlow, replies, anyAnswer, (flow, some, answer) => {
      const session = through(flow, start(flow, reader, handedTo(flow)).session, some, reader);
      checkRelease([flow], release(session.asked?.key ?? "")(flow), session, answer);
    }),
    { numRuns: 500 },
  );
}, 30_000);
