import type { ReportRow } from "./report-rows.ts";

/** What spreadsheets read as the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[\s]*[=+\-@\t\r|%]/;
const columns = ["who", "language", "channel", "standing", "why", "sent at (UTC)"] as const;

/** The first line of a report as CSV (RFC 4180). */
export const reportCsvHead = (): string => csvLine(columns);

/** A page of a report as CSV (RFC 4180), without the first line; no cell can be a formula. */
export const reportCsv = (rows: readonly ReportRow[]): string =>
  rows
    .map(({ who, language, channel, standing, why, sentAt }) =>
      csvLine([who, language, channel, standing, why ?? "", sentAt?.toISOString() ?? ""]),
    )
    .join("");

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
