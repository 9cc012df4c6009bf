import { randomInt } from "node:crypto";
import fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import type { Store } from "../../../prisma/store.ts";
import type { ConsoleHost } from "../../../server/console/console-host.ts";
import { consoleRoutes } from "../../../server/console/console-routes.ts";
import { didOf } from "../../../union/credentials/did-document.ts";
import type { OpenIssuer } from "../../../union/credentials/open-issuer.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { addStaff } from "../../../union/staff/add-staff.ts";
import type { Role } from "../../../union/staff/permissions.ts";
import { startSession } from "../../../union/staff/session.ts";
import { newToken } from "../../../union/staff/token.ts";
import { testDatabase } from "../../prisma/open-test-store.ts";
import { openKey } from "../../union/credentials/small-issuer.ts";
import { type Browser, browserOf } from "./browser.ts";

export const noon = new Date("2026-11-24T09:00:00Z");
export const publicUrl = "http://localhost:3000";

/** What the console had the bot do. */
export interface Handed {
  readonly answers: {
    readonly caseId: string;
    readonly staffId: string;
    readonly text: string;
    readonly once: string;
  }[];
  readonly endings: { readonly caseId: string; readonly staffId: string }[];
}

/** The console over HTTP on a real database, with a clock that moves when told; what it hands to the bot is noted down. */
export interface SmallConsole {
  readonly app: FastifyInstance;
  readonly host: ConsoleHost;
  readonly store: Store;
  readonly handed: Handed;
  /** A browser nobody has used. */
  browser(): Browser;
  /** A browser in which somebody of that role is signed in; the same person each time. */
  as(role: Role): Promise<Browser & { readonly staffId: string }>;
  forward(milliseconds: number): void;
  close(): Promise<void>;
}

export async function openSmallConsole(changes: Partial<ConsoleHost> = {}): Promise<SmallConsole> {
  const database = await testDatabase();
  const store = changes.store ?? (await database.open());
  let now = noon.getTime();
  let ids = 0;
  const secrets = secretsFrom("a secret for tests only, of 32 signs");
  const handed: Handed = { answers: [], endings: [] };
  const url = changes.publicUrl ?? publicUrl;
  const host: ConsoleHost = {
    store,
    secrets,
    randomInt: (below) => randomInt(below),
    clock: { now: () => new Date(now), monotonicMs: () => now },
    newId: () => {
      ids += 1;
      return String(ids).padStart(32, "0");
    },
    doorbell: {
      announceMail: async () => true,
      announceMessages: async () => true,
      announceRound: async () => true,
    },
    publicUrl: url,
    issuer: issuerAt(url),
    log: { error: (...said: unknown[]) => console.error(...said) },
    mode: "live",
    caseDesk: {
      answerInCase: async (answer) => {
        handed.answers.push(answer);
        return { kind: "queued" };
      },
      endCase: async (ending) => {
        handed.endings.push(ending);
        return { kind: "ended" };
      },
    },
    noticeDesk: {
      previewNotice: async () => ({
        ...{ people: 0, groups: [], leftOut: [], withoutText: [] },
        price: { dollars: 0, worst: 0, peopleAssumed: 0 },
      }),
      sendTestNotice: async () => ({ kind: "write_first" }),
      shownAsSms: (text) => text,
    },
    tellEmployer: async () => undefined,
    tellOfRequest: async () => undefined,
    ...changes,
  };
  const app = fastify();
  await app.register(consoleRoutes(host));
  await app.ready();
  const inject = (options: InjectOptions) => app.inject(options);
  const isHttps = url.startsWith("https:");
  return {
    app,
    host,
    store,
    handed,
    browser: () => browserOf(inject, url),
    as: async (role) => {
      const added = await addStaff(
        host,
        { name: `The ${role}`, email: `${role}@union.example`, role, language: "en" },
        "operator",
      );
      const { token } = await store.write.once((tx) =>
        startSession(tx, { staffId: added.id, token: newToken(host), how: "link", now: new Date(now) }),
      );
      const browser = browserOf(inject, url);
      browser.cookies.set(`${isHttps ? "__Host-" : ""}console-session`, token);
      return { ...browser, staffId: added.id };
    },
    forward: (milliseconds) => {
      now += milliseconds;
    },
    close: async () => {
      await app.close();
      await database.remove();
    },
  };
}

/** An issuer whose keys are in no file: to open a file takes as long as guessing should. */
function issuerAt(url: string): OpenIssuer {
  const [key, statusKey] = [openKey("p256-2026-11"), openKey("status-2026-11")];
  return { did: didOf(url), site: url, publicUrl: url, key, statusKey, published: [key, statusKey] };
}
