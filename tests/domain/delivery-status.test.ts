import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { laterStatus, type MessageStatus, messageStatuses } from "../../domain/delivery-status.ts";

const status = fc.constantFrom(...messageStatuses);
const statusOf = (first: MessageStatus, reports: readonly MessageStatus[]) =>
  reports.reduce(laterStatus, first);

describe("the status of a message", () => {
  it.each([
    ["queued", "sending", "sending"],
    ["sending", "unknown", "unknown"],
    ["unknown", "sent", "sent"],
    ["unknown", "delivered", "delivered"],
    ["unknown", "failed", "failed"],
    ["sent", "unknown", "sent"],
    ["sent", "queued", "sent"],
    ["sent", "undeliverable", "undeliverable"],
    ["undeliverable", "sent", "undeliverable"],
    ["undeliverable", "delivered", "delivered"],
    ["delivered", "undeliverable", "delivered"],
    ["delivered", "read", "read"],
    ["read", "delivered", "read"],
    ["failed", "read", "read"],
    ["read", "failed", "read"],
  ] as const)("is, when %s is followed by a report of %s, %s", (current, reported, expected) => {
    expect(laterStatus(current, reported)).toBe(expected);
  });

  it("is the same in the end whatever order the reports come in", () => {
    const shuffled = fc.array(status, { maxLength: 8 }).chain((reports) =>
      fc.record({
        reports: fc.constant(reports),
        again: fc.shuffledSubarray(reports, { minLength: reports.length }),
      }),
    );
    fc.assert(
      fc.property(status, shuffled, (first, { reports, again }) => {
        expect(statusOf(first, again)).toBe(statusOf(first, reports));
      }),
    );
  });

  it("is not changed by a report that comes twice", () => {
    fc.assert(
      fc.property(status, status, (current, reported) => {
        const once = laterStatus(current, reported);
        expect(laterStatus(once, reported)).toBe(once);
      }),
    );
  });

  it("never goes back to where it was before", () => {
    fc.assert(
      fc.property(status, fc.array(status), status, (first, reports, last) => {
        const now = statusOf(first, reports);
        const next = laterStatus(now, last);
        if (next !== now) expect(laterStatus(next, now)).toBe(next);
        expect([now, last]).toContain(next);
      }),
    );
  });

  it("is never in doubt again once the person has read the message", () => {
    for (const reported of messageStatuses) expect(laterStatus("read", reported)).toBe("read");
  });
});
