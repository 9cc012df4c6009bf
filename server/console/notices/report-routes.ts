import { z } from "zod";
import type { Store } from "../../../prisma/store.ts";
import type { AuditAction } from "../../../union/audit/audit.ts";
import { noteReading } from "../../../union/audit/note-reading.ts";
import { reportCsv, reportCsvHead } from "../../../union/notices/report-csv.ts";
import { reportRows } from "../../../union/notices/report-rows.ts";
import { findNotice, type Notice } from "../../../union/notices/stored-notice.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, StaffVisit } from "../console-route.ts";

const question = z.object({ from: z.string().max(100).catch("") });

/** What became of a notice person by person: a page at a time, and as a file. Who read it is noted down. */
export function reportRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/notices/:id/report",
      permission: "notices.write",
      visit: async (visit) => {
        const notice = await findNotice(host.store.read, visit.params.id ?? "");
        if (notice === null) return { kind: "missing" };
        const { from } = question.parse(visit.query);
        await noteReport(host, visit, notice, "notice.report_read");
        const { rows, next } = await reportRows(host.store, notice, from);
        const data = { notice, rows, next, isFirst: from === "" };
        return { kind: "page", view: "notice-report", title: "notices.report", data };
      },
    },
    {
      method: "GET",
      path: "/notices/:id/report.csv",
      permission: "notices.write",
      visit: async (visit) => {
        const notice = await findNotice(host.store.read, visit.params.id ?? "");
        if (notice === null) return { kind: "missing" };
        await noteReport(host, visit, notice, "notice.report_taken");
        return {
          kind: "file",
          name: `notice-${notice.id}.csv`,
          contentType: "text/csv; charset=utf-8",
          body: linesOf(host.store, notice),
        };
      },
    },
  ];
}

const noteReport = (
  host: ConsoleHost,
  { staff }: StaffVisit,
  { id }: Notice,
  action: AuditAction,
): Promise<void> =>
  noteReading(host, { staffId: staff.id, action, object: `notice:${id}`, personId: null, purpose: "report" });

/** The whole report, a page at a time, so that a large one never stands in memory. */
async function* linesOf(store: Store, notice: Notice): AsyncGenerator<string> {
  yield reportCsvHead();
  let from: string | null = "";
  while (from !== null) {
    const { rows, next }: Awaited<ReturnType<typeof reportRows>> = await reportRows(store, notice, from);
    yield reportCsv(rows);
    from = next;
  }
}
