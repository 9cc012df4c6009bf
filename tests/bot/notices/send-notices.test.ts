import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendNotices } from "../../../bot/notices/send-notices.ts";
import { dayMs, hourMs } from "../../../domain/moment.ts";
import { everyMember } from "../../../domain/notice-audience.ts";
import { cancelNotice, pauseNotice, resumeNotice } from "../../../union/notices/steer-notice.ts";
import { many } from "../../union/notices/some-people.ts";
import { noon } from "../small-union.ts";
import { type NoticeOffice, openNoticeOffice } from "./notice-office.ts";

let office: NoticeOffice;
beforeEach(async () => {
  office = await openNoticeOffice();
});
afterEach(() => office.close());

const staff = (noticeId: string) => ({ noticeId, staffId: "writer" });
/** How often each number was written to. */
const timesEach = (): readonly number[] =>
  [...Map.groupBy(office.phone.calls, ({ to }) => to).values()].map((calls) => calls.length);
/** To how many addresses there are messages, each to another one. */
async function addressesInOutbox(): Promise<number> {
  const messages = await office.store.read.outboundMessage.findMany({ select: { addressId: true } });
  const addresses = new Set(messages.map(({ addressId }) => addressId));
  expect(messages).toHaveLength(addresses.size);
  return addresses.size;
}

describe("a notice on its way", () => {
  it("reaches everybody once, with the sender's name and how to stop, and is done", async () => {
    const id = await office.sends(many(20));
    await office.settle();
    expect(timesEach()).toEqual(Array(20).fill(1));
    expect(new Set(office.phone.texts())).toEqual(
      new Set(["Migrant Union: Free course on Monday at 9. STOP to end."]),
    );
    expect(await office.notice(id)).toMatchObject({ state: "done", recipients: 20 });
    expect(await office.progress(id)).toMatchObject({
      recipients: 20,
      frozen: 0,
      queued: 0,
      sent: 20,
      failed: [],
    });
  });

  it("is in each one's language, and in English where hers has no words", async () => {
    const people = [
      { address: "a1", language: "ar" },
      { address: "a2", language: "fr" },
    ];
    await office.sends(people, { texts: { en: "Hello", ar: "دورة مجانية" } });
    await office.settle();
    expect(office.phone.texts().toSorted()).toEqual([
      "Migrant Union: Hello STOP to end.",
      "اتحاد المهاجرين: دورة مجانية للتوقف أرسل: إيقاف",
    ]);
  });

  it("goes to those only in whose language there are words, where that is wanted", async () => {
    const people = [{ address: "a1" }, { address: "a2", language: "fr" }];
    const id = await office.sends(people, { missing: "leave_out" });
    await office.settle();
    expect(await office.progress(id)).toMatchObject({ recipients: 1, sent: 1 });
  });

  it("keeps at most 500 messages waiting at a sender, so that answers go past", async () => {
    const id = await office.sends(many(520));
    expect(await office.round()).toBe(500);
    expect(await office.round()).toBe(0);
    expect(await office.progress(id)).toMatchObject({ frozen: 20, queued: 500 });
  });

  it("waits for the morning of each, and for nobody else's", async () => {
    // At noon in Turkey it is four in the morning in New York.
    const people = [...many(2), { address: "b1", country: "US" }, { address: "b2", country: "US" }];
    const id = await office.sends(people);
    await office.settle();
    expect(await office.progress(id)).toMatchObject({ sent: 2, frozen: 2 });
    office.forward(5 * hourMs);
    await office.settle();
    expect(await office.progress(id)).toMatchObject({ sent: 4, frozen: 0 });
  });
});

describe("whoever changed her mind since the recipients were fixed", () => {
  it("is left out, and the report says why", async () => {
    const id = await office.sends(many(6));
    await office.store.write.once(async (tx) => {
      const entry = { personId: null, topic: "notices", textVersion: 1, language: "en", at: noon } as const;
      await tx.consentEntry.create({
        data: { ...entry, addressId: "a0001", decision: "withdrawn", how: "answer" },
      });
      await tx.lane.update({ where: { addressId: "a0002" }, data: { state: "blocked" } });
      await tx.lane.update({ where: { addressId: "a0003" }, data: { owner: "person" } });
      await tx.person.delete({ where: { id: "person-a0004" } });
      await tx.lane.update({ where: { addressId: "a0005" }, data: { account: "of nobody" } });
    });
    await office.settle();
    expect(office.phone.calls).toHaveLength(1);
    const progress = await office.progress(id);
    expect(progress).toMatchObject({ recipients: 6, sent: 1 });
    expect(progress.leftOut.toSorted((one, other) => one.reason.localeCompare(other.reason))).toEqual(
      ["blocked", "no_sender", "opted_out", "other_person", "with_person"].map((reason) => ({
        reason,
        people: 1,
      })),
    );
    expect((await office.notice(id)).state).toBe("done");
  });

  it("is not sent what waits already, when she stops us before it leaves", async () => {
    await office.sends([{ address: "a0001", identifier: "+905551000001" }, ...many(3).slice(1)]);
    await office.round();
    await office.says("STOP", { from: { channel: "sms", identifier: "+905551000001" } });
    await office.settle();
    const toHer = office.phone.calls.filter(({ to }) => to === "+905551000001");
    expect(toHer.map(({ text }) => text)).toEqual([expect.not.stringContaining("Free course")]);
  });
});

