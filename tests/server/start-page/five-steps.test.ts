import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningService, runService } from "../../service/run-service.ts";

const shown = z.object({
  done: z.array(z.boolean()),
  told: z.number(),
  request: z.string().nullable(),
  letter: z.string().nullable(),
  phones: z.object({ member: z.string(), employer: z.string(), attestor: z.string() }),
  attestorNumber: z.string(),
});
const listed = z.object({ messages: z.array(z.object({ direction: z.string(), text: z.string() })) });

describe("the start page, without a browser", () => {
  let service: RunningService;
  const round = "417";

  const press = (step: number, site = "same-origin") =>
    fetch(`${service.url}/start/${round}/steps/${step}`, {
      method: "POST",
      headers: { "sec-fetch-site": site },
    });
  const pressed = async (step: number) => {
    const response = await press(step);
    const answer: unknown = await response.json();
    expect(answer).not.toHaveProperty("error");
    return shown.parse(answer);
  };
  const textsOn = async (channel: string, address: string): Promise<string> => {
    const answer = await fetch(`${service.url}/sim/messages?${new URLSearchParams({ channel, address })}`);
    const { messages } = listed.parse(await answer.json());
    return messages.map(({ direction, text }) => `${direction}: ${text}`).join("\n");
  };
  const messages = () => service.database.rows("SELECT id FROM InboundMessage").length;

  beforeAll(async () => {
    service = await runService({ MODE: "sim" });
  }, 120_000);
  afterAll(() => service?.stop());

  it("shows the page at /, which may frame our own pages and nothing else", async () => {
    const page = await fetch(`${service.url}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("The round in five clicks");
    expect(page.headers.get("content-security-policy")).toContain("frame-src 'self'");
    for (const framed of ["/sim", "/console/sign-in", "/mailbox"]) {
      const { headers } = await fetch(`${service.url}${framed}`);
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
      expect(headers.get("x-frame-options") ?? "SAMEORIGIN").toBe("SAMEORIGIN");
    }
  });

  it("takes no step that another site asks for, none too early, and none of a round there is not", async () => {
    expect((await press(1, "cross-site")).status).toBe(403);
    expect((await press(2)).status).toBe(409);
    expect(
      (
        await fetch(`${service.url}/start/0x/steps/1`, {
          method: "POST",
          headers: { "sec-fetch-site": "same-origin" },
        })
      ).status,
    ).toBe(404);
  });

  it("goes through the round in five steps, to the contact on both phones", async () => {
    const asked = await pressed(1);
    expect(asked.done).toEqual([true, false, false, false, false]);
    expect(asked.request).toMatch(/^\/console\/requests\/\w+$/);
    expect(await textsOn("sms", asked.phones.member)).toContain("in: papers");

    const confirmed = await pressed(2);
    expect(confirmed.done[1]).toBe(true);
    expect(await textsOn("sms", asked.attestorNumber)).toContain("https://t.me/");
    expect(await textsOn("telegram", asked.phones.attestor)).toContain("overlock machine");

    expect((await pressed(3)).done[2]).toBe(true);
    expect(await textsOn("sms", asked.phones.member)).toMatch(/\d{4}[ -]\d{4}[ -]\d{4}/);

    const offered = await pressed(4);
    expect(offered.done[3]).toBe(true);
    expect(offered.told).toBe(3);
    const letter = await (await fetch(`${service.url}${offered.letter}`)).text();
    expect(letter).toContain("A1");
    expect(letter).not.toContain("Amal");

    const introduced = await pressed(5);
    expect(introduced.done).toEqual([true, true, true, true, true]);
    expect(await textsOn("whatsapp", asked.phones.employer)).toMatch(
      new RegExp(`said yes. Name: Amal. Phone:\\s*\\${asked.phones.member}`),
    );
    expect(await textsOn("sms", asked.phones.member)).toContain(asked.phones.employer);
  }, 180_000);

  it("a step that is pressed again does nothing again", async () => {
    const before = messages();
    for (const step of [1, 2, 3, 4, 5]) await pressed(step);
    expect(messages()).toBe(before);
  });
});
