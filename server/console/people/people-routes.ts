import { z } from "zod";
import { memberForReading, readingPurposes } from "../../../union/cases/member-for-reading.ts";
import type { ConsoleHost } from "../console-host.ts";
import type { ConsoleRoute, Outcome, StaffVisit } from "../console-route.ts";

const question = z.object({ number: z.string().max(40), purpose: z.enum(readingPurposes) });
const typed = z.object({ number: z.string().max(40).catch("") }).catch({ number: "" });

/** Looking a member up by the number she gives, with a reason. There is no list of people. */
export function peopleRoutes(host: ConsoleHost): readonly ConsoleRoute[] {
  return [
    {
      method: "GET",
      path: "/people",
      permission: "people.find",
      visit: async () => peoplePage({ number: "" }),
    },
    // A search is a form that is sent, so that no member number stands in an address or a browser's history.
    { method: "POST", path: "/people", permission: "people.find", visit: (visit) => find(host, visit) },
  ];
}

const peoplePage = (data: Readonly<Record<string, unknown>>) =>
  ({
    kind: "page",
    view: "people",
    title: "people.title",
    data: { purposes: readingPurposes, member: null, ...data },
  }) as const;

async function find(host: ConsoleHost, { body, staff }: StaffVisit): Promise<Outcome> {
  const asked = question.safeParse(body);
  const { number } = typed.parse(body);
  if (!asked.success) return { ...peoplePage({ number }), status: 422, fault: { key: "people.sayWhy" } };
  const found = await memberForReading(host, { ...asked.data, staffId: staff.id });
  if (found.kind === "no_number")
    return { ...peoplePage({ number }), status: 422, fault: { key: "people.noNumber" } };
  if (found.kind === "unknown")
    return { ...peoplePage({ number }), status: 404, fault: { key: "people.unknown" } };
  return peoplePage({ number: found.member.number, member: found.member });
}
