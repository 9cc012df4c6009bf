import { dayMs } from "../../../domain/moment.ts";
import type { OpeningDraft } from "../../../domain/opening-draft.ts";
import type { Store } from "../../../prisma/store.ts";
import type { Round } from "../../../queues/rounds.ts";
import { verifyEmployer } from "../../../union/employers/decide-employer.ts";
import { joinEmployer } from "../../../union/employers/join-employer.ts";
import { markTold } from "../../../union/matching/answer-alert.ts";
import { dueAlerts } from "../../../union/matching/due-alerts.ts";
import { matchDueOpenings } from "../../../union/matching/match-due-openings.ts";
import { type MemberIndex, memberIndex } from "../../../union/matching/member-index.ts";
import type { Means } from "../../../union/means.ts";
import { type Posted, postOpening } from "../../../union/openings/post-opening.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { type TestDatabase, testDatabase } from "../../prisma/open-test-store.ts";

/** Noon in Turkey, on a Tuesday. */
const start = Date.parse("2026-11-24T09:00:00Z");

export interface MemberLike {
  readonly livelihood?: string | null;
  readonly years?: number | null;
  readonly place?: string;
  readonly country?: string | null;
  readonly ageBand?: string;
  readonly jobAlerts?: boolean;
  readonly lastInboundAt?: number;
}

/** A town with members, employers and openings on a real database, and a clock that moves when told. */
export interface SmallMarket {
  readonly store: Store;
  readonly means: Means;
  readonly members: MemberIndex;
  /** The rounds that were rung for. */
  readonly rung: Round[];
  now(): number;
  pass(milliseconds: number): void;
  /** A cook of Gaziantep who wants to hear of jobs, unless said otherwise; her address is `a-<id>`. */
  member(id: string, like?: MemberLike): Promise<void>;
  employer(id: string, isVerified?: boolean): Promise<void>;
  post(employerId: string, changes?: Partial<OpeningDraft>): Promise<Posted>;
  /** Posts what must be all right; gives back the id of the opening. */
  posted(employerId: string, changes?: Partial<OpeningDraft>): Promise<string>;
  match(): Promise<number>;
  /** Tells whoever may be told now; gives back who was. */
  tell(most?: number): Promise<readonly string[]>;
  /** Who has an alert for an opening in any of these states, in the order of their names. */
  alerted(openingId: string, ...states: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const draft: OpeningDraft = {
  livelihood: "cook",
  pay: { amount: 22_000, currency: "TRY", period: "month" },
  place: "Gaziantep",
  country: "TR",
  places: 1,
  startsOn: "2026-12-01",
  validUntil: start + 14 * dayMs,
  hours: 45,
  details: null,
};

export async function openSmallMarket(): Promise<SmallMarket> {
  const database: TestDatabase = await testDatabase();
  const store = await database.open();
  let now = start;
  let ids = 0;
  const rung: Round[] = [];
  const newId = (): string => {
    ids += 1;
    return String(ids).padStart(32, "0");
  };
  const means: Means = {
    store,
    clock: { now: () => new Date(now), monotonicMs: () => now },
    newId,
    randomInt: (below) => {
      ids += 7;
      return ids % below;
    },
    secrets: secretsFrom("a key for tests, of no use anywhere else"),
    doorbell: {
      announceMail: async () => true,
      announceMessages: async () => true,
      announceRound: async (round) => {
        rung.push(round);
        return true;
      },
    },
    publicUrl: "https://union.example",
  };
  const members = memberIndex(store);

  const market: SmallMarket = {
    store,
    means,
    members,
    rung,
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    member: (id, like = {}) =>
      store.write.once(async (tx) => {
        const at = new Date(now);
        const { country = "TR", lastInboundAt = now - dayMs, ...person } = like;
        await tx.person.create({
          data: {
            ...{ id, language: "en", name: id, place: "Gaziantep", livelihood: "cook", years: 3 },
            ...{ ageBand: "from30", jobAlerts: true, createdAt: at, joinedAt: at, changedAt: at },
            ...person,
          },
        });
        const addressId = `a-${id}`;
        await tx.address.create({
          data: { id: addressId, channel: "sms", identifier: `+15550${id}`, country, firstSeenAt: at },
        });
        await tx.lane.create({
          data: {
            ...{ addressId, account: "sms", state: "open", owner: "bot", language: "en", turn: 1, outSeq: 0 },
            lastInboundAt: new Date(lastInboundAt),
          },
        });
        await tx.addressHolder.create({ data: { id: `h-${id}`, addressId, personId: id, since: at } });
        await tx.consentEntry.create({
          data: {
            ...{ addressId, personId: id, topic: "jobs", decision: "given", how: "join" },
            ...{ textVersion: 1, language: "en", at },
          },
        });
      }),
    employer: async (id, isVerified = true) => {
      await store.write.once((tx) =>
        joinEmployer(tx, {
          ...{ id, contactId: newId(), name: `Employer ${id}`, kind: "company", place: "Gaziantep" },
          ...{ country: "TR", contactName: "Deniz", email: null, language: "en", addressId: null },
          now: new Date(now),
        }),
      );
      if (isVerified) await verifyEmployer(means, { employerId: id, staffId: "staff", reason: null });
    },
    post: (employerId, changes = {}) =>
      store.write.once((tx) =>
        postOpening(tx, {
          ...{ id: newId(), employerId, source: "api", actor: `employer:${employerId}`, now },
          draft: { ...draft, ...changes },
        }),
      ),
    posted: async (employerId, changes) => {
      const posted = await market.post(employerId, changes);
      if (posted.kind !== "posted") throw new Error(`Not posted: ${JSON.stringify(posted)}`);
      return posted.openingId;
    },
    match: async () => (await matchDueOpenings(means, members)).alerts,
    tell: (most = 100) =>
      store.write.once(async (tx) => {
        const due = await dueAlerts(tx, now, most);
        for (const { alertId } of due) await markTold(tx, alertId, new Date(now));
        return due.map(({ personId }) => personId);
      }),
    alerted: async (openingId, ...states) => {
      const alerts = await store.read.alert.findMany({
        where: { openingId, ...(states.length === 0 ? {} : { state: { in: [...states] } }) },
        select: { personId: true },
        orderBy: { personId: "asc" },
      });
      return alerts.map(({ personId }) => personId);
    },
    close: () => database.remove(),
  };
  return market;
}
