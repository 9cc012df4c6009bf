import { foldDigits } from "../../domain/digits.ts";
import { dayMs } from "../../domain/moment.ts";
import { readVerifyQuestion } from "../../domain/verify-question.ts";
import { type CodeAnswer, checkCodeWithin } from "../../union/credentials/check-code.ts";
import { checkedWords, dayWords, monthWords } from "../credentials/paper-words.ts";
import { tellOfViewing } from "../credentials/tell-of-viewing.ts";
import { languageOf, type Talk } from "../inbound/talk.ts";
import type { TextValues } from "../values/flow-values.ts";
import { type ActionContext, answer, nowOf, type PerformAction, turnsOut } from "./action.ts";

/** As much of a name as one text has room for, in characters. */
const longestName = 30;

/** VERIFY: says whether the paper behind a code is good. Anybody may ask, and of a stranger no more than her address is kept, for a day. */
export const checkCode: PerformAction = async (context) => {
  const { tx, talk, runtime, mail } = context;
  const { code, pin } = readVerifyQuestion(answer(context, "code") ?? "");
  const asker = { kind: "phone", identifier: talk.lane.identifier } as const;
  const checked = await checkCodeWithin(tx, runtime, { text: code, pin, asker }, nowOf(context));
  const isViewed = checked.kind === "good" && checked.viewed !== null;
  if (isViewed && checked.viewed !== null) await tellOfViewing(tx, checked.viewed, `in:${mail.id}`, runtime);
  const digits = String(foldDigits(code).replace(/\D/g, "").length);
  const said = turnsOut(context, keyOf(checked), { digits, ...valuesOf(checked, context) });
  return { ...said, lane: { ...talk.lane, forgetAt: isStranger(talk) ? context.ears.now + dayMs : null } };
};

/** Nobody of whom anything else is kept or under way. */
const isStranger = ({ person, employer, open }: Talk): boolean =>
  person === null && employer === null && open.length === 0;

function keyOf(checked: CodeAnswer): string {
  if (checked.kind === "good") return checked.tier1 === null ? "good" : "goodNamed";
  return checked.kind === "bad" ? checked.why : keys[checked.kind];
}

const keys = {
  could_not_check: "couldNotCheck",
  unknown: "unknown",
  typing_mistake: "typingMistake",
  wrong_length: "wrongLength",
  not_a_code: "notACode",
  wrong_pin: "wrongPin",
  too_many_tries: "tooManyTries",
} as const satisfies Readonly<Record<Exclude<CodeAnswer["kind"], "good" | "bad">, string>>;

function valuesOf(checked: CodeAnswer, { talk, runtime }: ActionContext): TextValues {
  if (checked.kind !== "good") return {};
  const { tier0, tier1 } = checked;
  const language = languageOf(talk);
  const { text } = runtime.locales;
  return {
    claim: checkedWords(tier0, language, runtime.locales),
    level: String(tier0.level),
    confirmer: text(language, "credentials", `relation.${tier0.confirmedBy}`),
    initials: tier0.initials ?? "",
    until: dayWords(tier0.validUntil, language),
    holder: (tier1?.name ?? tier0.initials ?? text(language, "common", "none")).slice(0, longestName),
    since: tier1 === null ? "" : monthWords(tier1.confirmedIn, language),
  };
}
