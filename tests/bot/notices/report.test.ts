import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs, minuteMs } from "../../../domain/moment.ts";
import { everyMember } from "../../../domain/notice-audience.ts";
import { reportCsv, reportCsvHead } from "../../../union/notices/report-csv.ts";
import { type ReportRow, reportRows } from "../../../union/notices/report-rows.ts";
import { many } from "../../union/notices/some-people.ts";
import { type NoticeOffice, openNoticeOffice } from "./notice-office.ts";

let office: NoticeOffice;
beforeEach(async () => {
  office = await openNoticeOffice();
});
afterEach(() => office.close());

const from = (last: number) => ({ from: { channel: "sms" as const, identifier: `+90555100000${last}` } });
const people = [1, 2, 3, 4, 5].map((last) => ({ address: `a${last}`, identifier: `+90555100000${last}` }));

describe("the report of a notice", () => {
  it("says what became of everybody, who answered and who opted out", async () => {
    office.phone.answers({ kind: "refused", refusal: "content", code: "30007", detail: "filtered" });
    const id = await office.sends(people);
    await office.settle();
    const sent = (await office.outbox()).filter(({ status }) => status === "sent");
    await office.reports({ messageId: sent[0]?.id ?? "", status: "delivered" });
    await office.reports({ messageId: sent[1]?.id ?? "", status: "read" });
    office.forward(5 * minuteMs);
    await office.says("thank you", from(4));
    await office.says("STOP", from(5));
    const progress = await office.progress(id);
    expect(progress).toMatchObject({
      recipients: 5,
      delivered: 1,
      read: 1,
      sent: 2,
      replied: 2,
      optedOut: 1,
    });
    expect(progress.failed.map(({ people: failed }) => failed)).toEqual([1]);
    office.forward(30 * dayMs);
    await office.says("hello again", from(3));
    expect((await office.progress(id)).replied).toBe(2);
  });

  it("is by person, with her member number, or else her number without its digits", async () => {
    const id = await office.sends(
      [...people.slice(0, 1), { address: "a9", isMember: false, identifier: "+905551000009" }],
      {
        audience: { ...everyMember, onlyMembers: false },
      },
    );
    await office.settle();
    const { rows, next } = await reportRows(office.store, await office.notice(id));
    expect(next).toBeNull();
    expect(rows).toEqual([
      {
        who: "MU-person-a1",
        language: "en",
        channel: "sms",
        standing: "sent",
        why: null,
        sentAt: expect.any(Date),
      },
      {
        who: "+90********09",
        language: "en",
        channel: "sms",
        standing: "sent",
        why: null,
        sentAt: expect.any(Date),
      },
    ]);
  });

  it("comes in pages that hold everybody once", async () => {
    const id = await office.sends(many(230));
    const notice = await office.notice(id);
    const first = await reportRows(office.store, notice);
    const second = await reportRows(office.store, notice, first.next ?? "");
    expect([first.rows.length, second.rows.length, second.next]).toEqual([200, 30, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ who }) => who)).size).toBe(230);
    expect(first.rows[0]?.standing).toBe("waiting");
  });
});

describe("the report as a table for a spreadsheet", () => {
  const row: ReportRow = {
    who: "MU-1",
    language: "en",
    channel: "sms",
    standing: "sent",
    why: null,
    sentAt: new Date(0),
  };

  it("has a line a person", () => {
    expect(reportCsvHead()).toBe("who,language,channel,standing,why,sent at (UTC)\r\n");
    expect(reportCsv([row, row])).toBe("MU-1,en,sms,sent,,1970-01-01T00:00:00.000Z\r\n".repeat(2));
  });

  it.each(["=1+1", "+90", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "|cmd", "%0A=1"])(
    "never runs %j",
    (why) => {
      const cell = reportCsv([{ ...row, why }]).split(",")[4] ?? "";
      expect(cell.replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it("keeps quotes, commas and line ends inside their cell", () => {
    expect(reportCsv([{ ...row, why: 'a "b", c\nd' }])).toContain('"a ""b"", c\nd"');
  });
});
