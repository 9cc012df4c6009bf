import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../service/free-port.ts";
import { joinByDigits, joinScripts } from "../service/joining.ts";
import { type RunningService, runService } from "../service/run-service.ts";
import { type TwilioCounterpart, twilioCounterpart } from "../service/twilio-counterpart.ts";

let twilio: TwilioCounterpart;
let service: RunningService;

beforeAll(async () => {
  const port = await freePort();
  twilio = await twilioCounterpart(`http://127.0.0.1:${port}`);
  service = await runService({ ...twilio.settings, PORT: String(port) });
});
afterAll(async () => {
  await service?.stop();
  await twilio?.close();
});

describe("a person with a plain phone joins by SMS through a Twilio that nobody here wrote", () => {
  it.each([
    ["en", "+905550100101"],
    ["ar", "+905550100102"],
    ["fr", "+905550100103"],
  ] as const)("in %s, from hello to the member number", async (language, number) => {
    const phone = twilio.phone(number);
    const memberNumber = await joinByDigits(phone, joinScripts[language]);
    const [person] = service.database.rows(
      `SELECT p.* FROM "Person" p JOIN "AddressHolder" h ON h."personId" = p."id" JOIN "Address" a ON a."id" = h."addressId"
       WHERE a."identifier" = ?`,
      number,
    );
    expect(person).toMatchObject({
      number: memberNumber,
      language,
      name: joinScripts[language].name,
      place: joinScripts[language].place,
      work: "cooking",
      ageBand: "from18",
      sharedPhone: 0,
      jobAlerts: 1,
    });
    await phone.staysQuiet();
  });
});
