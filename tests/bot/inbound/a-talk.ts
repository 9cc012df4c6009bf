import { converse } from "../../../bot/inbound/converse.ts";
import { begin, type Ears } from "../../../bot/inbound/lead.ts";
import { type Talk, talkOf } from "../../../bot/inbound/talk.ts";
import type { FlowId } from "../../../flows/index.ts";
import { createLocales } from "../../../locales/index.ts";
import type { Lane, Mail, PersonRow, Scene } from "../../../prisma/rows/scene.ts";

export const ears: Ears = { locales: createLocales(), now: Date.UTC(2026, 10, 24, 9) };

export const member: PersonRow = {
  id: "p1",
  number: "MU-4821-K",
  language: "en",
  name: "Amal",
  place: "Tripoli",
  work: "cooking",
  workOther: null,
  ageBand: "from30",
  sharedPhone: false,
  jobAlerts: true,
  livelihood: null,
  years: null,
};
/** Somebody who became a member and then told us that she is under 18. */
export const young: PersonRow = { ...member, ageBand: "under18" };

const lane: Lane = {
  addressId: "a1",
  channel: "sms",
  identifier: "+9613123456",
  country: "LB",
  account: "sim-sms",
  state: "open",
  owner: "bot",
  language: "en",
  turn: 7,
  lastInboundAt: null,
};

interface TalkOptions {
  readonly person?: PersonRow | null;
  readonly lane?: Partial<Lane>;
  readonly sessions?: Scene["sessions"];
}

/** The talk with somebody as it stands before her message is heard; a stranger, where nothing else is said. */
export const aTalk = (options: TalkOptions = {}): Talk =>
  talkOf({
    lane: { ...lane, ...options.lane },
    person: options.person ?? null,
    employer: null,
    isHolding: false,
    isAttestor: false,
    sessions: options.sessions ?? [],
    mail: null,
    hasMoreMail: false,
  });

/** The same talk when its turn is over: what was said and wanted is done, the sessions stay. */
export const later = (talk: Talk, change: Partial<Lane> = {}): Talk => ({
  ...talk,
  lane: { ...talk.lane, ...change },
  says: [],
  wanted: [],
  closed: [],
  asked: null,
  topic: "talk",
});

const mail: Mail = {
  id: 1,
  account: "sim-sms",
  kind: "text",
  text: "",
  choice: null,
  providerAnswered: false,
  requestId: "r1",
  receivedAt: ears.now,
  attempts: 0,
};

/** What the talk comes to when the person does this: types something, or anything else that a channel reports. */
export const hearing = (talk: Talk, did: string | Partial<Mail>): Talk =>
  converse(talk, { ...mail, ...(typeof did === "string" ? { text: did } : did) }, ears);

export const tapping = (talk: Talk, choice: string): Talk => hearing(talk, { kind: "choice", choice });

/** A talk in which these were typed, one turn after the other. */
export const having = (talk: Talk, ...typed: readonly string[]): Talk =>
  typed.reduce((before, text) => later(hearing(before, text)), talk);

export const inFlow = (talk: Talk, flow: FlowId): Talk => later(begin(talk, flow, ears));

/** Somebody who has come to the question of her name. */
export const atName = (options: TalkOptions = {}): Talk => having(aTalk(options), "hi", "1", "1", "2");

export const saysOf = (talk: Talk): readonly string[] =>
  talk.says.map(({ namespace, key }) => `${namespace}/${key}`);
export const wantedOf = (talk: Talk): readonly string[] => talk.wanted.map(({ action }) => action);
/** What is on the screen now, as `flow/question`; null where nothing is asked. */
export const askedOf = ({ asked }: Talk): string | null =>
  asked === null ? null : `${asked.flow}/${asked.asked.key}`;
export const answersIn = (talk: Talk, flow: FlowId) =>
  talk.open.find((open) => open.flow === flow)?.session.answers;
