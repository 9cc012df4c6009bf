// Checked by `tsc`, never run: each line that must not compile says so above it, and compiles by mistake if it does.
import { type ActionsOf, type AnswersOf, about, type TextKeysOf } from "../../flows/engine/flow.ts";
import {
  choice,
  consequential,
  labelled,
  number,
  pick,
  several,
  subject,
  text,
  yesNo,
} from "../../flows/engine/question.ts";
import { end, run, say } from "../../flows/engine/step.ts";
import type { ActionName, FlowId, Flows } from "../../flows/index.ts";
import type { LanguagePack } from "../../locales/language-pack.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { readonly [K in keyof T]: T[K] };
const holds = <_T extends true>(): void => {};

const { ask, when, flow } = about({
  agree: consequential(yesNo()),
  trade: choice("cook", "driver", "other"),
  other: text(40),
  years: number(0, 60),
  skills: several(choice("x", "y"), 2),
  job: pick("jobs"),
});

// A question that is not declared.
// @ts-expect-error
ask("nmae");
// @ts-expect-error
when("nmae", "yes", []);
// An option the question does not have.
// @ts-expect-error
when("trade", "pilot", []);
// @ts-expect-error
when("agree", "maybe", []);
// @ts-expect-error
when("skills", "z", []);
// Only "none" is known of what comes from data.
when("job", "none", []);
// @ts-expect-error
when("job", "j7", []);
// Nothing is decided on free words or numbers.
// @ts-expect-error
when("other", "Baker", []);
// @ts-expect-error
when("years", 3, []);
// A step that is none.
// @ts-expect-error
flow("f", 1, ["welcome"]);
// @ts-expect-error
flow("f", "1", []);

const talk = flow("talk", 1, [
  say("welcome"),
  ask("agree"),
  when("agree", "no", [run("decline"), say("goodbye"), end()]),
  ask("trade"),
  when("trade", "other", [ask("other"), when("agree", "yes", [ask("years"), say("deep"), run("deeper")])]),
  ask("skills"),
  ask("job"),
  run("save"),
]);

holds<
  Same<
    Flat<AnswersOf<typeof talk>>,
    {
      readonly agree: "yes" | "no";
      readonly trade: "cook" | "driver" | "other";
      readonly skills: readonly ("x" | "y")[];
      readonly job: string;
      readonly other?: string;
      readonly years?: number;
    }
  >
>();

holds<Same<ActionsOf<typeof talk>, "decline" | "deeper" | "save">>();

holds<
  Same<
    TextKeysOf<typeof talk>,
    | "welcome"
    | "goodbye"
    | "deep"
    | `${"agree" | "trade" | "other" | "years" | "skills" | "job"}.ask`
    | `agree.${"yes" | "no"}`
    | `trade.${"cook" | "driver" | "other"}`
    | `skills.${"x" | "y"}`
  >
>();

// How an action turned out needs texts; what a conversation is about needs none, nor do labels that stand elsewhere.
const offer = about({
  opening: subject(),
  want: yesNo(),
  kind: labelled({ from: "livelihoods", as: "work", asks: "kind.ask" }, choice("cook", "baker")),
  group: labelled({ from: "livelihoods", as: "group" }, choice("cooking", "care")),
});
const offerTalk = offer.flow("offer", 1, [
  offer.ask("want"),
  offer.when("want", "yes", [run("tellOffer", "thanks", "gone"), offer.ask("kind"), offer.ask("group")]),
  run("closeOffer"),
]);
holds<
  Same<TextKeysOf<typeof offerTalk>, "thanks" | "gone" | "want.ask" | `want.${"yes" | "no"}` | "group.ask">
>();
holds<Same<ActionsOf<typeof offerTalk>, "tellOffer" | "closeOffer">>();
// An outcome has to be named.
// @ts-expect-error
run("tellOffer", 7);
// Nothing is decided on what a conversation is about.
// @ts-expect-error
offer.when("opening", "o7", []);
// Shared labels stand in one of our lists.
// @ts-expect-error
labelled({ from: "nowhere", as: "work" }, choice("cook"));

// A language that lacks a text does not compile; one that has more (a channel's own wording) does.
type Menu = LanguagePack["texts"]["menu"];
const menu = {
  "item.ask": "What?",
  "item.details": "My details",
  "item.language": "Language",
  "item.jobs": "Jobs",
  "item.papers": "Papers",
  "item.person": "A person",
  "item.leave": "Stop",
};
menu satisfies Menu;
const withVariant = { ...menu, "item.leave_sms": "Stop" };
withVariant satisfies Menu;
const { "item.leave": _left, ...incomplete } = menu;
// @ts-expect-error
incomplete satisfies Menu;

// An action nobody performs does not compile.
type Performers = Readonly<Record<ActionName, () => void>>;
declare const performers: Performers;
const { saveMember: _forgotten, ...others } = performers;
// @ts-expect-error
others satisfies Performers;

holds<Same<FlowId, keyof Flows>>();
// @ts-expect-error
holds<Same<ActionName, string>>();
