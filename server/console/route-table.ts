import { administrationRoutes } from "./administration/administration-routes.ts";
import type { ConsoleHost } from "./console-host.ts";
import type { ConsoleRoute } from "./console-route.ts";
import { inboxRoutes } from "./inbox/inbox-routes.ts";
import { noticeRoutes } from "./notices/notice-routes.ts";
import type { NavigationEntry } from "./page/render-page.ts";
import { peopleRoutes } from "./people/people-routes.ts";
import { reviewRoutes } from "./reviews/review-routes.ts";
import { signInRoutes } from "./sign-in/sign-in-routes.ts";

/** Everything the console does. What is not here is not there. */
export const routeTable = (host: ConsoleHost): readonly ConsoleRoute[] => [
  ...signInRoutes(host),
  ...inboxRoutes(host),
  ...reviewRoutes(host),
  ...noticeRoutes(host),
  ...peopleRoutes(host),
  ...administrationRoutes(host),
];

/** The places in the navigation, in their order; one without a page in the table is not shown. */
export const navigation: readonly NavigationEntry[] = [
  { path: "/inbox", title: "inbox.title", permission: "cases.answer" },
  { path: "/requests", title: "requests.title", permission: "requests.review" },
  { path: "/employers", title: "employers.title", permission: "employers.review" },
  { path: "/openings", title: "openings.title", permission: "openings.review" },
  { path: "/notices", title: "notices.title", permission: "notices.write" },
  { path: "/people", title: "people.title", permission: "people.find" },
  { path: "/audit", title: "audit.title", permission: "audit.read" },
  { path: "/staff", title: "staff.title", permission: "staff.manage" },
];
