import { describe, expect, it } from "vitest";
import { linksIn } from "../../domain/links-in.ts";
import { longestNotice, readNoticeTexts } from "../../domain/notice-text.ts";
import { warningsIn } from "../../domain/notice-warnings.ts";
import { noticeWords } from "../../domain/notice-words.ts";
import { countSegments } from "../../domain/sms-segments.ts";

describe("the words of a notice", () => {
  it("are made clean, and a language without words is left out", () => {
    expect(readNoticeTexts({ en: " Free\n course \u202e ", ar: "  ", de: "Kurs" })).toEqual({
      kind: "texts",
      texts: { en: "Free course" },
      warnings: [],
    });
  });

  it("must be there in one language", () => {
    expect(readNoticeTexts({ en: " " })).toEqual({ kind: "faults", faults: [{ kind: "no_text" }] });
  });

  it("are at most 480 letters long, in each language", () => {
    const texts = { en: "a".repeat(longestNotice), fr: "b".repeat(longestNotice + 1) };
    expect(readNoticeTexts(texts)).toEqual({
      kind: "faults",
      faults: [{ kind: "too_long", language: "fr", length: 481 }],
    });
  });

  it("hold no link but to a host that is allowed", () => {
    expect(readNoticeTexts({ en: "See https://example.org/a." })).toMatchObject({
      faults: [{ kind: "link", language: "en", link: "https://example.org/a." }],
    });
    expect(readNoticeTexts({ en: "See https://www.example.org/a" }, ["example.org"]).kind).toBe("texts");
  });

  it("that ask for money or papers are pointed out", () => {
    const read = readNoticeTexts({
      en: "You never pay a fee.",
      ar: "ارسل صورة جواز السفر",
      fr: "Votre passeport",
    });
    expect(read).toMatchObject({
      warnings: [
        { language: "en", about: "money", word: "pay" },
        { language: "en", about: "money", word: "fee" },
        { language: "ar", about: "papers", word: "جواز" },
        { language: "ar", about: "papers", word: "جواز السفر" },
        { language: "fr", about: "papers", word: "passeport" },
      ],
    });
    expect(warningsIn("en", "A paid job in a feed mill, with coffee")).toEqual([]);
  });
});

describe("what is taken for a link", () => {
  it.each([
    "http://a.example/x",
    "HTTPS://10.0.0.1/x",
    "www.example.org",
    "bit.ly/3xYz",
    "t.me/somebody",
    "jobs@example.org",
    "example。org".replace("。", "．"),
    "https://example.org@evil.test/",
  ])("%s", (link) => {
    expect(linksIn(`Go to ${link} now`, ["example.org"].slice(link.includes("evil") ? 0 : 1))).toHaveLength(
      1,
    );
  });

  it.each(["Monday at 8.30. Bring water", "3.5 kg", "e.g. a coat", "Come.\nNow", "مركز.المدينة", "A.B.C"])(
    "not: %s",
    (text) => {
      expect(linksIn(text, [])).toEqual([]);
    },
  );

  it("a host that only looks like an allowed one", () => {
    expect(linksIn("example.org.evil.test evilexample.org my.example.org", ["example.org"])).toEqual([
      "example.org.evil.test",
      "evilexample.org",
    ]);
  });
});

describe("how to stop", () => {
  const stopLine = "STOP to end.";
  const short = { text: "Union: short", stopLine, isBilledBySegment: true };
  const full = { ...short, text: "x".repeat(155) };

  it("is always said where it costs nothing", () => {
    expect(noticeWords({ ...short, before: 3 })).toBe("Union: short STOP to end.");
    expect(noticeWords({ ...full, isBilledBySegment: false, before: 3 })).toContain(stopLine);
  });

  it("is said in the first notice to a person and in every tenth, where it costs a part more", () => {
    const said = Array.from({ length: 21 }, (_, before) =>
      noticeWords({ ...full, before }).includes(stopLine),
    );
    expect(said.flatMap((isSaid, before) => (isSaid ? [before] : []))).toEqual([0, 10, 20]);
    expect(countSegments(noticeWords({ ...full, before: 1 })).segments).toBe(1);
  });
});
