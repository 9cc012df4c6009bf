import type {
  FastifyReply,
  FastifyRequest,
  onRequestAsyncHookHandler,
  preHandlerAsyncHookHandler,
} from "fastify";
import { may } from "../../union/staff/permissions.ts";
import { type SignedIn, sessionOf } from "../../union/staff/session.ts";
import type { ConsoleHost } from "./console-host.ts";
import type { ConsoleRoute } from "./console-route.ts";
import type { ConsoleCookies } from "./cookies.ts";
import type { AnswerRefusal } from "./refusals.ts";

/** Whether a page looks again by itself: nobody clicked, so it keeps no session awake. */
export const isRefresh = ({ method, headers }: FastifyRequest): boolean =>
  method === "GET" && headers["hx-request"] === "true";

/** Who is signed in here; null for nobody, and before anybody has looked. */
export const staffOf = (request: FastifyRequest): SignedIn | null =>
  request.getDecorator<SignedIn | null>("staff");

export interface Entrance {
  /** Finds out who it is. */
  readonly identify: onRequestAsyncHookHandler;
  /** Lets nobody further who may not. */
  readonly admit: (route: ConsoleRoute, refuse: AnswerRefusal) => preHandlerAsyncHookHandler;
}

/** Who comes in, and how far. */
export function entrance(host: ConsoleHost, cookies: ConsoleCookies): Entrance {
  return {
    identify: async (request) => {
      const token = request.cookies[cookies.session];
      if (token === undefined) return;
      request.setDecorator("staff", await sessionOf(host, token, !isRefresh(request)));
    },
    admit: (route, refuse) => async (request: FastifyRequest, reply: FastifyReply) => {
      if (route.permission === null) return;
      const staff = staffOf(request);
      if (staff === null) return refuse(request, reply, "signedOut");
      if (!may(staff.role, route.permission)) return refuse(request, reply, "notAllowed");
    },
  };
}
