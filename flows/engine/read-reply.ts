import { cleanText } from "../../domain/clean-text.ts";
import { foldDigits } from "../../domain/digits.ts";
import { readEmailAddress } from "../../domain/email-address.ts";
import { foldText } from "../../domain/fold-text.ts";
import { dayMs } from "../../domain/moment.ts";
import { readPhoneNumber } from "../../domain/phone-number.ts";
import { readCalendarDay } from "./calendar-day.ts";
import { hasPages } from "./page.ts";
import type { Count, Day, Question } from "./question.ts";
import { readChoice } from "./read-choice.ts";
import { readSeveral } from "./read-several.ts";
import { readWage } from "./read-wage.ts";
import { notUnderstood, type Reader, type Reading, type Reply, refused, value } from "./reply.ts";
import type { Asked } from "./session.ts";

/** Reads a reply as the answer to the question on the screen; what it does not clearly say is not understood. */
export function readReply(question: Question, asked: Asked, reply: Reply, reader: Reader): Reading {
  if (reply.kind === "tap") return readTap(question, asked, reply);
  const typed = reply.text;
  switch (question.kind) {
    case "choice":
      return readChoice(
        typed,
        asked,
        (option) => reader.words(asked.key, option),
        question.consequential === true,
      );
    case "pick":
      return readChoice(
        typed,
        asked,
        (option) => [foldText(asked.labels?.[asked.options.indexOf(option)] ?? option)],
        false,
      );
    case "several":
      return readSeveral(typed, asked, (option) => reader.words(asked.key, option), question.most);
    case "text":
    case "place":
      return readWords(typed, question.maxChars);
    case "number":
      return readWholeNumber(typed, question);
    case "phone":
      return orNotUnderstood(readPhoneNumber(typed, reader.country ?? undefined));
    case "email":
      return orNotUnderstood(readEmailAddress(typed));
    case "date":
      return readDay(typed, question, reader.today);
    case "wage":
      return readWage(typed, reader.country);
    case "subject":
      return notUnderstood;
  }
}

/** A tap counts only on a choice of the question that is on the screen. */
function readTap(question: Question, asked: Asked, reply: Reply & { kind: "tap" }): Reading {
  if (reply.question !== asked.key) return notUnderstood;
  if (reply.option === "more" && hasPages(asked.options)) return { kind: "more" };
  if (!asked.options.includes(reply.option)) return notUnderstood;
  return value(question.kind === "several" ? [reply.option] : reply.option);
}

/** Words are kept as typed; a text longer than allowed is asked again rather than cut, and so is one without a letter or digit. */
function readWords(typed: string, maxChars: number): Reading {
  const clean = cleanText(typed, Number.POSITIVE_INFINITY);
  return clean.length > maxChars || !/[\p{L}\p{N}]/u.test(clean) ? notUnderstood : value(clean);
}

function readWholeNumber(typed: string, { least, most }: Count): Reading {
  const digits = foldDigits(typed).trim();
  if (!/^\d{1,9}$/.test(digits)) return notUnderstood;
  const read = Number(digits);
  return read < least || read > most ? refused("number") : value(read);
}

function readDay(typed: string, { withinDays }: Day, today: string): Reading {
  const day = readCalendarDay(foldDigits(typed).trim());
  if (day === null) return notUnderstood;
  if (withinDays === undefined) return value(day);
  if (day < today) return refused("dayPast");
  return Date.parse(day) - Date.parse(today) > withinDays * dayMs ? refused("dayTooFar") : value(day);
}

const orNotUnderstood = (read: string | null): Reading => (read === null ? notUnderstood : value(read));
