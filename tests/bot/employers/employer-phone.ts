import { onTestFinished } from "vitest";
import { tellDigests } from "../../../bot/employers/tell-digests.ts";
import type { Runtime } from "../../../bot/runtime.ts";
import type { ChannelKind } from "../../../domain/address.ts";
import type { Store } from "../../../prisma/store.ts";
import { makeCard } from "../../../union/digests/make-card.ts";
import { verifyEmployer } from "../../../union/employers/decide-employer.ts";
import { noon, openSmallUnion, type SmallUnion } from "../small-union.ts";

/** Somebody who offers work. */
export const employerNumber = "+905550190001";

export interface EmployerPhone {
  readonly union: SmallUnion;
  readonly store: Store;
  readonly runtime: Runtime;
  /** Types a text, and gives back what that phone got since, one entry a message. */
  readonly types: (text: string, number?: string) => Promise<readonly string[]>;
  /** What a phone got since it was looked at last, after everything that is due was done. */
  readonly gets: (number?: string) => Promise<readonly string[]>;
  /** Types one text after the other; gives back the last answer. */
  readonly goes: (...texts: readonly string[]) => Promise<string>;
  /** Joins as an employer, in English. */
  readonly joins: () => Promise<string>;
  /** Posts a job for a tailor; gives back the answer. */
  readonly posts: (change?: { readonly pay?: string }) => Promise<string>;
  readonly verified: () => Promise<string>;
  /** A member says yes to the newest opening, or to this one; gives back the code of her card. */
  readonly candidate: (openingId?: string) => Promise<string>;
  /** Does the round "digests"; gives back what the phone got. */
  readonly digests: () => Promise<readonly string[]>;
  readonly openings: () => Promise<
    readonly { readonly id: string; readonly code: string; readonly state: string }[]
  >;
}

export const joining = [
  ...["EMPLOYER", "1", "1", "Atelier Yildiz", "Gaziantep", "Leyla Demir", "2"],
] as const;
export const posting = [
  ...["EMPLOYER", "1", "sewing", "tailor", "22000 TRY a month", "Gaziantep", "45", "3", "5 3 2027"],
  "20 1 2027",
] as const;

/** An employer's phone, and the whole service behind it. */
export async function employerPhone(kind: ChannelKind = "sms"): Promise<EmployerPhone> {
  const runtimes: Runtime[] = [];
  const union = await openSmallUnion({
    kind,
    runtime: (base) => {
      runtimes.push(base);
      return {};
    },
  });
  onTestFinished(() => union.close());
  const [runtime] = runtimes;
  if (runtime === undefined) throw new Error("the union opened without a runtime");
  const { store, phone } = union;
  const seen = new Map<string, number>();
  const fresh = (number: string): readonly string[] => {
    const calls = phone.calls.filter(({ to }) => to === number).map(({ text }) => text);
    const news = calls.slice(seen.get(number) ?? 0);
    seen.set(number, calls.length);
    return news;
  };
  const types: EmployerPhone["types"] = async (text, number = employerNumber) => {
    union.forward(2000);
    await union.says(text, { from: { channel: kind, identifier: number } });
    return fresh(number);
  };
  const gets: EmployerPhone["gets"] = async (number = employerNumber) => {
    // Two texts to one phone are never sent in the same moment.
    await union.pass(5000);
    return fresh(number);
  };
  const goes: EmployerPhone["goes"] = async (...texts) => {
    let last: readonly string[] = [];
    for (const text of texts) last = await types(text);
    return last.join("\n---\n");
  };
  let people = 0;
  return {
    union,
    store,
    runtime,
    types,
    gets,
    goes,
    joins: () => goes(...joining, "1"),
    posts: ({ pay = "22000 TRY a month" } = {}) =>
      goes(...posting.map((text) => (text.startsWith("22000") ? pay : text)), "1"),
    verified: async () => {
      const { id } = await store.read.employer.findFirstOrThrow();
      await verifyEmployer(runtime, { employerId: id, staffId: "staff", reason: null });
      return id;
    },
    candidate: async (openingId) => {
      people += 1;
      const id = `person-${people}`;
      const addressId = `address-${people}`;
      const newest = await store.read.opening.findFirstOrThrow({ orderBy: { serial: "desc" } });
      const made = await store.write.once(async (tx) => {
        await tx.person.create({
          data: {
            ...{
              id,
              serial: 900 + people,
              number: `MU-${1900 + people}-K`,
              language: "ar",
              name: `Name${people}`,
            },
            ...{ place: "Gaziantep", work: "sewing", ageBand: "from18", livelihood: "tailor", years: 6 },
            ...{ jobAlerts: true, createdAt: noon, joinedAt: noon },
          },
        });
        await tx.address.create({
          data: {
            ...{ id: addressId, channel: kind, identifier: `+9055501900${10 + people}`, country: "TR" },
            firstSeenAt: noon,
            lane: {
              create: {
                ...{
                  account: phone.account,
                  owner: "bot",
                  language: "ar",
                  turn: 0,
                  outSeq: 0,
                  state: "open",
                },
              },
            },
            holders: { create: { id: `holder-${people}`, personId: id, since: noon } },
          },
        });
        await tx.consentEntry.create({
          data: {
            ...{ addressId, personId: id, how: "join", textVersion: 1, language: "ar", at: noon },
            ...{ topic: "jobs", decision: "given" },
          },
        });
        return makeCard(tx, {
          id: `card-${people}`,
          openingId: openingId ?? newest.id,
          personId: id,
          now: new Date(runtime.clock.now().getTime() + people),
        });
      });
      return made.code;
    },
    digests: async () => {
      await tellDigests(runtime, 1);
      return gets();
    },
    openings: () => store.read.opening.findMany({ orderBy: { serial: "asc" } }),
  };
}
