import { describe, expect, test } from "vitest";
import {
  choice,
  consequential,
  date,
  number,
  phone,
  pick,
  place,
  type Question,
  several,
  text,
  yesNo,
} from "../../../flows/engine/question.ts";
import { readReply } from "../../../flows/engine/read-reply.ts";
import type { Reading } from "../../../flows/engine/reply.ts";
import type { Asked } from "../../../flows/engine/session.ts";
import { readerWith } from "./reader-with.ts";

const reader = readerWith(
  {
    "q.cook": ["Cooking", "chef", "طباخ"],
    "q.driver": ["Driving", "truck"],
    "q.care": ["Care", "childcare"],
    "q.no": ["nope"],
  },
  {},
  "LB",
);

/** What is heard when this is typed at a question that has just been asked. */
function heard(question: Question, typed: string, asked: Partial<Asked> = {}): Reading {
  const options = "options" in question ? question.options : [];
  return readReply(
    question,
    { key: "q", rev: 1, options, page: 0, ...asked },
    { kind: "text", text: typed },
    reader,
  );
}
const value = (of: string | number | readonly string[]): Reading => ({ kind: "value", value: of });
const notUnderstood: Reading = { kind: "not_understood" };
const ambiguous: Reading = { kind: "ambiguous" };

const trade = choice("cook", "driver", "care");

describe("a choice is read", () => {
  test.each([
    ["2", "driver"],
    [" 2 ", "driver"],
    ["2.", "driver"],
    ["2)", "driver"],
    ["(2)", "driver"],
    ["[2]", "driver"],
    ["#2", "driver"],
    ["no 2", "driver"],
    ["No. 2", "driver"],
    ["n°2", "driver"],
    ["№ 2", "driver"],
    ["option 2", "driver"],
    ["choix 2", "driver"],
    ["02", "driver"],
    ["- 2", "driver"],
    ["٢", "driver"],
    ["۲", "driver"],
    ["२", "driver"],
    ["２", "driver"],
    ["رقم ٢", "driver"],
    ["cook", "cook"],
    ["COOKING", "cook"],
    ["  Chef! ", "cook"],
    ["طَبَّاخ", "cook"],
    ["drivng", "driver"],
    ["truk", "driver"],
    ["dri", "driver"],
  ])("%o as %s", (typed, option) => {
    expect(heard(trade, typed)).toEqual(value(option));
  });

  test.each([
    "",
    "   ",
    "0",
    "4",
    "22",
    "1 2",
    "2 or 3",
    "I have two children",
    "xyz",
    "d",
    "\0",
    "\ud800",
    "👍",
  ])("%o not at all", (typed) => {
    expect(heard(trade, typed)).toEqual(notUnderstood);
  });

  test("as ambiguous where two options begin alike, and asked again", () => {
    expect(heard(choice("cook", "cooling"), "coo")).toEqual(ambiguous);
  });

  test("not from a near miss of three letters", () => {
    expect(heard(choice("car", "bus"), "cab")).toEqual(notUnderstood);
  });

  test('as ambiguous where "no 1" could be a No or the first option', () => {
    expect(heard(yesNo(), "no 1")).toEqual(ambiguous);
    expect(heard(yesNo(), "no1")).toEqual(ambiguous);
    expect(heard(yesNo(), "no 2")).toEqual(value("no"));
  });
});

describe("a choice that does harm when it is misread", () => {
  const sure = consequential(choice("delete", "keep", "no"));

  test("takes a digit, a label and a synonym", () => {
    expect(heard(sure, "1")).toEqual(value("delete"));
    expect(heard(sure, "Keep")).toEqual(value("keep"));
    expect(heard(sure, "nope")).toEqual(value("no"));
  });

  test.each(["del", "delet", "delte", "ke", "keeep", "nop"])("does not take the near miss %o", (typed) => {
    expect(heard(sure, typed)).toEqual(notUnderstood);
  });
});

describe("a list longer than one screen", () => {
  const options = Array.from({ length: 20 }, (_, at) => `o${String.fromCharCode(97 + at)}`);
  const long = choice(...options);

  test("is picked from by the digit on the screen, page by page", () => {
    expect(heard(long, "1")).toEqual(value("oa"));
    expect(heard(long, "8")).toEqual(value("oh"));
    expect(heard(long, "1", { page: 1 })).toEqual(value("oi"));
    expect(heard(long, "4", { page: 2 })).toEqual(value("ot"));
  });

  test("gives its next page for 9", () => {
    expect(heard(long, "9")).toEqual({ kind: "more" });
  });

  test("has nothing behind its last digit, nor behind 10", () => {
    expect(heard(long, "5", { page: 2 })).toEqual(notUnderstood);
    expect(heard(long, "10")).toEqual(notUnderstood);
  });

  test("may be answered by a word that is on another page", () => {
    expect(heard(long, "ot")).toEqual(value("ot"));
  });
});

