import { expect, test } from "vitest";
import { compose } from "../../../bot/inbound/compose.ts";
import type { Asked } from "../../../flows/engine/session.ts";
import { createLocales } from "../../../locales/index.ts";

const locales = createLocales();
const asking = (asked: Partial<Asked>) => ({
  says: [],
  asked: {
    flow: "join" as const,
    asked: { key: "shared", rev: 1, options: ["yes", "no"], page: 0, ...asked },
  },
  values: {},
});
const optionsOf = (asked: Partial<Asked>) =>
  compose(asking(asked), "en", "sms", locales).question?.options.map(({ digit, id }) => `${digit} ${id}`);

test("options are numbered from 1 in their order, and Back is 0", () => {
  expect(optionsOf({})).toEqual(["1 join/shared/yes", "2 join/shared/no", "0 join/shared/back"]);
});

test("there is no Back at the first question of a conversation", () => {
  expect(optionsOf({ key: "language", options: ["en", "ar"] })).toEqual([
    "1 join/language/en",
    "2 join/language/ar",
  ]);
});

test("a long list shows one page, with More as 9", () => {
  const options = Array.from({ length: 12 }, (_, at) => `j${at}`);
  const shown = optionsOf({ options, labels: options, page: 1 });
  expect(shown).toEqual([
    "1 join/shared/j8",
    "2 join/shared/j9",
    "3 join/shared/j10",
    "4 join/shared/j11",
    "9 join/shared/more",
    "0 join/shared/back",
  ]);
});

test("a question with a new meaning has buttons of its own", () => {
  expect(optionsOf({ rev: 2 })?.[0]).toBe("1 join/shared.2/yes");
});

test("each channel gets its own wording, and what comes from data its own labels", () => {
  const label = (channel: "sms" | "whatsapp") =>
    compose(asking({ key: "language", options: ["ar"] }), "en", channel, locales).question?.options[0]?.label;
  expect([label("sms"), label("whatsapp")]).toEqual(["Arabi", "العربية"]);
  const picked = compose(asking({ options: ["j7"], labels: ["Cook in Tyre"] }), "ar", "sms", locales);
  expect(picked.question?.options[0]?.label).toBe("Cook in Tyre");
});
