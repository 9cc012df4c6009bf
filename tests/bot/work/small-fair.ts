import { onTestFinished } from "vitest";
import type { Runtime } from "../../../bot/runtime.ts";
import { askIntroductions } from "../../../bot/work/ask-introductions.ts";
import { endWork } from "../../../bot/work/end-work.ts";
import { matchOpenings } from "../../../bot/work/match-openings.ts";
import { tellAlerts } from "../../../bot/work/tell-alerts.ts";
import type { ChannelKind } from "../../../domain/address.ts";
import type { Language } from "../../../domain/language.ts";
import { dayMs, minuteMs } from "../../../domain/moment.ts";

import type { OpeningDraft } from "../../../domain/opening-draft.ts";
import { choicesOf } from "../../../domain/payload.ts";
import type { Store } from "../../../prisma/store.ts";
import { noteDecisions } from "../../../union/digests/note-decisions.ts";
import { verifyEmployer } from "../../../union/employers/decide-employer.ts";
import { joinEmployer } from "../../../union/employers/join-employer.ts";
import { postOpening } from "../../../union/openings/post-opening.ts";
import { type RecordingChannel, recordingChannel } from "../recording-channel.ts";
import { noon, openSmallUnion } from "../small-union.ts";

interface MemberLike {
  readonly channel?: ChannelKind;
  readonly language?: Language;
  readonly years?: number | null;
  readonly livelihood?: string;
  readonly place?: string;
}

interface EmployerLike {
  readonly channel?: ChannelKind;
  readonly email?: string | null;
}

const phones = { sms: "+15550000", whatsapp: "+15551000", telegram: "4711000" } as const;

/** A whole union with three kinds of phones, members and an employer with a phone, and the rounds of work. */
export interface SmallFair {
  readonly store: Store;
  readonly runtime: Runtime;
  /** A cook of Gaziantep with a phone that speaks her language, unless said otherwise. */
  member(id: string, like?: MemberLike): Promise<void>;
  employer(id: string, isVerified?: boolean, like?: EmployerLike): Promise<void>;
  verify(id: string): Promise<void>;
  /** Posts an opening for a cook in Gaziantep; gives back its id. */
  post(employerId: string, changes?: Partial<OpeningDraft>): Promise<string>;
  /** Does every round of work, twice at once as two processes do, and sends what is to be sent. */
  rounds(): Promise<void>;
  /** She types. */
  says(id: string, text: string): Promise<void>;
  /** She taps the button of that option in her message, the last one unless said otherwise. */
  taps(id: string, option: string, message?: string): Promise<void>;
  /** A tap of her own making. */
  forges(id: string, choice: string): Promise<void>;
  /** What has come to her phone since it was last looked at, one entry a message. */
  reads(id: string): readonly string[];
  /** The employer was shown everybody's card, and decides. */
  decides(employerId: string, openingId: string, who: string, verdict: "yes" | "no"): Promise<void>;
  pass(milliseconds: number): Promise<void>;
}

