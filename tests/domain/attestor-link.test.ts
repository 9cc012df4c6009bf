import { expect, test } from "vitest";
import { attestorLink, readAttestorToken } from "../../domain/attestor-link.ts";

const token = "SNV6hXdt5BZNObZRHAmq_-";

test("the token in an invitation is read back from its link, and as it is typed", () => {
  const start = new URL(attestorLink("our_bot", token)).searchParams.get("start") ?? "";
  expect(readAttestorToken(start)).toBe(token);
  expect(readAttestorToken(` ${start}\n`)).toBe(token);
  // Telegram takes 64 letters, digits, - and _ behind a link.
  expect(start).toMatch(/^[\w-]{1,64}$/);
});

test.each(["a-", "a-short", `${token}`, `a-${token} please`, "ar", "a-b"])("%s is none", (text) =>
  expect(readAttestorToken(text)).toBeNull(),
);
