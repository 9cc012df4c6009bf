import type { FastifyInstance, InjectOptions } from "fastify";
import type { Runtime } from "../../bot/runtime.ts";
import { readConfig } from "../../server/config/read-config.ts";
import { httpApp } from "../../server/http/app.ts";
import { createMetrics } from "../../server/metrics.ts";
import type { Service } from "../../server/service.ts";
import { version } from "../../server/version.ts";
import { addStaff } from "../../union/staff/add-staff.ts";
import type { Role } from "../../union/staff/permissions.ts";
import { startSession } from "../../union/staff/session.ts";
import { newToken } from "../../union/staff/token.ts";
import { openSmallUnion } from "../bot/small-union.ts";
import { type Browser, browserOf } from "../server/console/browser.ts";

/** A route as it stands in the running app. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** The whole service as it is served, on a real database, with every route it has. */
export interface WholeService {
  readonly app: FastifyInstance;
  readonly runtime: Runtime;
  readonly routes: readonly Route[];
  /** A browser nobody has used. */
  browser(): Browser;
  /** A browser in which somebody of that role is signed in; the same person each time. */
  as(role: Role): Promise<Browser>;
  /** What the cookie of somebody of that role holds. */
  session(role: Role): Promise<string>;
  /** Moves the clock. */
  forward(milliseconds: number): void;
  close(): Promise<void>;
}

const publicUrl = "http://localhost:3000";

/** Everything `MODE=live` refuses to start without. None of it is anybody's. */
const live = {
  ...{
    MODE: "live",
    PUBLIC_URL: "https://union.example",
    SECRET_KEY: "a secret key of the tests, long enough",
  },
  ...{ TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`, TWILIO_AUTH_TOKEN: "0".repeat(32) },
  ...{ TWILIO_SMS_FROM: "+15550009999", SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "post@union.example" },
};

export async function openWholeService(mode: "sim" | "live" = "sim"): Promise<WholeService> {
  const held: { runtime?: Runtime } = {};
  const config = readConfig(mode === "live" ? live : { MODE: "sim", PUBLIC_URL: publicUrl });
  const union = await openSmallUnion({
    runtime: (base) => {
      held.runtime = { ...base, publicUrl: config.publicUrl };
      return { publicUrl: config.publicUrl };
    },
  });
  const { runtime } = held;
  if (runtime === undefined) throw new Error("The union has no runtime.");
  const metrics = createMetrics();
  const service: Service = {
    ...{ ...runtime, config, metrics, version },
    ...{ simulatedClock: null, isRedisReady: () => true, isStopping: () => false },
  };
  const app = httpApp(service);
  const routes: Route[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url });
  });
  await app.ready();
  const inject = (options: InjectOptions) => app.inject(options);
  const session: WholeService["session"] = async (role) => {
    const added = await addStaff(
      runtime,
      { name: `The ${role}`, email: `${role}@union.example`, role, language: "en" },
      "operator",
    );
    const { token } = await runtime.store.write.once((tx) =>
      startSession(tx, {
        staffId: added.id,
        token: newToken(runtime),
        how: "link",
        now: runtime.clock.now(),
      }),
    );
    return token;
  };
  return {
    ...{ app, runtime, routes, session },
    forward: (milliseconds) => union.forward(milliseconds),
    close: async () => {
      await app.close();
      await union.close();
    },
    browser: () => browserOf(inject, config.publicUrl),
    as: async (role) => {
      const browser = browserOf(inject, config.publicUrl);
      const name = config.publicUrl.startsWith("https:") ? "__Host-console-session" : "console-session";
      browser.cookies.set(name, await session(role));
      return browser;
    },
  };
}
