import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";

/** What the load is signed with; nothing but this bench knows it. */
export const benchAccount = {
  sid: "AC00000000000000000000000000000000",
  token: "bench-token",
  from: "+15005550006",
} as const;

/** What a member types to join, from the first word to the last. */
const joining = ["hi", "1", "1", "2", "Amal", "Gaziantep", "2", "1", "1", "1"] as const;

/** Raw HTTP requests as Twilio would send them: every member's first message, then every member's second, and so on. */
export function signedRequests(url: string, members: number): readonly Buffer[] {
  const { host, pathname } = new URL(url);
  return joining.flatMap((text, step) =>
    Array.from({ length: members }, (_, member) => {
      const from = `+9055${String(10_000_000 + member)}`;
      const params = {
        AccountSid: benchAccount.sid,
        ApiVersion: "2010-04-01",
        Body: text,
        From: from,
        MessageSid: `SM${String(member).padStart(16, "0")}${String(step).padStart(16, "0")}`,
        NumMedia: "0",
        NumSegments: "1",
        SmsStatus: "received",
        To: benchAccount.from,
      };
      const body = new URLSearchParams(params).toString();
      const signature = getExpectedTwilioSignature(benchAccount.token, url, params);
      return Buffer.from(
        `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
          `X-Twilio-Signature: ${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    }),
  );
}
