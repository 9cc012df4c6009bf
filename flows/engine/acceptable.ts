import { readEmailAddress } from "../../domain/email-address.ts";
import { isDay } from "../../domain/local-day.ts";
import type { Question } from "./question.ts";
import type { Value } from "./session.ts";

const storedWage = /^\d+(?:\.\d+)? [A-Z]{3} [a-z]+$/;
const e164 = /^\+[1-9]\d{6,14}$/;

/** Says whether a stored answer is still one that the question accepts: options may have gone since it was given. */
export function acceptable(question: Question, value: Value): boolean {
  switch (question.kind) {
    case "choice":
      return typeof value === "string" && question.options.includes(value);
    case "text":
    case "place":
      return typeof value === "string" && value.length > 0 && value.length <= question.maxChars;
    case "number":
      return (
        typeof value === "number" &&
        Number.isInteger(value) &&
        value >= question.least &&
        value <= question.most
      );
    case "phone":
      return typeof value === "string" && e164.test(value);
    case "email":
      return typeof value === "string" && readEmailAddress(value) === value;
    case "date":
      return typeof value === "string" && isDay(value);
    case "several":
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= question.most &&
        value.every((option) => question.options.includes(option))
      );
    case "wage":
      return typeof value === "string" && storedWage.test(value);
    case "pick":
    case "subject":
      return typeof value === "string" && value.length > 0;
  }
}
