import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smsTwoWay } from "../../../bot/channels/capabilities.ts";
import { compose } from "../../../bot/inbound/compose.ts";
import { render } from "../../../bot/render/render.ts";
import { openingWords } from "../../../bot/values/opening-words.ts";
import { choiceId } from "../../../domain/inbound-message.ts";
import { languages } from "../../../domain/language.ts";
import { livelihoods } from "../../../domain/livelihoods.ts";
import { payPeriods } from "../../../domain/pay.ts";
import { shownName } from "../../../flows/engine/session.ts";
import { flows } from "../../../flows/index.ts";
import { createLocales } from "../../../locales/index.ts";
import { showDay } from "../../../locales/show-day.ts";
import { showPay } from "../../../locales/show-pay.ts";

const locales = createLocales();
const places = fc.constantFrom(
  "Gaziantep",
  "Rif Dimashq",
  "Saint-Jean-de-Maurienne-sur-Arc",
  "غازي عنتاب",
  "حي الزهور الشرقي في المدينة",
);

const openings = fc.record({
  code: fc.constant("4F7"),
  livelihood: fc.constantFrom(...livelihoods.map(({ id }) => id)),
  place: places,
  pay: fc.record({
    amount: fc.integer({ min: 1, max: 100_000 }),
    currency: fc.constantFrom("TRY", "EUR", "LBP", "JOD", "KES"),
    period: fc.constantFrom(...payPeriods),
  }),
  hours: fc.option(fc.integer({ min: 1, max: 72 })),
  startsOn: fc.constantFrom("2027-09-30", "2027-12-01", "2027-02-28"),
});

describe.each(languages)("an alert by SMS in %s", (language) => {
  test("fits one part, or two where a letter takes two bytes, whatever the job", () => {
    fc.assert(
      fc.property(
        openings,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 1000 }),
        (opening, of, told) => {
          const values = {
            ...openingWords(opening, language, locales),
            ...{ jobPlaces: String(of), jobTold: String(told) },
          };
          const asked = { key: "want", rev: 1, options: flows["job-alert"].questions.want.options, page: 0 };
          const prompt = compose(
            { says: [], asked: { flow: "job-alert", asked }, values },
            language,
            "sms",
            locales,
          );
          const [part, ...more] = render(prompt, smsTwoWay, language);
          expect(more).toEqual([]);
          // A place in another alphabet makes any text dear: that is hers to read, and no fault of the words.
          const isForeign = language !== "ar" && /\p{Script=Arabic}/u.test(opening.place);
          expect(part?.segments, part?.payload.text).toBeLessThanOrEqual(
            language === "ar" || isForeign ? 3 - Number(!isForeign) : 1,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("a day is never two numbers, and a wage names its period", () => {
  expect(languages.map((language) => showDay("2027-03-05", language))).toEqual([
    "5 March",
    "5 مارس",
    "5 mars",
  ]);
  const pay = { amount: 22_000, currency: "TRY", period: "month" } as const;
  expect(languages.map((language) => showPay(pay, language, locales))).toEqual([
    "22000 TRY a month",
    "شهريا 22000 ليرة تركية",
    "22000 TRY par mois",
  ]);
});

// https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data is at most 64 bytes.
test("a button that says what it is about still fits Telegram, in every conversation about something", () => {
  const about = "0".repeat(32);
  const tooLong = Object.entries(flows).flatMap(([id, { questions }]) => {
    const all = Object.entries(questions);
    if (all.filter(([, { kind }]) => kind === "subject").length !== 1) return [];
    return all.flatMap(([key, question]) =>
      ("options" in question ? [...question.options, "back"] : ["back"])
        .map((option) => choiceId(id, shownName({ key, rev: question.rev ?? 1, about }), option))
        .filter((choice) => choice.length > 64),
    );
  });
  expect(tooLong).toEqual([]);
});