export async function openSmallFair(): Promise<SmallFair> {
  const channels: Readonly<Record<ChannelKind, RecordingChannel>> = {
    sms: recordingChannel("sms"),
    whatsapp: recordingChannel("whatsapp"),
    telegram: recordingChannel("telegram"),
  };
  const seen: { runtime?: Runtime } = {};
  const union = await openSmallUnion({
    runtime: (base) => {
      const more = { channels: new Map(Object.values(channels).map((each) => [each.account, each])) };
      seen.runtime = { ...base, ...more };
      return more;
    },
  });
  onTestFinished(() => union.close());
  const { runtime } = seen;
  if (runtime === undefined) throw new Error("The union has no runtime.");
  const { store } = union;
  const at = new Map<string, { readonly channel: ChannelKind; readonly identifier: string }>();
  const cursors = new Map<string, number>();
  const now = (): Date => runtime.clock.now();
  // Two processes: each has its own index of members.
  const processes = [matchOpenings(runtime), matchOpenings(runtime)];

  const addressFor = async (id: string, channel: ChannelKind, language: string): Promise<string> => {
    const identifier = `${phones[channel]}${at.size}${channel === "telegram" ? "" : "000"}`;
    at.set(id, { channel, identifier });
    const addressId = `a-${id}`;
    await store.write.once(async (tx) => {
      await tx.address.create({
        data: { id: addressId, channel, identifier, country: "TR", firstSeenAt: new Date(0) },
      });
      await tx.lane.create({
        data: {
          ...{ addressId, account: channels[channel].account, state: "open", owner: "bot", language },
          ...{ turn: 1, outSeq: 0, lastInboundAt: new Date(now().getTime() - 60 * minuteMs) },
        },
      });
    });
    return addressId;
  };
  const where = (id: string) => {
    const found = at.get(id);
    if (found === undefined) throw new Error(`Nobody is called ${id}.`);
    return found;
  };
  const callsTo = (id: string) => {
    const { channel, identifier } = where(id);
    return channels[channel].calls.filter(({ to }) => to === identifier);
  };
  const hears = async (id: string, text: string, choice: string | null): Promise<void> => {
    const { channel, identifier } = where(id);
    union.forward(2_000);
    await union.says(text, {
      ...{ account: channels[channel].account, from: { channel, identifier }, choice },
      kind: choice === null ? "text" : "choice",
    });
    await union.work();
  };
  const verify = async (employerId: string): Promise<void> => {
    await verifyEmployer(runtime, { employerId, staffId: "staff", reason: null });
  };
  const fair: SmallFair = {
    store,
    runtime,
    verify,
    member: async (id, like = {}) => {
      const { channel = "sms", language = "en", years = 3, ...person } = like;
      const addressId = await addressFor(id, channel, language);
      await store.write.once(async (tx) => {
        await tx.person.create({
          data: {
            ...{ id, language, name: `Amal ${id}`, place: "Gaziantep", livelihood: "cook", years },
            ...{ ageBand: "from30", jobAlerts: true, number: `MU-${at.size}-X`, work: "cooking" },
            ...{ createdAt: noon, joinedAt: noon, changedAt: now() },
            ...person,
          },
        });
        await tx.addressHolder.create({ data: { id: `h-${id}`, addressId, personId: id, since: noon } });
        for (const topic of ["profile", "jobs", "notices"])
          await tx.consentEntry.create({
            data: {
              ...{ addressId, personId: id, topic, decision: "given", how: "join" },
              ...{ textVersion: 1, language, at: noon },
            },
          });
      });
    },
    employer: async (id, isVerified = true, like = {}) => {
      const { channel = "sms", email = "deniz@kitchen.example" } = like;
      const addressId = await addressFor(id, channel, "en");
      await store.write.once((tx) =>
        joinEmployer(tx, {
          ...{ id, contactId: runtime.newId(), name: "Bright Kitchen", kind: "company", place: "Gaziantep" },
          ...{ country: "TR", contactName: "Deniz", email, language: "en" },
          ...{ addressId, now: now() },
        }),
      );
      if (isVerified) await verify(id);
    },
    post: async (employerId, changes = {}) => {
      const posted = await store.write.once((tx) =>
        postOpening(tx, {
          ...{ id: runtime.newId(), employerId, source: "api", actor: `employer:${employerId}` },
          now: now().getTime(),
          draft: {
            ...{ livelihood: "cook", pay: { amount: 22_000, currency: "TRY", period: "month" } },
            ...{ place: "Gaziantep", country: "TR", places: 3, startsOn: "2026-12-01", hours: 45 },
            ...{ validUntil: now().getTime() + 14 * dayMs, details: null },
            ...changes,
          },
        }),
      );
      if (posted.kind !== "posted") throw new Error(`Not posted: ${JSON.stringify(posted)}`);
      return posted.openingId;
    },
    rounds: async () => {
      await Promise.all(processes.map((match) => match()));
      for (const round of [tellAlerts, askIntroductions, endWork])
        await Promise.all([round(runtime)(), round(runtime)()]);
      await union.work();
    },
    says: (id, text) => hears(id, text, null),
    taps: async (id, option, message) => {
      const call = callsTo(id).findLast(({ text }) => message === undefined || text === message);
      const choice =
        call === undefined
          ? undefined
          : choicesOf(call.payload).find((each) => each.id.endsWith(`/${option}`));
      if (choice === undefined) throw new Error(`There is no button ${option}.`);
      await hears(id, "", choice.id);
    },
    forges: (id, choice) => hears(id, "", choice),
    reads: (id) => {
      const texts = callsTo(id).map(({ text }) => text);
      const unread = texts.slice(cursors.get(id) ?? 0);
      cursors.set(id, texts.length);
      return unread;
    },
    decides: async (employerId, openingId, who, verdict) => {
      await store.write.once(async (tx) => {
        await tx.card.updateMany({
          where: { openingId, state: "new" },
          data: { state: "shown", shownAt: now() },
        });
        const { code: card } = await tx.card.findFirstOrThrow({ where: { openingId, personId: who } });
        const decision = verdict === "yes" ? { card, verdict } : { card, verdict, reason: null };
        await noteDecisions(tx, runtime.newId, {
          ...{ employerId, openingId, decisions: [decision], how: "text", now: now() },
        });
      });
    },
    pass: (milliseconds) => union.pass(milliseconds),
  };
  return fair;
}
