import { describe, expect, test } from "vitest";
import { foldAccents } from "../../domain/fold-accents.ts";
import { directionOf, languages } from "../../domain/language.ts";
import { livelihoodGroups } from "../../domain/livelihoods.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import { sharedLabels } from "../../flows/engine/question.ts";
import { flows } from "../../flows/index.ts";
import { texts } from "../../locales/texts.ts";
import { everyMessage } from "./messages.ts";

/** How many SMS parts a message may take: the alphabets differ in how much one part holds. */
const parts = { gsm7: 1, ucs2: 2 } as const;

/** Messages that may take more, and why. */
const longer: readonly (readonly [name: RegExp, gsm7: number, ucs2: number, why: string])[] = [
  [/\bconsent$/, 2, 3, "says all that is kept, and why, before anything is"],
  [
    new RegExp(`^\\S+.* (?:work|${livelihoodGroups.join("|")})$`),
    ...([2, 3] as const),
    "shows nine kinds of work, with something said before them",
  ],
  [/^employer-menu jobs end$/, 2, 3, "lists three openings that the employer has asked for"],
  [/^job-alert details decide$/, 3, 3, "is what she asked for by MORE: all that is known of a job"],
  [/^.+ \+ job-alert (?:want|decide)$/, 2, 4, "asks again about a job, with a reason before it"],
  [/\bintroduce share$/, 2, 4, "names the employer, the job and the pay to whom her number is given"],
  [/^introduce agreed/, 2, 4, "is how to reach an employer, by name, number and address"],
  [/^.+ \+ jobs next$/, 2, 3, "asks again below three jobs, with a reason before it"],
  [/\bpost-job sure$/, 2, 3, "shows the whole opening once more before it is posted"],
  [/\b(?:skill|course)$/, 2, 3, "shows a page of eight skills or courses, each by its whole name"],
];

describe.each(languages)("an SMS in %s", (language) => {
  test("fits its parts, with the longest values", () => {
    const tooLong = everyMessage(language).flatMap(({ name, sms }) => {
      const { encoding, segments, units, charactersOutsideGsm7 } = countSegments(foldAccents(sms, language));
      const [, gsm7, ucs2] = longer.find(([pattern]) => pattern.test(name)) ?? [null, parts.gsm7, parts.ucs2];
      const most = encoding === "gsm7" ? gsm7 : ucs2;
      const outside = directionOf(language) === "rtl" ? "" : charactersOutsideGsm7.join("");
      return segments > most
        ? [`${name}: ${units} units, ${segments} parts of ${encoding} ${outside}, allowed ${most}`]
        : [];
    });
    expect(tooLong).toEqual([]);
  });
});

describe.each(languages.filter((language) => directionOf(language) === "ltr"))("an SMS in %s", (language) => {
  test("needs no letter outside the cheap alphabet once accents are taken off", () => {
    const costly = everyMessage(language).filter(
      ({ sms }) => countSegments(foldAccents(sms, language)).encoding !== "gsm7",
    );
    expect(costly.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(languages)("a tap in %s", (language) => {
  // WhatsApp's limits: three buttons of 20 characters, else ten rows of 24, and a list opened by a button of 20.
  // https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages
  test("has a label short enough for a button, or for a row of a list", () => {
    const tooLong: string[] = [];
    for (const [id, flow] of Object.entries(flows)) {
      for (const [key, question] of Object.entries(flow.questions)) {
        // Labels that conversations share are tested with their list.
        if (!("options" in question) || sharedLabels(question) !== null) continue;
        const most = question.options.length <= 3 ? 20 : 24;
        for (const option of question.options) {
          const label = String(Reflect.get(Reflect.get(texts[language].texts, id), `${key}.${option}`));
          if (label.length > most) tooLong.push(`${id} ${key}.${option}: ${label.length} of ${most}`);
        }
      }
    }
    expect(tooLong).toEqual([]);
    const { back, more, choose } = texts[language].texts.common;
    expect([back, more, choose].filter((label) => label.length > 20)).toEqual([]);
  });
});