describe("words are read", () => {
  test("as typed, on one line and without hidden marks", () => {
    expect(heard(text(40), "  Amal \n \u202e Haddad ")).toEqual(value("Amal Haddad"));
    expect(heard(place(40), "حلب")).toEqual(value("حلب"));
  });

  test("up to the allowed length, and never cut to it", () => {
    expect(heard(text(5), "Fatma")).toEqual(value("Fatma"));
    expect(heard(text(5), "Fatmah")).toEqual(notUnderstood);
    expect(heard(text(5), "Fatma H")).toEqual(notUnderstood);
    expect(heard(text(5), "Fatma😀")).toEqual(notUnderstood);
  });

  test.each(["", " ", "?", "...", "👍", "\0", "\u200b"])("%o not at all", (typed) => {
    expect(heard(text(40), typed)).toEqual(notUnderstood);
  });
});

describe("a number is read", () => {
  test("in any digits, and only whole", () => {
    expect(heard(number(0, 60), "12")).toEqual(value(12));
    expect(heard(number(0, 60), " ١٢ ")).toEqual(value(12));
    for (const typed of ["", "twelve", "1.5", "-3", "1234567890", "12 13"])
      expect(heard(number(0, 60), typed)).toEqual(notUnderstood);
  });
});

describe("a phone number is read", () => {
  test("with its country code, or dialled from where the person is", () => {
    expect(heard(phone(), "+961 3 123 456")).toEqual(value("+9613123456"));
    expect(heard(phone(), "03 123 456")).toEqual(value("+9613123456"));
    expect(heard(phone(), "12")).toEqual(notUnderstood);
    expect(heard(phone(), "my cousin's")).toEqual(notUnderstood);
  });
});

describe("a day is read", () => {
  test.each(["5 3 1990", "5/3/1990", "05.03.1990", "5-3-1990", "1990-3-5", "٥/٣/١٩٩٠", " 5, 3, 1990 "])(
    "from %o",
    (typed) => {
      expect(heard(date(), typed)).toEqual(value("1990-03-05"));
    },
  );
  test.each(["", "31 2 1990", "5 3", "5 3 90", "5 march 1990", "5 3 1990 1", "0 0 0000"])(
    "not from %o",
    (typed) => {
      expect(heard(date(), typed)).toEqual(notUnderstood);
    },
  );
});

describe("several options are read", () => {
  const skills = several(trade, 2);
  test.each([
    ["1 3", ["cook", "care"]],
    ["1,3", ["cook", "care"]],
    ["1 and 3", ["cook", "care"]],
    ["١ و٣", ["cook", "care"]],
    ["1، 3", ["cook", "care"]],
    ["3 et 1", ["care", "cook"]],
    ["cook + driver", ["cook", "driver"]],
    ["2", ["driver"]],
    ["2 2", ["driver"]],
    ["cooking", ["cook"]],
  ])("from %o", (typed, options) => {
    expect(heard(skills, typed)).toEqual(value(options));
  });
  test.each(["", "1 2 3", "1 4", "1 and maybe", ",", "13"])("not from %o", (typed) => {
    expect(heard(skills, typed)).toEqual(notUnderstood);
  });
  test("with the next page for 9 where there are more than one screen shows", () => {
    const long = several(choice(..."abcdefghij".split("").map((letter) => `o${letter}`)), 3);
    expect(heard(long, "9")).toEqual({ kind: "more" });
  });
});

describe("what there is to pick is read", () => {
  const openings = { options: ["j1", "j2"], labels: ["Cook in Tyre", "Driver in Sidon"] };
  test("by its digit, its label or the label's beginning", () => {
    for (const typed of ["2", "driver in sidon", "driver"])
      expect(heard(pick("openings"), typed, openings)).toEqual(value("j2"));
    expect(heard(pick("openings"), "baker", openings)).toEqual(notUnderstood);
  });
});

describe("a tap is read", () => {
  const tap = (question: Question, key: string, option: string): Reading =>
    readReply(
      question,
      { key: "q", rev: 1, options: "options" in question ? question.options : [], page: 0 },
      { kind: "tap", question: key, option },
      reader,
    );
  test("as the option it carries, on the question on the screen", () => {
    expect(tap(trade, "q", "care")).toEqual(value("care"));
    expect(tap(several(trade, 2), "q", "care")).toEqual(value(["care"]));
  });
  test("not at all on another question, another option or a question without options", () => {
    expect(tap(trade, "other", "care")).toEqual(notUnderstood);
    expect(tap(trade, "q", "pilot")).toEqual(notUnderstood);
    expect(tap(text(40), "q", "care")).toEqual(notUnderstood);
  });
  test("as the wish for the next page on More, where there are pages and only there", () => {
    const long = choice(..."abcdefghij".split("").map((letter) => `o${letter}`));
    expect(tap(long, "q", "more")).toEqual({ kind: "more" });
    expect(tap(trade, "q", "more")).toEqual(notUnderstood);
  });
});
