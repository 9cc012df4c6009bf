import { describe, expect, test } from "vitest";
import { readCredentialCode } from "../../domain/credential-code.ts";
import { readVerifyQuestion } from "../../domain/verify-question.ts";

describe("a code with a PIN behind it", () => {
  test.each([
    "1234-5678-9012 123456",
    "1234 5678 9012 123456",
    "123456789012 123456",
    "123456789012123456",
    "1234-5678-9012 PIN 123456",
    "1234-5678-9012, pin: 123456",
    "١٢٣٤-٥٦٧٨-٩٠١٢ ١٢٣٤٥٦",
  ])("is told from it: %s", (typed) => {
    const { code, pin } = readVerifyQuestion(typed);
    expect(code.replace(/\D/g, "")).toBe("123456789012");
    expect(pin).toBe("123456");
  });
});

describe("a code alone", () => {
  test.each(["1234-5678-9012", "123456 789012", "1234 567890 12", "١٢٣٤٥٦٧٨٩٠١٢", "12345-67890-12345"])(
    "has no PIN: %s",
    (typed) => expect(readVerifyQuestion(typed).pin).toBeNull(),
  );

  test("that is no code stays none", () => {
    for (const typed of ["", "hello", "12 ab 34", "+-", "1234567"])
      expect(readCredentialCode(readVerifyQuestion(typed).code).kind).toBe("not-a-code");
  });
});