describe("a worker that dies", () => {
  it("between two pages has sent nobody two, and leaves nobody out", async () => {
    const id = await office.sends(many(110));
    const { statements } = office.runtime;
    let pages = 0;
    const dying = {
      ...office.runtime,
      statements: {
        ...statements,
        settleRecipients: async (...settled: Parameters<typeof statements.settleRecipients>) => {
          await statements.settleRecipients(...settled);
          pages += 1;
          if (pages === 2) throw new Error("The power fails just before the second page is on disk.");
        },
      },
    };
    await sendNotices(dying);
    expect(await office.progress(id)).toMatchObject({ frozen: 10, queued: 100 });
    expect(await office.round()).toBe(10);
    expect(await addressesInOutbox()).toBe(110);
    expect(await office.progress(id)).toMatchObject({ recipients: 110, frozen: 0, queued: 110 });
  });

  it("or two that work at the same time, make no second message", async () => {
    const id = await office.sends(many(110));
    const [one, other] = await Promise.all([office.round(), office.round()]);
    expect(one + other).toBe(110);
    expect(await addressesInOutbox()).toBe(110);
    expect(await office.progress(id)).toMatchObject({ recipients: 110, frozen: 0, queued: 110 });
  });

  it("while the recipients are written down goes on where it was", async () => {
    await office.sends([]);
    const id = await office.sends(many(60));
    await office.store.write.once(async (tx) => {
      // As it was after the slice up to the tenth address.
      await tx.noticeRecipient.deleteMany({ where: { addressId: { gt: "a0010" } } });
      await tx.notice.update({
        where: { id },
        data: { state: "freezing", frozenUpTo: "a0010", recipients: 10 },
      });
    });
    await office.round();
    expect(await office.notice(id)).toMatchObject({ state: "sending", recipients: 60 });
    expect(await addressesInOutbox()).toBe(60);
  });
});

describe("staff", () => {
  it("pause a notice: what no sender has touched stays, and leaves once when it goes on", async () => {
    const id = await office.sends(many(60));
    await office.round();
    expect(await pauseNotice(office.runtime, staff(id))).toEqual({ kind: "done" });
    await office.settle();
    expect(office.phone.calls).toHaveLength(0);
    expect(await office.progress(id)).toMatchObject({ frozen: 60, queued: 0 });
    expect(await pauseNotice(office.runtime, staff(id))).toEqual({ kind: "not_now" });
    expect(await resumeNotice(office.runtime, staff(id))).toEqual({ kind: "done" });
    expect(await office.round()).toBe(60);
    expect(await addressesInOutbox()).toBe(60);
    expect(await office.progress(id)).toMatchObject({ frozen: 0, queued: 60 });
  });

  it("pause a notice between two of its pages: the second is not written", async () => {
    const id = await office.sends(many(110));
    const pausing: Promise<unknown>[] = [];
    const announceMessages = async (): Promise<boolean> => {
      pausing.push(pauseNotice(office.runtime, staff(id)));
      return true;
    };
    const queued = await sendNotices({
      ...office.runtime,
      doorbell: { ...office.runtime.doorbell, announceMessages },
    });
    expect(queued).toBe(100);
    expect(await Promise.all(pausing)).toEqual([{ kind: "done" }]);
    expect(await office.progress(id)).toMatchObject({ frozen: 110, queued: 0 });
  });

  it("cancel a notice and are told how many it has reached", async () => {
    const asleep = many(20).map(({ address }) => ({ address: `b${address}`, country: "US" }));
    const id = await office.sends([...many(40), ...asleep]);
    await office.round();
    for (const { id: messageId } of (await office.outbox()).slice(0, 12)) await office.sendsOne(messageId);
    expect(await cancelNotice(office.runtime, staff(id))).toEqual({
      kind: "cancelled",
      sent: 12,
      stopped: 48,
    });
    await office.settle();
    expect(office.phone.calls).toHaveLength(12);
    expect(await office.progress(id)).toMatchObject({ sent: 12, cancelled: 28, frozen: 20 });
    expect(await resumeNotice(office.runtime, staff(id))).toEqual({ kind: "not_now" });
    expect(await cancelNotice(office.runtime, staff(id))).toEqual({ kind: "not_now" });
    expect(await cancelNotice(office.runtime, staff("nothing"))).toEqual({ kind: "unknown_notice" });
  });

  it("who forget a notice find it expired after its last moment, and nothing of it leaves", async () => {
    const id = await office.sends(many(20), { notAfter: noon.getTime() + hourMs });
    await pauseNotice(office.runtime, staff(id));
    office.forward(dayMs);
    await office.settle();
    expect(await office.notice(id)).toMatchObject({ state: "expired" });
    expect(office.phone.calls).toHaveLength(0);
    expect(await resumeNotice(office.runtime, staff(id))).toEqual({ kind: "not_now" });
  });

  it("do not have what was queued sent after the last moment either", async () => {
    const id = await office.sends(many(20), { notAfter: noon.getTime() + hourMs });
    await office.round();
    office.forward(2 * hourMs);
    await office.settle();
    expect(office.phone.calls).toHaveLength(0);
    expect(await office.progress(id)).toMatchObject({ expired: 20 });
    expect((await office.notice(id)).state).toBe("expired");
  });

  it("write no second notice within some hours, where that is wanted", async () => {
    await office.sends(many(3));
    await office.settle();
    const again = { audience: { ...everyMember, notMessagedForHours: 24 } };
    const second = await office.sends([{ address: "b1" }], again);
    await office.settle();
    expect(await office.progress(second)).toMatchObject({ recipients: 1, sent: 1 });
    office.forward(25 * hourMs);
    const third = await office.sends([], again);
    await office.settle();
    expect(await office.progress(third)).toMatchObject({ recipients: 4 });
  });
});
