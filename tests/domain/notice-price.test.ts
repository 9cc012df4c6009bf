import { describe, expect, it } from "vitest";
import { priceOf } from "../../domain/message-price.ts";
import { approvalRefusal } from "../../domain/notice-approval.ts";
import { noticePrice } from "../../domain/notice-price.ts";

describe("what a notice costs", () => {
  it("is people by parts by the price of each country", () => {
    const us = { channel: "sms", country: "US", people: 100, segments: 2, mostSegments: 3 } as const;
    const { dollars, worst, peopleAssumed } = noticePrice([us]);
    expect(dollars).toBeCloseTo(1.66);
    expect(worst).toBeCloseTo(2.49);
    expect(peopleAssumed).toBe(0);
  });

  it("says for how many people a price was only assumed", () => {
    const group = { country: "TR", people: 10, segments: 1, mostSegments: 1 } as const;
    expect(noticePrice([{ ...group, channel: "sms" }]).peopleAssumed).toBe(10);
    expect(noticePrice([{ ...group, channel: "telegram" }])).toEqual({
      dollars: 0,
      worst: 0,
      peopleAssumed: 0,
    });
    expect(noticePrice([])).toEqual({ dollars: 0, worst: 0, peopleAssumed: 0 });
  });

  it("is never more than it may come to at worst", () => {
    for (const channel of ["sms", "whatsapp", "telegram"] as const)
      for (const country of [null, "US", "AF", "TR"]) {
        const { dollars, worst } = priceOf(channel, country);
        expect(worst).toBeGreaterThanOrEqual(dollars);
      }
  });
});

describe("who may approve a notice", () => {
  it.each([
    ["somebody else", { writtenBy: "a", staffId: "b" }, null],
    ["never its writer", { writtenBy: "a", staffId: "a" }, "own_notice"],
  ] as const)("%s", (_, approval, refusal) => {
    expect(approvalRefusal(approval)).toBe(refusal);
  });
});
