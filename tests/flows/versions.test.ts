import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { start } from "../../flows/engine/advance.ts";
import type { Flow } from "../../flows/engine/flow.ts";
import { choice, formerly, type Questions, rev, text } from "../../flows/engine/question.ts";
import { flowOf, flows, isFlowId } from "../../flows/index.ts";
import { replies, through } from "./any-reply.ts";
import { anyAnswer, checkRelease, reader } from "./check-release.ts";
import { releaseFaults } from "./release-faults.ts";

const folder = new URL("../../flows/versions/", import.meta.url);
const names = readdirSync(folder);
const onRecord = (id: string, version: number): unknown =>
  JSON.parse(readFileSync(new URL(`${id}@${version}.json`, folder), "utf8"));

const ids = Object.keys(flows).filter(isFlowId);

describe.each(ids)("the conversation %s", (id) => {
  const flow = flowOf(id);

  test("is on record as it is; whoever changes it raises its version and runs `npm run flows:record`", () => {
    expect(names).toContain(`${id}@${flow.version}.json`);
    expect(onRecord(id, flow.version)).toEqual(JSON.parse(JSON.stringify(flow)));
  });

  test("has every version on record that members may still be in", () => {
    const expected = Array.from({ length: flow.version }, (_, at) => `${id}@${at + 1}.json`);
    expect(names.filter((name) => name.startsWith(`${id}@`)).toSorted()).toEqual(expected.toSorted());
  });

  const releases = Array.from({ length: flow.version - 1 }, (_, at) => at + 1);
  test.each(releases)("takes over whoever is in version %i of it", (version) => {
    const before = onRecord(id, version) as Flow;
    expect(releaseFaults(before, onRecord(id, version + 1) as Flow)).toEqual([]);
    fc.assert(
      fc.property(replies, anyAnswer, (some, answer) =>
        checkRelease([before], flow, through(before, start(before, reader).session, some, reader), answer),
      ),
      { numRuns: 200 },
    );
  });
});

test("no conversation is on record that has gone without a word", () => {
  const gone = names.filter((name) => !isFlowId(name.split("@")[0] ?? ""));
  expect(gone).toEqual([]);
});

describe("a release is refused where", () => {
  const made = (questions: Questions): Flow => ({
    id: "f",
    version: 1,
    questions,
    steps: [],
  });
  const a = rev(2, choice("x", "y"));
  const b = formerly(["z"], text(9));
  const before = made({ a, b });
  test.each<readonly [what: string, questions: Questions, fault: string]>([
    [
      "a question is of another kind, with the same revision",
      { a: rev(2, text(9)), b },
      "a is of another kind and needs a higher revision",
    ],
    ["a revision goes down", { a: choice("x", "y"), b }, "a has a lower revision than before"],
    ["a former name is forgotten", { a, b: text(9) }, "b is no longer known as z"],
    [
      "a former name is forgotten in renaming",
      { a, c: formerly(["b"], text(9)) },
      "b is no longer known as z",
    ],
  ])("%s", (_what, questions, fault) => {
    expect(releaseFaults(before, made(questions))).toEqual([fault]);
  });
  test("and taken where nobody is misread", () => {
    const after = made({ a: rev(3, text(9)), c: formerly(["b", "z"], text(9)) });
    expect(releaseFaults(before, after)).toEqual([]);
    expect(releaseFaults(before, made({}))).toEqual([]);
  });
});
