import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hourMs, minuteMs } from "../../../../domain/moment.ts";
import { addSome } from "../../../union/notices/some-people.ts";
import { type NoticeConsole, openNoticeConsole, textOf, writes } from "./notice-console.ts";

let scene: NoticeConsole;
beforeEach(async () => {
  scene = await openNoticeConsole();
});
afterEach(() => scene.close());

const numbers = ["+905550100001", "+905550100002", "+905550100003"];

async function sent(): Promise<{
  readonly id: string;
  readonly browser: Awaited<ReturnType<NoticeConsole["as"]>>;
}> {
  await addSome(
    scene.store,
    numbers.map((identifier, at) => ({ address: `a${at + 1}`, identifier, isMember: at !== 0 })),
  );
  const browser = await scene.as("caseworker");
  const { id } = await writes(browser, { unfinished: "yes" });
  await browser.post(`/console/notices/${id}/submit`);
  await scene.office.settle();
  return { id, browser };
}

describe("what became of a notice", () => {
  it("is told with those who wrote back and those who opted out", async () => {
    const { id, browser } = await sent();
    scene.forward(5 * minuteMs);
    await scene.office.says("thank you", { from: { channel: "sms", identifier: numbers[1]! } });
    await scene.office.says("STOP", { from: { channel: "sms", identifier: numbers[2]! } });
    const page = textOf(await browser.get(`/console/notices/${id}`));
    expect(page).toContain("3 of 3 sent");
    expect(page).toContain("Wrote to us within a week 2");
    expect(page).toContain("Opted out of notices within a week 1");
  });

  it("is told person by person, without a whole number, and noted as read", async () => {
    const { id, browser } = await sent();
    const report = await browser.get(`/console/notices/${id}/report`);
    expect(textOf(report)).toContain("MU-person-a2 English SMS sent");
    expect(textOf(report)).toContain("+90********01 English SMS sent");
    for (const number of numbers) expect(report.body).not.toContain(number);
    const file = await browser.get(`/console/notices/${id}/report.csv`);
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(file.headers["content-disposition"]).toBe(`attachment; filename="notice-${id}.csv"`);
    expect(file.headers["cache-control"]).toBe("no-store");
    const [head, ...lines] = file.body.trimEnd().split("\r\n");
    expect(head).toBe("who,language,channel,standing,why,sent at (UTC)");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe("MU-person-a2,en,sms,sent,,2026-11-24T09:00:00.000Z");
    const read = await scene.store.read.auditEntry.findMany({
      where: { action: { in: ["notice.report_read", "notice.report_taken"] } },
    });
    expect(read.map(({ actor, object }) => [actor, object])).toEqual([
      [`staff:${browser.staffId}`, `notice:${id}`],
      [`staff:${browser.staffId}`, `notice:${id}`],
    ]);
  });

  it("comes in pages on the screen, and whole in the file", async () => {
    await scene.people(201);
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser);
    await browser.post(`/console/notices/${id}/submit`);
    const approver = await scene.as("approver");
    const seen = String((await scene.office.notice(id)).changedAt);
    await approver.post(`/console/notices/${id}/approve`, { form: { seen } });
    const first = await browser.get(`/console/notices/${id}/report`);
    const rows = (body: string) => body.match(/<tr><td>/g)?.length;
    expect(rows(first.body)).toBe(200);
    const next = /href="(\/console\/notices\/\w+\/report\?from=[^"]+)"/.exec(first.body)?.[1] ?? "";
    const second = await browser.get(next);
    expect(rows(second.body)).toBe(1);
    expect(second.body).toContain(`href="/console/notices/${id}/report"`);
    const file = await browser.get(`/console/notices/${id}/report.csv`);
    expect(new Set(file.body.trimEnd().split("\r\n")).size).toBe(202);
  });

  it("tells of nobody who was not written to before its last moment that she still waits", async () => {
    await scene.people(2);
    const browser = await scene.as("caseworker");
    const { id } = await writes(browser, { until: "2026-11-24T10:00" });
    await browser.post(`/console/notices/${id}/submit`);
    scene.forward(2 * hourMs);
    await scene.office.settle();
    const page = await (await scene.as("caseworker")).get(`/console/notices/${id}`);
    expect(textOf(page)).toContain("0 sent, 2 stopped");
    expect(page.body).not.toContain("every 3s");
  });
});
