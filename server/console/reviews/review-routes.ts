import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute } from "../console-route.ts";
import { credentialRoutes } from "./credential-routes.ts";
import { employerRoutes } from "./employer-routes.ts";
import { openingRoutes } from "./opening-routes.ts";
import { requestRoutes } from "./request-routes.ts";

/** What caseworkers look at and decide: requests, credentials, employers, openings that are held back. */
export const reviewRoutes = (host: ConsoleHost): readonly ConsoleRoute[] => [
  ...requestRoutes(host),
  ...credentialRoutes(host),
  ...employerRoutes(host),
  ...openingRoutes(host),
];
