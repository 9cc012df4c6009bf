import { z } from "zod";
import { firstBrokenSeal } from "../../../union/audit/audit.ts";
import { auditLog } from "../../../union/audit/audit-log.ts";
import { addStaff, newStaff } from "../../../union/staff/add-staff.ts";
import { type DisabledStaff, disableStaff, enableStaff } from "../../../union/staff/disable-staff.ts";
import { listStaff, staffNames } from "../../../union/staff/list-staff.ts";
import { roles } from "../../../union/staff/permissions.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, StaffVisit } from "../console-route.ts";
import type { TextKey } from "../page/texts.ts";

const filter = z.object({
  actor: z.string().max(100).catch(""),
  object: z.string().max(100).catch(""),
  before: z.coerce.number().int().positive().nullable().catch(null),
});
const noForm = { name: "", email: "", role: "caseworker", language: "en" } as const;
const typedForm = z
  .object({ name: z.string(), email: z.string(), role: z.string(), language: z.string() })
  .catch(noForm);

/** What only administrators do: who is of staff, and who did what. */
export function administrationRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    { method: "GET", path: "/audit", permission: "audit.read", visit: (visit) => auditPage(host, visit) },
    {
      method: "POST",
      path: "/audit/check",
      permission: "audit.read",
      visit: async () => ({
        kind: "page",
        view: "audit-check",
        title: "audit.title",
        data: { broken: await firstBrokenSeal(host.store.read) },
      }),
    },
    { method: "GET", path: "/staff", permission: "staff.manage", visit: () => staffPage(host, noForm) },
    { method: "POST", path: "/staff", permission: "staff.manage", visit: (visit) => add(host, visit) },
    {
      method: "POST",
      path: "/staff/:id/disable",
      permission: "staff.manage",
      visit: (visit) => change(host, visit, disableStaff),
    },
    {
      method: "POST",
      path: "/staff/:id/enable",
      permission: "staff.manage",
      visit: (visit) => change(host, visit, enableStaff),
    },
  ];
}

async function auditPage(host: ConsoleHost, { query }: StaffVisit): Promise<Outcome> {
  const asked = filter.parse(query);
  const { entries, older } = await auditLog(host, asked);
  const names = await staffNames(
    host,
    entries.map(({ actor }) => staffIdOf(actor)),
  );
  const named = entries.map((entry) => ({ ...entry, name: names.get(staffIdOf(entry.actor)) ?? null }));
  return { kind: "page", view: "audit", title: "audit.title", data: { entries: named, older, asked } };
}

/** Some entries name somebody of staff with `staff:` before her id. */
const staffIdOf = (actor: string): string => actor.replace(/^staff:/, "");

async function staffPage(host: ConsoleHost, form: unknown) {
  const data = { people: await listStaff(host), roles, form };
  return { kind: "page", view: "staff", title: "staff.title", data } as const;
}

async function add(host: ConsoleHost, { body, staff }: StaffVisit): Promise<Outcome> {
  const asked = newStaff.safeParse(body);
  const untaken = async (key: TextKey): Promise<Outcome> => ({
    ...(await staffPage(host, typedForm.parse(body))),
    status: 422,
    fault: { key },
  });
  if (!asked.success) return untaken("staff.notTaken");
  const added = await addStaff(host, asked.data, `staff:${staff.id}`);
  return added.kind === "known"
    ? untaken("staff.known")
    : { kind: "go", to: "/staff", said: "said.staffAdded" };
}

type ChangeStaff = typeof disableStaff;

async function change(host: ConsoleHost, visit: StaffVisit, how: ChangeStaff): Promise<Outcome> {
  const { kind } = await how(host, { staffId: visit.params.id ?? "", by: `staff:${visit.staff.id}` });
  if (kind === "unknown") return { kind: "missing" };
  return { kind: "go", to: "/staff", said: sayings[kind] };
}

const sayings = {
  disabled: "said.staffDisabled",
  enabled: "said.staffEnabled",
  as_it_was: "said.nothingChanged",
  last_administrator: "said.lastAdministrator",
} as const satisfies Readonly<Record<Exclude<DisabledStaff["kind"], "unknown">, TextKey>>;
