import { describe, expect, test } from "vitest";
import type { Utterance } from "../../bot/inbound/talk.ts";
import { languages } from "../../domain/language.ts";
import { putOnScreen } from "../../flows/engine/put-on-screen.ts";
import { sharedLabels } from "../../flows/engine/question.ts";
import { type FlowId, flowOf, flows, isFlowId } from "../../flows/index.ts";
import type { CommonKey } from "../../locales/language-pack.ts";
import { flawsOf } from "./find-flaws.ts";
import { renderings, shown } from "./renderings.ts";
import { isOfJobs, isRead } from "./take-path.ts";

const nothingOffered = { words: () => [], offered: () => [], country: null, today: "2026-11-24" };

const common = (key: CommonKey): Utterance => ({ namespace: "common", key });
const ending = (namespace: FlowId, key: string): Utterance => ({ namespace, key });

/** What may be said before any question. */
const beforeAny: readonly Utterance[] = [
  common("misunderstood.person"),
  common("superseded"),
  common("reminder"),
  common("started"),
  common("caseClosed"),
];
/** What a short talk ends with that came in between; the question of joining follows. */
const beforeJoining: readonly Utterance[] = [
  ending("language", "changed"),
  ending("leave", "jobsStopped"),
  ending("leave", "stayed"),
  ending("delete-me", "kept"),
];
const misses = {
  choice: ["misunderstood.choice", "ambiguous"],
  pick: ["misunderstood.choice", "ambiguous"],
  several: ["misunderstood.several", "ambiguous"],
  text: ["misunderstood.text"],
  place: ["misunderstood.place"],
  number: ["misunderstood.number", "refused.number"],
  phone: ["misunderstood.phone"],
  email: ["misunderstood.email"],
  date: ["misunderstood.date", "refused.dayPast", "refused.dayTooFar"],
  wage: ["misunderstood.wage", "refused.wageAmbiguous", "refused.wageCurrency", "refused.wagePeriod"],
  subject: [],
} as const satisfies Readonly<Record<string, readonly CommonKey[]>>;

const questions = Object.keys(flows)
  .filter(isFlowId)
  .flatMap((flow) =>
    Object.entries(flowOf(flow).questions).map(([key, question]) => ({ flow, key, question })),
  )
  // What a conversation is about is not asked.
  .filter(({ question }) => question.kind !== "subject");

describe.each(languages)("a question in %s that comes again, with the reason before it", (language) => {
  test.each(renderings.filter(({ capabilities }) => capabilities.canReply))("fits on $name", (to) => {
    const flaws = questions.flatMap(({ flow, key, question }) => {
      const asked = { flow, asked: putOnScreen(key, question, null, nothingOffered) };
      const notes = [
        ...misses[question.kind].map(common),
        ...beforeAny,
        ...(flow === "join" ? beforeJoining : []),
      ];
      return notes.flatMap((note) =>
        flawsOf(
          shown({ says: [note], asked }, language, to),
          language,
          to,
          isRead(flow, key)
            ? "consent"
            : isOfJobs(flow)
              ? "job"
              : sharedLabels(question) === null
                ? "usual"
                : "list",
        ).map((flaw) => `${note.key} + ${flow} ${key} ${flaw}`),
      );
    });
    expect(flaws).toEqual([]);
  });
});

describe.each(languages)("what is said alone in %s", (language) => {
  const alone: readonly CommonKey[] = [
    "help",
    "textOnly",
    "editSeen",
    "tooLong",
    "trouble",
    "waiting",
    "started",
    "caseClosed",
  ];
  test.each(renderings.filter(({ capabilities }) => capabilities.canReply))("fits on $name", (to) => {
    const flaws = alone.flatMap((key) =>
      flawsOf(shown({ says: [common(key)], asked: null }, language, to), language, to).map(
        (flaw) => `${key} ${flaw}`,
      ),
    );
    expect(flaws).toEqual([]);
  });
});
