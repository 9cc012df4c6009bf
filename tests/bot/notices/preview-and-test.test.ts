import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { previewNotice } from "../../../bot/notices/preview-notice.ts";
import { sendTestNotice } from "../../../bot/notices/send-test-notice.ts";
import { dayMs } from "../../../domain/moment.ts";
import { everyMember } from "../../../domain/notice-audience.ts";
import { addSome } from "../../union/notices/some-people.ts";
import { written } from "../../union/notices/writing-desk.ts";
import { noon, number } from "../small-union.ts";
import { type NoticeOffice, openNoticeOffice } from "./notice-office.ts";

let office: NoticeOffice;
beforeEach(async () => {
  office = await openNoticeOffice();
});
afterEach(() => office.close());

const preview = (texts: Readonly<Record<string, string>>) =>
  previewNotice(office.runtime, { audience: everyMember, texts, missing: "leave_out" });

describe("before a notice is sent", () => {
  it("staff see the words, the parts and the price for each language, channel and country", async () => {
    await addSome(office.store, [
      { address: "a1", country: "US" },
      { address: "a2", country: "US" },
      { address: "a3", language: "fr", country: null },
    ]);
    const { people, groups, price } = await preview({ en: "x".repeat(140), fr: "Début lundi" });
    expect(people).toBe(3);
    expect(groups).toEqual([
      expect.objectContaining({ language: "en", country: "US", people: 2, segments: 1, mostSegments: 2 }),
      expect.objectContaining({
        language: "fr",
        words: "Migrant Union : Début lundi STOP pour arreter.",
        segments: 1,
        mostSegments: 1,
      }),
    ]);
    expect(price.dollars).toBeCloseTo(2 * 0.0083 + 0.09);
    expect(price.peopleAssumed).toBe(1);
  });

  it("staff are told which letters make an SMS dearer", async () => {
    await addSome(office.store, [{ address: "a1" }]);
    const { groups } = await preview({ en: "Free course – Monday 🙂" });
    expect(groups[0]?.costlyLetters).toContain("🙂");
  });
});

describe("a test of a notice", () => {
  const to = { channel: "sms", identifier: number } as const;
  const test = (noticeId: string, over = {}) =>
    sendTestNotice(office.runtime, { noticeId, staffId: "writer", to, language: "en", ...over });

  it("goes to a phone that has just written to us, though it allowed no notices", async () => {
    await office.says("hi");
    const before = office.phone.calls.length;
    expect(await test(await written(office.runtime))).toEqual({ kind: "queued" });
    await office.settle();
    expect(office.phone.texts().slice(before)).toEqual([
      "TEST: Migrant Union: Free course on Monday at 9. STOP to end.",
    ]);
    const entry = await office.store.read.auditEntry.findFirst({ where: { action: "notice.tested" } });
    expect(entry?.detail).not.toContain("555");
  });

  it("goes nowhere else: not to a stranger, not to whoever is silent for a day or has stopped us", async () => {
    const noticeId = await written(office.runtime);
    expect(await test(noticeId)).toEqual({ kind: "write_first" });
    await office.says("hi");
    office.forward(dayMs + 1);
    expect(await test(noticeId)).toEqual({ kind: "write_first" });
    await office.says("STOP");
    expect(await test(noticeId)).toEqual({ kind: "write_first" });
  });

  it("needs a notice with words in that language, and is not a way round approval", async () => {
    await office.says("hi");
    const noticeId = await written(office.runtime);
    expect(await test("nothing")).toEqual({ kind: "unknown_notice" });
    expect(await test(noticeId, { language: "ar" })).toEqual({ kind: "no_text" });
    for (let sent = 0; sent < 20; sent += 1) expect((await test(noticeId)).kind).toBe("queued");
    expect(await test(noticeId)).toEqual({ kind: "too_often" });
    expect(noon.getTime()).toBeLessThan(office.runtime.clock.now().getTime() + 1);
  });
});
