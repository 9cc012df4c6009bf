import { z } from "zod";
import { languages } from "../../../domain/language.ts";
import { type MissingPolicy, missingPolicies, noticeAudience } from "../../../domain/notice-audience.ts";
import type { NoticeDraft } from "../../../union/notices/notice-draft.ts";
import type { Notice } from "../../../union/notices/stored-notice.ts";
import type { Said } from "../console-route.ts";

/** What stands in the form of a notice, as it was typed. */
export interface NoticeForm {
  readonly title: string;
  /** By language. */
  readonly texts: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly channels: readonly string[];
  /** One a line. */
  readonly places: string;
  readonly groups: readonly string[];
  /** Days, or empty. */
  readonly seen: string;
  /** `yes` for those too who have not finished joining. */
  readonly unfinished: string;
  /** Hours, or empty. */
  readonly spared: string;
  readonly missing: MissingPolicy;
  /** As `2026-11-27T18:00`, in UTC. */
  readonly until: string;
  /** `changedAt` of the draft that is changed, in milliseconds; empty for a new one. */
  readonly changedAt: string;
  /** What the button that was pressed is for. */
  readonly step: "count" | "save";
}

export const emptyNoticeForm: NoticeForm = {
  ...{ title: "", texts: {}, languages: [], channels: [], places: "", groups: [], seen: "", unfinished: "" },
  ...{ spared: "24", missing: "leave_out", until: "", changedAt: "", step: "save" },
};

/** A form of which nothing is lost, and what it asks for; null with a fault where it asks for nothing that can be. */
export type ReadNoticeForm =
  | { readonly kind: "draft"; readonly form: NoticeForm; readonly draft: NoticeDraft }
  | { readonly kind: "fault"; readonly form: NoticeForm; readonly fault: Said };

const line = z.string().max(200).catch("");
// Browsers send a name once for each box that is ticked, and not at all for none.
const boxes = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .catch([])
  .transform((ticked): readonly string[] => ticked.slice(0, 50));
const texts = Object.fromEntries(languages.map((language) => [`text-${language}`, z.string().catch("")]));
const shape = z.object({
  ...{ title: line, languages: boxes, channels: boxes, groups: boxes, seen: line, unfinished: line },
  ...{ spared: line, until: line, changedAt: line },
  places: z.string().max(5_000).catch(""),
  missing: z.enum(missingPolicies).catch("leave_out"),
  step: z.enum(["count", "save"]).catch("save"),
});
const shapeOfTexts = z.object(texts);

/** Reads the form of a notice; what is wrong with its audience or its last moment is said, and no word of it is lost. */
export function readNoticeForm(body: unknown): ReadNoticeForm {
  const sent = shape.safeParse(body);
  const words = shapeOfTexts.safeParse(body);
  if (!sent.success || !words.success)
    return { kind: "fault", form: emptyNoticeForm, fault: { key: "form.unreadable" } };
  const form: NoticeForm = {
    ...sent.data,
    texts: Object.fromEntries(languages.map((language) => [language, words.data[`text-${language}`] ?? ""])),
  };
  const audience = noticeAudience.safeParse({
    languages: form.languages,
    channels: form.channels,
    places: linesOf(form.places),
    livelihoodGroups: form.groups,
    seenWithinDays: numberIn(form.seen),
    onlyMembers: form.unfinished !== "yes",
    notMessagedForHours: numberIn(form.spared),
  });
  if (!audience.success) return { kind: "fault", form, fault: faultAt(audience.error.issues[0]?.path[0]) };
  const { title, missing } = form;
  const draft = {
    title,
    texts: form.texts,
    audience: audience.data,
    missing,
    notAfter: momentIn(form.until),
  };
  return { kind: "draft", form, draft };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n]+/)
    .map((place) => place.trim())
    .filter((place) => place !== "");

/** Null where nothing was typed. */
const numberIn = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

/** NaN for what is no moment, which no draft may have. */
const momentIn = (typed: string): number =>
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/.test(typed.trim())
    ? Date.parse(`${typed.trim().replace(" ", "T")}:00Z`)
    : Number.NaN;

function faultAt(field: unknown): Said {
  if (field === "places") return { key: "notices.badPlaces" };
  if (field === "seenWithinDays") return { key: "notices.badDays" };
  if (field === "notMessagedForHours") return { key: "notices.badHours" };
  return { key: "form.unreadable" };
}

/** The form that a notice would have been filled in with. */
export const formOfNotice = ({
  title,
  texts,
  audience,
  missing,
  notAfter,
  changedAt,
}: Notice): NoticeForm => ({
  title,
  texts,
  languages: audience.languages,
  channels: audience.channels,
  places: audience.places.join("\n"),
  groups: audience.livelihoodGroups,
  seen: audience.seenWithinDays === null ? "" : String(audience.seenWithinDays),
  unfinished: audience.onlyMembers ? "" : "yes",
  spared: audience.notMessagedForHours === null ? "" : String(audience.notMessagedForHours),
  missing,
  until: new Date(notAfter).toISOString().slice(0, 16),
  changedAt: String(changedAt),
  step: "save",
});
