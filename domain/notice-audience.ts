import { z } from "zod";
import { channelKinds } from "./address.ts";
import { languages } from "./language.ts";
import { livelihoodGroups, livelihoodsIn } from "./livelihoods.ts";

const mostPlaces = 20;
const mostDays = 3_650;
const mostHours = 24 * 30;

/** Whom a notice is for. An empty list leaves that question open; whoever is under 18 is never meant. */
export const noticeAudience = z.object({
  /** The languages people are spoken to in. */
  languages: z.array(z.enum(languages)),
  channels: z.array(z.enum(channelKinds)),
  /** Towns or regions, as people write them: case, accents and marks do not matter. */
  places: z.array(z.string().trim().min(1).max(80)).max(mostPlaces),
  livelihoodGroups: z.array(z.enum(livelihoodGroups)),
  /** Only who has written to us within so many days; null: whenever it was. */
  seenWithinDays: z.number().int().min(1).max(mostDays).nullable(),
  /** False: those too who allowed notices and have not finished joining. */
  onlyMembers: z.boolean(),
  /** Not those to whom another notice went within so many hours; null: those too. */
  notMessagedForHours: z.number().int().min(1).max(mostHours).nullable(),
});
export type NoticeAudience = z.infer<typeof noticeAudience>;

/** Every member who may be written to. */
export const everyMember: NoticeAudience = {
  languages: [],
  channels: [],
  places: [],
  livelihoodGroups: [],
  seenWithinDays: null,
  onlyMembers: true,
  notMessagedForHours: null,
};

/** What becomes of those whose language a notice has no text in: they get none, or the English one. */
export const missingPolicies = ["leave_out", "fallback"] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

/** The language that is sent to those whose own has no text, where that is wanted. */
export const fallbackLanguage = "en";

/** The livelihoods of the groups, by id. */
export const livelihoodIdsOf = ({ livelihoodGroups: groups }: NoticeAudience): readonly string[] =>
  groups.flatMap((group) => livelihoodsIn(group).map(({ id }) => id));

/**
 * Why somebody of an audience is not sent a notice. Of several reasons the first in this order counts.
 *
 * The last two only come up when the notice is sent: somebody else uses the address now, or the sender it was written to
 * is not ours any more.
 */
export const leftOutReasons = [
  "blocked",
  "stopped",
  "opted_out",
  "no_consent",
  "with_person",
  "no_text",
  "recently_messaged",
  "other_person",
  "no_sender",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
