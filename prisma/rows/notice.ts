import { z } from "zod";
import { channelKinds } from "../../domain/address.ts";
import { messageStatuses } from "../../domain/delivery-status.ts";
import { languages } from "../../domain/language.ts";
import type { Moment } from "../../domain/moment.ts";
import { leftOutReasons } from "../../domain/notice-audience.ts";
import { scene } from "./scene.ts";

/** Whom a notice is for, ready to be asked of the database. Null leaves a question open. */
export interface AudienceQuestion {
  readonly languages: readonly string[] | null;
  readonly channels: readonly string[] | null;
  /** Places exactly as they are kept. */
  readonly places: readonly string[] | null;
  readonly livelihoods: readonly string[] | null;
  readonly seenSince: Moment | null;
  readonly onlyMembers: boolean;
  /** Not those who were sent a notice since. */
  readonly messagedSince: Moment | null;
  /** The languages there are words in. */
  readonly texts: readonly string[];
  /** The language for everybody else; null: they are left out. */
  readonly fallback: string | null;
}

/** Addresses one after the other: those behind `after`, up to and with `upTo`. */
export interface AddressSlice {
  readonly after: string;
  readonly upTo: string;
}

/** People of an audience who are alike. */
export const audienceCount = z.object({
  /** Of the text they get; null where they get none. */
  language: z.enum(languages).nullable(),
  /** The language they are spoken to in. */
  spoken: z.string(),
  channel: z.enum(channelKinds),
  country: z.string().nullable(),
  /** Why they get none; null for those who do. */
  reason: z.enum(leftOutReasons).nullable(),
  people: z.number(),
});
export type AudienceCount = z.infer<typeof audienceCount>;

/** Frozen recipients who share a sender and a country. */
export const waitingGroup = z.object({ account: z.string(), country: z.string().nullable() });
export type WaitingGroup = z.infer<typeof waitingGroup>;

/** A frozen recipient, as she can be reached now. */
export const recipient = z.object({
  addressId: z.string(),
  language: z.enum(languages),
  /** Who was meant, and who uses the address now. */
  personId: z.string().nullable(),
  presentPersonId: z.string().nullable(),
  /** Why she may not be written to any more. */
  reason: z.enum(leftOutReasons).nullable(),
  /** How many notices she has been sent before. */
  before: z.number(),
  lane: scene.shape.lane,
});
export type Recipient = z.infer<typeof recipient>;

/** What became of a frozen recipient. */
export interface RecipientWrite {
  readonly addressId: string;
  readonly state: "queued" | "left_out";
  readonly reason: string | null;
  readonly messageId: string | null;
}

/** How many recipients stand how: `recipient` is the row of the frozen list, `message` what became of what was written to her. */
export const standingCount = z.object({
  recipient: z.enum(["frozen", "queued", "left_out"]),
  message: z.enum(messageStatuses).nullable(),
  reason: z.string().nullable(),
  people: z.number(),
});
export type StandingCount = z.infer<typeof standingCount>;

/** What recipients did after they were sent a notice. */
export const aftermath = z.object({ replied: z.number(), optedOut: z.number() });
export type Aftermath = z.infer<typeof aftermath>;

/** One recipient in a report. */
export const reportedRecipient = z.object({
  addressId: z.string(),
  memberNumber: z.string().nullable(),
  identifier: z.string(),
  channel: z.enum(channelKinds),
  language: z.string(),
  recipient: z.enum(["frozen", "queued", "left_out"]),
  message: z.enum(messageStatuses).nullable(),
  reason: z.string().nullable(),
  code: z.string().nullable(),
  sentAt: z.number().nullable(),
});
export type ReportedRecipient = z.infer<typeof reportedRecipient>;
