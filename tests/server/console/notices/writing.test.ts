import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberNumber } from "../../../../domain/member-number.ts";
import { dayMs } from "../../../../domain/moment.ts";
import { readNoticeForm } from "../../../../server/console/notices/notice-form.ts";
import { addSome } from "../../../union/notices/some-people.ts";
import { noon } from "../small-console.ts";
import { aForm, type NoticeConsole, openNoticeConsole, textOf, writes } from "./notice-console.ts";

let scene: NoticeConsole;
beforeEach(async () => {
  scene = await openNoticeConsole();
});
afterEach(() => scene.close());

describe("the form of a notice", () => {
  it("counts before anything is kept: by a button without scripts, and by itself with them", async () => {
    await scene.people(3);
    const browser = await scene.as("caseworker");
    const counted = await browser.post("/console/notices", { form: aForm({ step: "count" }) });
    expect([counted.statusCode, textOf(counted).includes("People: 3")]).toEqual([200, true]);
    expect(counted.body).toContain("Free course on Monday at 9.</textarea>");
    const piece = await browser.post("/console/notices/count", { form: aForm({ channels: "telegram" }) });
    expect(textOf(piece).trim()).toBe("People: 0");
    const unread = await browser.post("/console/notices/count", { form: aForm({ seen: "x" }) });
    expect(textOf(unread)).toContain("This cannot be counted");
    // Though it has a link and no title, it can be counted.
    const unfit = aForm({ title: "", "text-en": "bit.ly/x" });
    expect(textOf(await browser.post("/console/notices/count", { form: unfit }))).toContain("People: 3");
    expect(await scene.store.read.notice.count()).toBe(0);
    expect(await scene.store.read.auditEntry.count({ where: { action: { startsWith: "notice." } } })).toBe(0);
  });

  it("counts the characters and parts of each text, with our name and how to stop", async () => {
    const browser = await scene.as("caseworker");
    const piece = await browser.post("/console/notices/segments/en", { form: aForm() });
    expect(textOf(piece).trim()).toBe(
      `As SMS: parts 1, characters ${"Migrant Union: Free course on Monday at 9. STOP to end.".length}.`,
    );
    const dear = aForm({ "text-en": `${"x".repeat(60)} 🙂` });
    expect(textOf(await browser.post("/console/notices/segments/en", { form: dear }))).toContain("🙂");
    expect((await browser.post("/console/notices/segments/xx", { form: aForm() })).statusCode).toBe(404);
    const page = await browser.post("/console/notices", { form: aForm({ title: "" }) });
    expect(textOf(page)).toContain("As SMS: parts 1, characters 55.");
  });

  it("asks for people by language, channel, place, work and when they wrote, and spares who had one lately", () => {
    const body = {
      ...aForm({ places: "Mersin\r\n\r\n Adana ", seen: "30", spared: "24", missing: "fallback" }),
      ...{ languages: ["en", "ar"], channels: "sms", groups: ["building", "care"], unfinished: "yes" },
    };
    const read = readNoticeForm(body);
    expect(read.kind === "draft" && read.draft).toMatchObject({
      audience: {
        languages: ["en", "ar"],
        channels: ["sms"],
        places: ["Mersin", "Adana"],
        livelihoodGroups: ["building", "care"],
        ...{ seenWithinDays: 30, notMessagedForHours: 24, onlyMembers: false },
      },
      missing: "fallback",
      notAfter: Date.parse("2026-11-27T18:00:00Z"),
    });
    expect(readNoticeForm("nothing").kind).toBe("fault");
  });

  it("says who has no words in her language, and gives them the English ones where that is wanted", async () => {
    await addSome(scene.store, [{ address: "a1" }, { address: "a2", language: "fr" }]);
    const browser = await scene.as("caseworker");
    const count = async (over: Record<string, string>) =>
      textOf(await browser.post("/console/notices/count", { form: aForm(over) }));
    expect(await count({})).toContain("no words in the language: 1 (Français 1)");
    expect(await count({ missing: "fallback" })).toContain("People: 2");
  });

  it("shows words that try to be a script as words, and warns of words that swindlers use", async () => {
    await addSome(scene.store, [{ address: "a1", place: "<script>" }]);
    const browser = await scene.as("caseworker");
    const attack = `"><script>alert(1)</script>`;
    const { id, page } = await writes(browser, {
      title: attack,
      "text-en": `${attack} pay the fee`,
      places: "<script>",
    });
    for (const path of ["", `/${id}`, `/${id}/edit`, `/${id}/report`]) {
      const { body } = await browser.get(`/console/notices${path}`);
      expect(body).toContain("&lt;script&gt;alert(1)");
      expect(body).not.toMatch(/<script>|"><script/);
    }
    expect(textOf(page)).toContain(`speaks of money. A notice never asks for any`);
  });

  it("runs from right to left in the Arabic console, and its English words from left to right", async () => {
    const browser = await scene.as("caseworker");
    await browser.post("/console/language", { form: { language: "ar", back: "/console/notices" } });
    const form = await browser.get("/console/notices/new");
    expect(form.body).toContain('<html lang="ar" dir="rtl">');
    expect(form.body).toMatch(/<textarea id="text-en"[^>]* lang="en" dir="ltr"/);
    expect(form.body).toMatch(/<textarea id="text-ar"[^>]* lang="ar" dir="rtl"/);
    await scene.people(2);
    const { page } = await writes(browser);
    expect(textOf(page)).toContain("إرسال الآن إلى أشخاص عددهم 2");
    expect(page.body).toMatch(/<p class="words" lang="en" dir="ltr">Migrant Union: Free course/);
  });
});

describe("a test of a notice", () => {
  const number = memberNumber(1);
  const identifier = "+905550100001";
  const withPhone = async (lastInboundAt: Date) => {
    await addSome(scene.store, [{ address: "own", identifier, lastInboundAt }]);
    await scene.store.write.once((tx) => tx.person.update({ where: { id: "person-own" }, data: { number } }));
  };

  it("goes to the phone from which that member wrote lately", async () => {
    await withPhone(noon);
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    const sent = await browser.does(`/console/notices/${id}/test`, {
      number: number.toLowerCase(),
      language: "en",
    });
    expect(textOf(sent)).toContain("The test is on its way.");
    await scene.office.settle();
    expect(scene.office.phone.calls.map(({ to }) => to)).toEqual([identifier]);
    const entry = await scene.store.read.auditEntry.findFirst({ where: { action: "notice.tested" } });
    expect(entry).toMatchObject({ actor: `staff:${browser.staffId}`, object: `notice:${id}` });
    expect(sent.body).not.toContain(identifier);
  });

  it("goes nowhere else, and says why", async () => {
    await withPhone(new Date(noon.getTime() - dayMs - 1));
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    const answers = [
      [{ number, language: "en" }, "Write to us from it first."],
      [{ number, language: "fr" }, "There is no text in this language."],
      [{ number, language: "xx" }, "There is no text in this language."],
      [{ number: "MU-1234-A", language: "en" }, "This is no member number"],
      [{ number: memberNumber(2), language: "en" }, "Nobody has this number."],
    ] as const;
    for (const [form, sentence] of answers) {
      const answer = await browser.post(`/console/notices/${id}/test`, { form });
      expect([answer.statusCode, textOf(answer)]).toEqual([422, expect.stringContaining(sentence)]);
      expect(answer.body).toContain(`value="${form.number}"`);
    }
    expect(await scene.store.read.outboundMessage.count()).toBe(0);
  });
});
