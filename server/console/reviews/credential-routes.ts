import { noteReading } from "../../../union/audit/note-reading.ts";
import {
  restoreCredential,
  revokeCredential,
  type StandingOutcome,
  suspendCredential,
} from "../../../union/credentials/change-standing.ts";
import { lastDay } from "../../../union/credentials/tier-zero.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, Said, StaffVisit } from "../console-route.ts";
import type { TextKey } from "../page/texts.ts";
import { readReasonForm, reasons } from "./reason-form.ts";

const changes = { suspend: suspendCredential, restore: restoreCredential, revoke: revokeCredential } as const;
/** What can be done to a credential in each state. */
const possible: Readonly<Record<string, readonly (keyof typeof changes)[]>> = {
  issued: ["suspend", "revoke"],
  suspended: ["restore", "revoke"],
  expired: ["revoke"],
};

/** A credential that was issued: how it stands, and taking it back. */
export function credentialRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/credentials/:id",
      permission: "credentials.withdraw",
      visit: (visit) => credentialPage(host, visit),
    },
    {
      method: "POST",
      path: "/credentials/:id/decide",
      permission: "credentials.withdraw",
      visit: (visit) => change(host, visit),
    },
  ];
}

const idOf = ({ params }: StaffVisit): string => params.id ?? "";

async function credentialPage(host: ConsoleHost, visit: StaffVisit, fault?: Said): Promise<Outcome> {
  const credential = await host.store.read.credential.findUnique({
    where: { id: idOf(visit) },
    select: {
      ...{ id: true, kind: true, level: true, state: true, reason: true, requestId: true, personId: true },
      ...{ issuedAt: true, validUntil: true, changedAt: true, person: { select: { number: true } } },
    },
  });
  if (credential === null) return { kind: "missing" };
  await noteReading(host, {
    ...{ staffId: visit.staff.id, action: "credential.read", object: `credential:${credential.id}` },
    ...{ personId: credential.personId, purpose: "review" },
  });
  const options = possible[credential.state] ?? [];
  const data = {
    credential: { ...credential, validUntil: lastDay(credential.validUntil) },
    options,
    reasons: reasons.credential,
  };
  const page = { kind: "page", view: "credential", title: "credential.title", data } as const;
  return fault === undefined ? page : { ...page, status: 422, fault };
}

async function change(host: ConsoleHost, visit: StaffVisit): Promise<Outcome> {
  const form = readReasonForm(visit.body, "credential", ["suspend", "restore", "revoke"]);
  if (form === null) return credentialPage(host, visit, { key: "review.sayWhy" });
  const { kind } = await changes[form.decision](host, {
    credentialId: idOf(visit),
    staffId: visit.staff.id,
    reason: form.inWords,
  });
  if (kind === "unknown") return { kind: "missing" };
  return { kind: "go", to: `/credentials/${idOf(visit)}`, said: sayings[kind] };
}

const sayings = {
  done: "said.credentialChanged",
  not_possible: "said.credentialNotPossible",
  no_reason: "said.nothingChanged",
} as const satisfies Readonly<Record<Exclude<StandingOutcome["kind"], "unknown">, TextKey>>;
