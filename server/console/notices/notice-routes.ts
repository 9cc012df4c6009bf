import type { NoticeState } from "../../../domain/notice-state.ts";
import { handedOver, progressOf } from "../../../union/notices/progress-of.ts";
import { listNotices } from "../../../union/notices/stored-notice.ts";
import { staffNames } from "../../../union/staff/list-staff.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome } from "../console-route.ts";
import { noticePage } from "./notice-page.ts";
import { reportRoutes } from "./report-routes.ts";
import { stepRoutes } from "./step-routes.ts";
import { writeRoutes } from "./write-routes.ts";

/** The youngest notices are listed; older ones are found in the audit log. */
const mostListed = 50;
const underWay: readonly NoticeState[] = ["freezing", "sending", "paused"];

/** Notices: one text in several languages to many people, written, checked, approved by a second person, and followed. */
export const noticeRoutes = (host: ConsoleHost): readonly ConsoleRoute[] => [
  { method: "GET", path: "/notices", permission: "notices.write", visit: () => listPage(host) },
  ...writeRoutes(host),
  {
    method: "GET",
    path: "/notices/:id",
    permission: "notices.write",
    visit: (visit) => noticePage(host, visit),
  },
  ...stepRoutes(host),
  ...reportRoutes(host),
];

async function listPage(host: ConsoleHost): Promise<Outcome> {
  const found = await listNotices(host.store.read, mostListed);
  const names = await staffNames(
    host,
    found.map(({ writtenBy }) => writtenBy),
  );
  const notices = await Promise.all(
    found.map(async (notice) => ({
      ...notice,
      writer: names.get(notice.writtenBy) ?? null,
      writtenAt: new Date(notice.createdAt),
      // Only what is on its way is counted: for all of them it would take too long.
      sent: underWay.includes(notice.state) ? handedOver(await progressOf(host.store, notice.id)) : null,
    })),
  );
  const isFull = found.length === mostListed;
  return {
    kind: "page",
    view: "notices",
    title: "notices.title",
    data: { notices, isFull, most: mostListed },
  };
}
