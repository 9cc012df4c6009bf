import { z } from "zod";
import { dayMs } from "../../domain/moment.ts";
import { everyMember } from "../../domain/notice-audience.ts";
import { readConfig } from "../../server/config/read-config.ts";
import { consoleHost } from "../../server/console/host-of.ts";
import { routeTable } from "../../server/console/route-table.ts";
import { addDemo } from "../../server/demo/add-demo.ts";
import { httpApp } from "../../server/http/app.ts";
import { openService } from "../../server/open-service.ts";
import { saveDraft } from "../../union/notices/save-draft.ts";
import { signInAsDemo } from "../../union/staff/sign-in-as-demo.ts";

/** The console on the demonstration's people, asked from within: what is measured is the server's time, without a network. */
const [redisUrl = "", dataDir = ""] = process.argv.slice(2);
const config = readConfig({ DATA_DIR: dataDir, MODE: "sim", DEMO: "on", LOG_LEVEL: "warn" });
const { service } = await openService(config, redisUrl);
await addDemo(service);
const app = httpApp(service);
const { token } = await signInAsDemo(service, "administrator");
const { read } = service.store;

const { id: staffId } = await read.staff.findFirstOrThrow({ where: { role: "administrator" } });
/** A notice to everybody, whose page counts them anew each time; the demonstration's own is done, and has a report. */
const saved = await saveDraft(service, {
  ...{ staffId, noticeId: null },
  draft: {
    ...{
      title: "Bench",
      texts: { en: "Free course on Monday at 9.", ar: "دورة مجانية", fr: "Cours gratuit" },
    },
    ...{ audience: everyMember, missing: "fallback", notAfter: service.clock.now().getTime() + dayMs },
  },
});
if (saved.kind !== "saved") throw new Error("The draft was refused.");

/** Whose ids stand in the addresses, by the word before them. */
const ids: Readonly<Record<string, readonly string[]>> = {
  cases: (await read.case.findMany({ select: { id: true } })).map(({ id }) => id),
  requests: (await read.credentialRequest.findMany({ select: { id: true } })).map(({ id }) => id),
  credentials: (await read.credential.findMany({ select: { id: true } })).map(({ id }) => id),
  employers: (await read.employer.findMany({ select: { id: true } })).map(({ id }) => id),
  notices: [saved.noticeId],
  reports: (await read.notice.findMany({ where: { state: "done" }, select: { id: true } })).map(
    ({ id }) => id,
  ),
};

const pages = routeTable(consoleHost(service))
  .filter(({ method, permission }) => method === "GET" && permission !== null)
  .map(({ path }) => path);

/** Asks for one page so many times, of each thing it can show in turn; gives back how long each took, in milliseconds. */
async function ask(path: string, times: number): Promise<readonly number[]> {
  const [, place = ""] = path.split("/");
  const shown = ids[path.includes("/report") ? "reports" : place] ?? [];
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const url = `/console${path.replace(":id", shown[at % shown.length] ?? "")}`;
    const began = performance.now();
    const { statusCode } = await app.inject({ url, headers: { cookie: `console-session=${token}` } });
    took.push(performance.now() - began);
    if (statusCode !== 200 && path !== "")
      throw new Error(`The console answered ${path} with ${statusCode}.`);
  }
  return took;
}

const question = z.object({ path: z.string(), times: z.number() });
process.on("message", (message) => {
  const { path, times } = question.parse(JSON.parse(String(message)));
  ask(path, times).then(
    (took) => process.send?.(took),
    (fault) => {
      console.error(fault);
      process.exit(1);
    },
  );
});
process.send?.({ pages });
