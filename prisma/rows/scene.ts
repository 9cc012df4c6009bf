import { z } from "zod";
import { channelKinds } from "../../domain/address.ts";
import { inboundKinds } from "../../domain/inbound-message.ts";
import type { Moment } from "../../domain/moment.ts";
import type { NewTimer } from "./timer.ts";

const yesOrNo = z.union([z.boolean(), z.number()]).transform(Boolean);

const lane = z.object({
  addressId: z.string(),
  channel: z.enum(channelKinds),
  identifier: z.string(),
  country: z.string().nullable(),
  account: z.string(),
  state: z.enum(["open", "stopped", "blocked"]),
  owner: z.enum(["bot", "person"]),
  language: z.string(),
  turn: z.number(),
  lastInboundAt: z.number().nullable(),
});
const person = z.object({
  id: z.string(),
  number: z.string().nullable(),
  language: z.string(),
  name: z.string().nullable(),
  place: z.string().nullable(),
  work: z.string().nullable(),
  workOther: z.string().nullable(),
  ageBand: z.string().nullable(),
  sharedPhone: yesOrNo.nullable(),
  jobAlerts: yesOrNo.nullable(),
  livelihood: z.string().nullable(),
  years: z.number().nullable(),
});
const employer = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["waiting", "verified", "refused", "paused"]),
});
const mail = z.object({
  id: z.number(),
  account: z.string(),
  kind: z.enum(inboundKinds),
  text: z.string(),
  choice: z.string().nullable(),
  providerAnswered: yesOrNo,
  requestId: z.string(),
  receivedAt: z.number(),
  attempts: z.number(),
});
const storedSession = z.object({
  flow: z.string(),
  version: z.number(),
  state: z.unknown(),
  openedAt: z.number(),
});

/** Everything a turn needs to know about one address. */
export const scene = z.object({
  lane,
  person: person.nullable(),
  /** Whom the address speaks for, where it offers work. */
  employer: employer.nullable(),
  /** Whether texts wait for the person to write, as her channel takes only templates until then. */
  isHolding: yesOrNo,
  /** Whether a member named whoever has this address as her attestor, and nobody there has joined. */
  isAttestor: yesOrNo,
  /** The conversations under way, the oldest first. */
  sessions: z.array(storedSession),
  /** The oldest message that has not been handled. */
  mail: mail.nullable(),
  /** Whether more waits behind it. */
  hasMoreMail: yesOrNo,
});

export type Scene = z.infer<typeof scene>;
export type Lane = z.infer<typeof lane>;
export type EmployerRow = z.infer<typeof employer>;
export type PersonRow = z.infer<typeof person>;
export type Mail = z.infer<typeof mail>;
export type StoredSession = z.infer<typeof storedSession>;

/** What one turn changed. */
export interface TurnWrite {
  readonly addressId: string;
  /** The message it answered; null for a turn that a timer began. */
  readonly inboundId: number | null;
  readonly lane: Pick<Lane, "account" | "state" | "owner" | "language" | "turn" | "lastInboundAt"> & {
    readonly forgetAt: Moment | null;
  };
  readonly sessions: readonly StoredSession[];
  /** The flows whose sessions are over. */
  readonly closed: readonly string[];
  readonly timer: NewTimer | null;
}
