import { expect, test } from "vitest";
import { hasPages, moreDigit, nextPage, onPage } from "../../../flows/engine/page.ts";

const list = (length: number, page = 0) => ({
  key: "q",
  rev: 1,
  page,
  options: Array.from({ length }, (_, at) => String(at + 1)),
});

test("nine options are one screen; ten are two", () => {
  expect(hasPages(list(9).options)).toBe(false);
  expect(onPage(list(9))).toHaveLength(9);
  expect(hasPages(list(10).options)).toBe(true);
  expect([onPage(list(10)), onPage(list(10, 1))].map((page) => page.length)).toEqual([8, 2]);
});

test("turning the pages shows every option once and comes round", () => {
  for (const length of [10, 16, 17, 24, 25, 80]) {
    const seen: string[] = [];
    let page = 0;
    do {
      seen.push(...onPage(list(length, page)));
      page = nextPage(list(length, page));
    } while (page !== 0);
    expect(seen).toEqual(list(length).options);
  }
});

test("the digit for More is never that of an option", () => {
  expect(onPage(list(80))).toHaveLength(moreDigit - 1);
});
