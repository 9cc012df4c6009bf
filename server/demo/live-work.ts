import { localDay } from "../../domain/local-day.ts";
import { dayMs } from "../../domain/moment.ts";
import { refuseEmployer, verifyEmployer } from "../../union/employers/decide-employer.ts";
import { joinEmployer } from "../../union/employers/join-employer.ts";
import { fillOpening } from "../../union/openings/end-opening.ts";
import { postOpening } from "../../union/openings/post-opening.ts";
import { type DemoOpening, demoEmployers } from "./demo-employers.ts";
import type { DemoUnion } from "./demo-union.ts";

/** Six employers join, and a caseworker decides about five of them. Gives back their ids by key. */
export async function joinEmployers(
  { service }: DemoUnion,
  staffId: string,
): Promise<ReadonlyMap<string, string>> {
  const { store, clock, newId } = service;
  const ids = new Map<string, string>();
  for (const { key, becomes, ...words } of demoEmployers) {
    const id = newId();
    await store.write.once((tx) =>
      joinEmployer(tx, {
        ...words,
        ...{ id, contactId: newId(), addressId: null, now: clock.now() },
        email: `work@${key}.example.org`,
      }),
    );
    const decision = { employerId: id, staffId };
    if (becomes === "verified") await verifyEmployer(service, { ...decision, reason: null });
    if (becomes === "refused")
      await refuseEmployer(service, { ...decision, reason: "Asked members for money." });
    ids.set(key, id);
  }
  return ids;
}

/** An employer posts an opening. Gives back its id. */
export async function post(
  { service }: DemoUnion,
  opening: DemoOpening,
  employers: ReadonlyMap<string, string>,
): Promise<string> {
  const { store, clock, newId, doorbell } = service;
  const employer = demoEmployers.find(({ key }) => key === opening.employer);
  const employerId = employers.get(opening.employer);
  if (employer === undefined || employerId === undefined)
    throw new Error(`There is no invented employer ${opening.employer}.`);
  const now = clock.now().getTime();
  const { livelihood, pay, places, details, daysValid } = opening;
  const { place, country } = employer;
  const posted = await store.write.once((tx) =>
    postOpening(tx, {
      ...{ id: newId(), employerId, source: "console", actor: `employer:${employerId}`, now },
      draft: {
        ...{ livelihood, pay, place, country, places, details, hours: 48 },
        startsOn: localDay(now + (daysValid + 7) * dayMs, country),
        validUntil: now + daysValid * dayMs,
      },
    }),
  );
  if (posted.kind === "refused" || posted.kind === "duplicate")
    throw new Error(`An invented opening was ${posted.kind}: ${JSON.stringify(posted)}`);
  if (posted.kind === "posted" && posted.isDue) await doorbell.announceRound("matching");
  return posted.openingId;
}

/** Somebody was found for an opening. */
export const fill = ({ service: { store, clock } }: DemoUnion, openingId: string): Promise<unknown> =>
  store.write.once((tx) => fillOpening(tx, { openingId, actor: "demo", now: clock.now() }));
