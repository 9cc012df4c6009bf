import { afterEach, beforeEach, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../../domain/moment.ts";
import { cancelNotice } from "../../../union/notices/steer-notice.ts";
import { noon } from "../small-union.ts";
import { type NoticeOffice, openNoticeOffice } from "./notice-office.ts";

let office: NoticeOffice;
beforeEach(async () => {
  office = await openNoticeOffice({ kind: "whatsapp" });
});
afterEach(() => office.close());

const on = { channel: "whatsapp" } as const;
const longAgo = { address: "a1", identifier: "+905551000001", language: "ar", ...on } as const;
const lately = { address: "a2", ...on, lastInboundAt: new Date(noon.getTime() - hourMs) } as const;
const texts = { en: "Hello", ar: "دورة مجانية" };

it("a notice waits on WhatsApp until she writes, who was asked to in her language", async () => {
  const id = await office.sends([longAgo, lately], { texts });
  await office.settle();
  expect(office.phone.calls.map(({ payload }) => payload.kind).toSorted()).toEqual(["template", "text"]);
  expect(await office.progress(id)).toMatchObject({ held: 1, sent: 1, recipients: 2 });
  expect((await office.notice(id)).state).toBe("sending");
  await office.says("نعم", { from: { channel: "whatsapp", identifier: longAgo.identifier } });
  // WhatsApp wants some seconds between two messages to one person.
  office.forward(minuteMs);
  await office.settle();
  expect(office.phone.texts().some((text) => text.includes("دورة مجانية"))).toBe(true);
  expect(await office.progress(id)).toMatchObject({ held: 0, sent: 2, replied: 0 });
  expect((await office.notice(id)).state).toBe("done");
});

it("what waits until she writes is cancelled with the notice", async () => {
  const id = await office.sends([longAgo], { texts });
  await office.settle();
  const cancelled = await cancelNotice(office.runtime, { noticeId: id, staffId: "writer" });
  expect(cancelled).toEqual({ kind: "cancelled", sent: 0, stopped: 1 });
  await office.says("نعم", { from: { channel: "whatsapp", identifier: longAgo.identifier } });
  office.forward(minuteMs);
  await office.settle();
  expect(office.phone.texts().some((text) => text.includes("دورة مجانية"))).toBe(false);
});
