import { maskPhoneNumber } from "../../domain/phone-number.ts";
import type { ReportedRecipient } from "../../prisma/rows/notice.ts";
import type { Store } from "../../prisma/store.ts";
import type { Notice } from "./stored-notice.ts";

/** One recipient of a notice, as staff may see her. */
export interface ReportRow {
  /** Her member number, else her number with its digits hidden. */
  readonly who: string;
  readonly language: string;
  readonly channel: string;
  /** `waiting`, `left_out`, or the status of her message. */
  readonly standing: string;
  /** Why, where there is something to say. */
  readonly why: string | null;
  readonly sentAt: Date | null;
}

export interface ReportPage {
  readonly rows: readonly ReportRow[];
  /** What to ask the next page with; null on the last. */
  readonly next: string | null;
}

const rowsOnPage = 200;

/** What became of a notice person by person, a page at a time. @param from `next` of the page before; empty for the first */
export async function reportRows(
  { read, statements }: Store,
  { id, state }: Pick<Notice, "id" | "state">,
  from = "",
): Promise<ReportPage> {
  const found = await statements.reportRecipients(read, id, from, rowsOnPage + 1);
  const shown = found.slice(0, rowsOnPage);
  return {
    rows: shown.map((row) => ({
      who: row.memberNumber ?? maskPhoneNumber(row.identifier),
      language: row.language,
      channel: row.channel,
      standing: standingOf(row, state),
      why: [row.reason, row.code].filter((word) => word !== null).join(", ") || null,
      sentAt: row.sentAt === null ? null : new Date(row.sentAt),
    })),
    next: found.length > rowsOnPage ? (shown.at(-1)?.addressId ?? null) : null,
  };
}

/** Who was not written to before the notice ended is not waiting any more. */
function standingOf({ recipient, message }: ReportedRecipient, state: Notice["state"]): string {
  if (recipient === "left_out") return "left_out";
  if (message !== null) return message;
  return state === "cancelled" || state === "expired" ? state : "waiting";
}
