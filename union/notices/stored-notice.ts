import { z } from "zod";
import { languages } from "../../domain/language.ts";
import type { Moment } from "../../domain/moment.ts";
import {
  type MissingPolicy,
  missingPolicies,
  type NoticeAudience,
  noticeAudience,
} from "../../domain/notice-audience.ts";
import { type NoticeState, noticeStates } from "../../domain/notice-state.ts";
import type { NoticeTexts } from "../../domain/notice-text.ts";
import type { Transaction } from "../../prisma/store.ts";

/** A notice as it is kept. */
export interface Notice {
  readonly id: string;
  /** For staff only. */
  readonly title: string;
  readonly writtenBy: string;
  readonly state: NoticeState;
  readonly audience: NoticeAudience;
  readonly texts: NoticeTexts;
  readonly missing: MissingPolicy;
  /** After this moment nothing of it is sent any more. */
  readonly notAfter: Moment;
  readonly createdAt: Moment;
  /** When its words or its audience were last changed, or it was handed on: whoever approves says which version she read. */
  readonly changedAt: Moment;
  readonly approvedBy: string | null;
  readonly approvedAt: Moment | null;
  /** The last address that was looked at while its recipients are being frozen. */
  readonly frozenUpTo: string | null;
  readonly frozenAt: Moment | null;
  /** How many recipients were frozen. */
  readonly recipients: number;
  readonly doneAt: Moment | null;
}

const moment = z.date().transform((date): Moment => date.getTime());
const json = z.string().transform((text): unknown => JSON.parse(text));

const stored = z.object({
  id: z.string(),
  title: z.string(),
  writtenBy: z.string(),
  state: z.enum(noticeStates),
  audience: json.pipe(noticeAudience),
  texts: json.pipe(z.partialRecord(z.enum(languages), z.string())),
  missing: z.enum(missingPolicies),
  notAfter: moment,
  createdAt: moment,
  changedAt: moment,
  approvedBy: z.string().nullable(),
  approvedAt: moment.nullable(),
  frozenUpTo: z.string().nullable(),
  frozenAt: moment.nullable(),
  recipients: z.number(),
  doneAt: moment.nullable(),
});

/** The notice of that id; null where there is none. */
export async function findNotice(tx: Transaction, noticeId: string): Promise<Notice | null> {
  const row = await tx.notice.findUnique({ where: { id: noticeId } });
  return row === null ? null : stored.parse(row);
}

/** Notices, the youngest first, at most so many; of some states, or of all. */
export async function listNotices(
  tx: Transaction,
  most: number,
  states: readonly NoticeState[] = noticeStates,
): Promise<readonly Notice[]> {
  const rows = await tx.notice.findMany({
    where: { state: { in: [...states] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map((row) => stored.parse(row));
}
