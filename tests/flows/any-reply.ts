import fc from "fast-check";
import { advance } from "../../flows/engine/advance.ts";
import type { Flow } from "../../flows/engine/flow.ts";
import type { Reader, Reply } from "../../flows/engine/reply.ts";
import type { Asked, Session } from "../../flows/engine/session.ts";

/** UTF-16 as it may arrive: halves of characters, NUL, controls and marks of direction included. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

const digits = fc.constantFrom(
  ..."0123456789",
  ..."٠١٢٣٤٥٦٧٨٩",
  ..."۱۲۳",
  ..."१२३",
  ..."１２３",
  "10",
  "99",
  "1 2",
  "no 1",
  "(2)",
);
const words = fc.constantFrom(
  "yes",
  "نعم",
  "oui",
  "cook",
  "Amal",
  "حلب",
  "5 3 1990",
  "25 11 2026",
  "500 TRY a month",
  "500",
  "amal@example.org",
  "+961 3 123 456",
  "12",
  "",
  " ",
  "?",
);
const long = anyUnits.filter((text) => text.length > 0).map((text) => text.repeat(10_000).slice(0, 10_000));
const typed = fc.oneof(
  { weight: 6, arbitrary: digits },
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme" }) },
  { weight: 2, arbitrary: anyUnits },
  { weight: 1, arbitrary: long },
);
const anyTap = fc.record({
  kind: fc.constant("tap" as const),
  question: fc.oneof(
    fc.string(),
    fc.constantFrom("language", "consent", "which", "__proto__", "constructor", "work.2"),
  ),
  option: fc.oneof(fc.string(), fc.constantFrom("yes", "no", "en", "more", "back", "__proto__")),
});

/** Anything that can reach us: typed in any script or none, or tapped on any button there ever was. */
export const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 4, arbitrary: typed.map((text): Reply => ({ kind: "text", text })) },
  { weight: 1, arbitrary: anyTap },
);

/** A talk as it may go: mostly sensible, sometimes not. */
export const replies = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom("1", "2", "3", "9", "Amal", "25 11 2026", "+9613123456", "500 TRY a month")
        .map((text): Reply => ({ kind: "text", text })),
    },
    { weight: 1, arbitrary: anyReply },
  ),
  { maxLength: 9 },
);

/** The session after these replies. */
export const through = (flow: Flow, from: Session, said: readonly Reply[], reader: Reader): Session =>
  said.reduce((session, reply) => advance(flow, session, reply, reader).session, from);

/** What somebody would type who understands every question. */
export function sensibleReply(asked: Asked, kind: string | undefined): string {
  switch (kind) {
    case "number":
      return "1";
    case "phone":
      return "+9613123456";
    // A day that every question for one takes, also one for a day that is still to come.
    case "date":
      return "25 11 2026";
    case "wage":
      return "500 TRY a month";
    case "email":
      return "amal@example.org";
    case "text":
    case "place":
      return "Amal";
    default:
      return asked.options.length === 0 ? "" : "1";
  }
}
