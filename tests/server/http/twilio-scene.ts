import { afterAll, beforeAll } from "vitest";
import { freePort } from "../../service/free-port.ts";
import { type RunningService, runService } from "../../service/run-service.ts";
import type { Form } from "../../service/signed-post.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../../service/twilio-counterpart.ts";
import { until } from "../../service/until.ts";
import { witness } from "./witness.ts";

export const formType = { "content-type": "application/x-www-form-urlencoded" };

/** The service beside its Twilio counterpart, with one person who has been asked her language, and nothing left to do; for the tests of one file. */
export function twilioScene(number: string) {
  let twilio: TwilioCounterpart;
  let service: RunningService;
  const { unchanged, settled } = witness(() => service);

  beforeAll(async () => {
    const port = await freePort();
    twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
    service = await runService({ ...twilio.settings, PORT: String(port) });
    const phone = twilio.phone(number);
    await phone.texts("hi");
    await phone.shows(/Which language/);
    await until(
      "the first looks at Twilio",
      () => service.database.rows(`SELECT * FROM "ProviderCursor"`).length === 2,
    );
    await settled();
  });
  afterAll(async () => {
    await service?.stop();
    await twilio?.close();
  });

  const sid = "SM00000000000000000000000000000bad";
  return {
    unchanged,
    settled,
    twilio: () => twilio,
    service: () => service,
    /** Her next message, as Twilio would post it. */
    inbound: (): Form => ({
      MessageSid: sid,
      AccountSid: twilio.accountSid,
      From: number,
      To: twilio.smsFrom,
      Body: "1",
    }),
    /** A delivery report that nobody waits for. */
    receipt: (): Form => ({
      MessageSid: sid,
      AccountSid: twilio.accountSid,
      From: twilio.smsFrom,
      To: number,
      MessageStatus: "delivered",
    }),
  };
}
