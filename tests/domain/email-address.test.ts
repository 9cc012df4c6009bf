import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEmailAddress } from "../../domain/email-address.ts";

describe("an e-mail address", () => {
  it.each([
    ["post@example.org", "post@example.org"],
    [" Leyla.Demir@Example.ORG ", "leyla.demir@example.org"],
    ["<post@example.org>", "post@example.org"],
    ["mailto:post@example.org", "post@example.org"],
    ["post@example.org.", "post@example.org"],
    ["a+b@mail.example.co", "a+b@mail.example.co"],
  ])("is read from %j", (typed, address) => expect(readEmailAddress(typed)).toBe(address));

  it.each([
    ...["", "post", "post@", "@example.org", "post@example", "a b@example.org", "a@b@example.org"],
    ...["post@example..org", ".post@example.org", "post@-example.org", "post@example.org, me@example.org"],
    ...['"x"@example.org', "post@[127.0.0.1]", `${"a".repeat(260)}@example.org`, "نعم"],
    "post@example.org\nBcc: all@example.org",
  ])("is not read from %j", (typed) => expect(readEmailAddress(typed)).toBeNull());

  it("is read from what it was read as, and nothing makes it throw", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z.+<>@ -]{0,40}$/), (typed) => {
        const read = readEmailAddress(typed);
        return read === null || readEmailAddress(read) === read;
      }),
      { numRuns: 300 },
    );
  });
});
