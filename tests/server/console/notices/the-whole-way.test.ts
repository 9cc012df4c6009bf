import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addSome } from "../../../union/notices/some-people.ts";
import { type NoticeConsole, openNoticeConsole, textOf, writes } from "./notice-console.ts";

let scene: NoticeConsole;
beforeEach(async () => {
  scene = await openNoticeConsole();
});
afterEach(() => scene.close());

const inThree = { "text-ar": "دورة مجانية يوم الاثنين", "text-fr": "Cours gratuit lundi" };
const actions = async () =>
  (await scene.store.read.auditEntry.findMany({ where: { action: { startsWith: "notice." } } })).map(
    ({ actor, action }) => [actor, action],
  );
const texts = async () =>
  (await scene.store.read.outboundMessage.findMany({ where: { key: { startsWith: "notice:" } } })).length;

describe("a notice", () => {
  it("goes its whole way: written, counted, handed on, approved, sent, followed", async () => {
    await scene.people(30);
    await addSome(scene.store, [
      ...Array.from({ length: 20 }, (_, at) => ({ address: `b${at}`, language: "ar" })),
      ...Array.from({ length: 10 }, (_, at) => ({
        address: `c${at}`,
        language: "fr",
        channel: "telegram" as const,
      })),
      { address: "d1", state: "stopped" },
      { address: "d2", owner: "person" },
    ]);
    const writer = await scene.as("caseworker");
    const { id, page } = await writes(writer, inThree);
    expect(textOf(page)).toContain("Nothing is sent yet");
    const check = textOf(page);
    expect(check).toContain("People: 60");
    expect(check).toMatch(/English SMS 30 1 \$2\.70 \$6\.00/);
    expect(check).toMatch(/العربية SMS 20 1 \$1\.80 \$4\.00/);
    expect(check).toMatch(/Français Telegram 10 1 \$0\.00 \$0\.00/);
    expect(check).toMatch(/Together 60 \$4\.50 \$10\.00/);
    expect(check).toContain("For 50 of them the price is only assumed.");
    expect(check).toContain("stopped all messages: 1");
    expect(check).toContain("talks with a caseworker now: 1");
    expect(page.body).toMatch(/lang="ar" dir="rtl">اتحاد المهاجرين: دورة/);
    expect(page.body).toMatch(/lang="fr" dir="ltr">Migrant Union : Cours/);

    const handed = await writer.does(`/console/notices/${id}/submit`);
    expect(textOf(handed)).toContain("Handed on. A second person must read it");
    expect(handed.body).not.toContain(`/${id}/approve`);
    await scene.office.settle();
    expect(await texts()).toBe(0);

    const approver = await scene.as("approver");
    expect(textOf(await approver.get("/console/notices"))).toContain("waits for a second person");
    const asked = await approver.get(`/console/notices/${id}`);
    expect(textOf(asked)).toContain("Free course on Monday at 9.");
    expect(textOf(asked)).toContain("Approve and send to 60 people");
    const seen = /name="seen" value="(\d+)"/.exec(asked.body)?.[1] ?? "";
    const approved = await approver.does(`/console/notices/${id}/approve`, { seen });
    expect(textOf(approved)).toContain("It is being sent.");
    expect(approved.body).toContain('hx-trigger="every 3s"');
    expect(approved.body).toContain('aria-live="polite"');
    expect(textOf(await approver.get("/console/notices"))).toContain("0 of 60 sent");

    await scene.office.settle();
    const going = textOf(await writer.get(`/console/notices/${id}`, { "hx-request": "true" }));
    expect(going).toContain("60 of 60 sent");
    expect(going).not.toContain("not sent yet");
    expect(await texts()).toBe(60);
    const again = await approver.post(`/console/notices/${id}/approve`, { form: { seen } });
    expect(again.statusCode).toBe(422);
    expect(textOf(again)).toContain("It does not wait for approval any more.");
    expect(await actions()).toEqual([
      [`staff:${writer.staffId}`, "notice.drafted"],
      [`staff:${writer.staffId}`, "notice.submit"],
      [`staff:${approver.staffId}`, "notice.approve"],
      ["system", "notice.frozen"],
      ["system", "notice.finish"],
    ]);
    const done = await writer.get(`/console/notices/${id}`);
    expect(done.body).not.toContain("every 3s");
    expect(textOf(done)).toContain("sent 60");
    for (const { body } of [page, asked, approved, done])
      expect(body).not.toMatch(/undefined|null|NaN|\[object|\{\{|\sstyle=/);
  });

  it.each([
    [50, "Send now to 50 people", "It is being sent."],
    [51, "Hand it to a second person (51 people)", "Handed on."],
  ])('to %i people: the button says "%s"', async (people, button, said) => {
    await scene.people(people);
    const writer = await scene.as("caseworker");
    const { id, page } = await writes(writer);
    expect(textOf(page)).toContain(button);
    expect(textOf(await writer.does(`/console/notices/${id}/submit`))).toContain(said);
    expect(await scene.store.read.noticeRecipient.count()).toBe(people === 50 ? 50 : 0);
  });

  it("is paused, goes on and is stopped for good: so many sent, so many stopped", async () => {
    await scene.people(10);
    const writer = await scene.as("caseworker");
    const { id } = await writes(writer);
    await writer.does(`/console/notices/${id}/submit`);
    const other = await scene.as("approver");
    const paused = await other.does(`/console/notices/${id}/pause`);
    expect(textOf(paused)).toContain("Paused.");
    expect(paused.body).toContain(`/${id}/resume`);
    await scene.office.settle();
    expect(await texts()).toBe(0);
    expect(textOf(await other.does(`/console/notices/${id}/resume`))).toContain("It goes on.");
    await scene.office.round();
    const [first] = await scene.office.outbox();
    await scene.office.sendsOne(first?.id ?? "");
    const stopped = textOf(await other.does(`/console/notices/${id}/cancel`));
    expect(stopped).toContain("1 sent, 9 stopped");
    await scene.office.settle();
    expect(scene.office.phone.calls).toHaveLength(1);
    const late = await other.post(`/console/notices/${id}/resume`);
    expect([late.statusCode, textOf(late).includes("cannot be done to it as it stands now")]).toEqual([
      422,
      true,
    ]);
    expect((await actions()).map(([, action]) => action)).toEqual([
      ...["notice.drafted", "notice.approve", "notice.frozen"],
      ...["notice.pause", "notice.resume", "notice.cancel"],
    ]);
  });

  it("can be given back, changed and handed on again by whoever changed it", async () => {
    await scene.people(51);
    const writer = await scene.as("caseworker");
    const { id } = await writes(writer);
    await writer.does(`/console/notices/${id}/submit`);
    const approver = await scene.as("approver");
    const back = await approver.does(`/console/notices/${id}/return`);
    expect(textOf(back)).toContain("It is a draft again");
    const form = await writer.get(`/console/notices/${id}/edit`);
    expect(form.body).toContain('value="Course in May"');
    expect(form.body).toContain('value="2026-11-27T18:00"');
    expect(form.body).toContain("Free course on Monday at 9.</textarea>");
    const changedAt = /name="changedAt" value="(\d+)"/.exec(form.body)?.[1] ?? "";
    const change = {
      title: "Course in June",
      "text-en": "Free course on Tuesday.",
      until: "2026-11-27T18:00",
    };
    scene.forward(1_000);
    const saved = await writer.does(`/console/notices/${id}`, { ...change, changedAt });
    expect(textOf(saved)).toContain("Course in June");
    const stale = await approver.post(`/console/notices/${id}`, {
      form: { ...change, title: "Mine", changedAt },
    });
    expect([stale.statusCode, textOf(stale).includes("Somebody has changed this notice")]).toEqual([
      422,
      true,
    ]);
    expect(stale.body).toContain('value="Mine"');
    expect(textOf(await writer.does(`/console/notices/${id}/submit`))).toContain("Handed on.");
  });
});
