import { expect, it } from "vitest";
import { readTwilioCode, twilioErrorCodes } from "../../../../bot/channels/twilio/errors.ts";

it.each([
  [21610, "opt_out"],
  [63016, "window_closed"],
  [21211, "invalid_address"],
  [30003, "unreachable"],
  [20429, "throttled"],
  [30007, "content"],
  [63027, "template"],
  ["20003", "configuration"],
  [30036, "expired"],
  [99999, null],
  [undefined, null],
])("the code %s of Twilio's means %s", (code, refusal) => {
  expect(readTwilioCode(code)).toBe(refusal);
});

it("no code of Twilio's has two meanings", () => {
  const codes = Object.values(twilioErrorCodes).flat();
  expect(new Set(codes).size).toBe(codes.length);
});
