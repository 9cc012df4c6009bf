import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { verifyTwilioSignature } from "../../../../bot/channels/twilio/verify-signature.ts";

const token = "12345678901234567890123456789012";
const url = "https://union.example/webhooks/twilio/sms";
const params = {
  MessageSid: "SM00000000000000000000000000000001",
  From: "+15550100001",
  To: "+15550100000",
  Body: "مرحبا & 100% = ok\n😀",
};
const signWith = (key: string, to: string, what: Record<string, string | string[]>) =>
  twilio.getExpectedTwilioSignature(key, to, what);
const signature = signWith(token, url, params);
const verify = (change: Partial<Parameters<typeof verifyTwilioSignature>[0]>) =>
  verifyTwilioSignature({ tokens: [token], url, params, signature, ...change });

/** A small repeatable generator, so that a failure can be seen again. */
const randomNumbers = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
};

describe("the signature of a Twilio webhook", () => {
  it("is accepted when the official package made it", () => {
    expect(verify({})).toBe(true);
  });

  it("is accepted with the old and the new token while tokens are being changed", () => {
    const newer = "new-token-new-token-new-token-00";
    const both = [token, newer];
    expect(verify({ tokens: both })).toBe(true);
    expect(verify({ tokens: both, signature: signWith(newer, url, params) })).toBe(true);
    expect(verify({ tokens: [newer] })).toBe(false);
  });

  it("is accepted for a parameter that was sent twice", () => {
    const twice = { ...params, MediaUrl: ["https://b.example", "https://a.example"] };
    expect(verify({ params: twice, signature: signWith(token, url, twice) })).toBe(true);
  });

  it("is accepted when Twilio signed the address with the port written out", () => {
    const withPort = "https://union.example:443/webhooks/twilio/sms";
    expect(verify({ signature: signWith(token, withPort, params) })).toBe(true);
  });

  it.each([
    ["missing", undefined],
    ["empty", ""],
    ["of another length", "abc"],
    ["not base64", "!".repeat(28)],
    ["made with an empty token", signWith("", url, params)],
  ])("is refused when it is %s", (_, given) => {
    expect(verify({ signature: given, tokens: [token, ""] })).toBe(false);
  });

  it("is refused when there is no token at all, or the address is none", () => {
    expect(verify({ tokens: [] })).toBe(false);
    expect(verify({ url: "not an address" })).toBe(false);
  });

  it("is refused for each of 1,000 changed bodies, addresses and signatures", () => {
    const random = randomNumbers(7);
    const letter = () => String.fromCharCode(97 + random(26));
    const change = (text: string, alphabet: () => string) => {
      const at = random(text.length);
      const other = alphabet();
      return other === text[at] ? `${text}${other}` : text.slice(0, at) + other + text.slice(at + 1);
    };
    const names = Object.keys(params) as (keyof typeof params)[];
    const accepted: unknown[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const name = names[random(names.length)]!;
      const changed = [
        { params: { ...params, [name]: change(params[name], letter) } },
        { params: { ...params, [`Extra${round}`]: letter() } },
        { url: change(url, letter) },
        { signature: change(signature, letter) },
        { params: Object.fromEntries(Object.entries(params).filter(([key]) => key !== name)) },
      ][round % 5]!;
      if (verify(changed)) accepted.push(changed);
    }
    expect(accepted).toEqual([]);
  });
});
