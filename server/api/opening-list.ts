import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { openingBody } from "./opening-body.ts";

/** As much as one list may hold. */
export const listLimits = { rows: 1_000, bytes: 256 * 1024 } as const;

const required = [
  ...["livelihood", "pay.amount", "pay.currency", "pay.period"],
  ...["place", "places", "startsOn", "validUntil"],
];
const numbers: ReadonlySet<string> = new Set(["pay.amount", "places", "hours"]);

/** The columns of a list, named like the fields of an opening. */
export const listColumns: readonly string[] = [...required, "country", "hours", "details"];

/** What is wrong in one row, counted as a spreadsheet does: 1 is the row of names. */
export interface RowFault {
  readonly row: number;
  readonly field?: string;
  readonly error: string;
  readonly code?: string;
}

export interface ListedOpening {
  readonly row: number;
  readonly body: z.infer<typeof openingBody>;
}

export type OpeningList =
  | { readonly kind: "read"; readonly openings: readonly ListedOpening[] }
  | { readonly kind: "faults"; readonly faults: readonly RowFault[] }
  | { readonly kind: "too_many" };

/**
 * Reads openings from comma-separated values (RFC 4180), or separated by semicolons as spreadsheets of many countries
 * write them. A cell that is left empty is a field that is left out.
 */
export function readOpeningList(text: string): OpeningList {
  // What was not written in UTF-8 would reach members as signs that nobody can read.
  if (text.includes("\ufffd")) return one(1, "The list is not written in UTF-8: save it as CSV UTF-8.");
  const records = recordsIn(text);
  if (records.kind === "fault") return records.list;
  const [names = [], ...rows] = records.cells;
  const wrongNames = namesFaults(names);
  if (wrongNames.length > 0) return { kind: "faults", faults: wrongNames };
  const filled = rows
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length > listLimits.rows) return { kind: "too_many" };
  if (filled.length === 0) return one(2, "There is no opening in the list.");
  const openings: ListedOpening[] = [];
  const faults: RowFault[] = [];
  for (const { row, cells } of filled) {
    const read = bodyOf(names, cells);
    if (typeof read === "string") faults.push({ row, error: read });
    else if (read.success) openings.push({ row, body: read.data });
    else
      for (const { path, message } of read.error.issues)
        faults.push({ row, field: path.join("."), error: `${message}.` });
  }
  return faults.length > 0 ? { kind: "faults", faults } : { kind: "read", openings };
}

const one = (row: number, error: string): OpeningList => ({ kind: "faults", faults: [{ row, error }] });

type Records =
  | { readonly kind: "cells"; readonly cells: readonly (readonly string[])[] }
  | { readonly kind: "fault"; readonly list: OpeningList };

function recordsIn(text: string): Records {
  const head = text.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const delimiter = head.includes(";") && !head.includes(",") ? ";" : ",";
  try {
    const cells = parse(text, { bom: true, delimiter, relax_column_count: true, trim: true });
    return { kind: "cells", cells };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const row = z.number().catch(0).parse(fault.records) + 1;
    const error = "This row cannot be read: a quotation mark is open, or stands within a word.";
    return { kind: "fault", list: one(row, error) };
  }
}

function namesFaults(names: readonly string[]): readonly RowFault[] {
  const unknown = names.filter((name) => !listColumns.includes(name));
  const twice = names.filter((name, at) => names.indexOf(name) !== at && listColumns.includes(name));
  const missing = required.filter((name) => !names.includes(name));
  const fault = (field: string, error: string): RowFault => ({ row: 1, field: field.slice(0, 60), error });
  return [
    ...unknown.map((name) => fault(name, "There is no column of this name.")),
    ...twice.map((name) => fault(name, "There are two columns of this name.")),
    ...missing.map((name) => fault(name, "This column is missing.")),
  ];
}

function bodyOf(names: readonly string[], cells: readonly string[]) {
  if (cells.length > names.length) return "This row has more cells than there are columns.";
  const fields = new Map<string, string | number>();
  names.forEach((name, at) => {
    const cell = cells[at] ?? "";
    if (cell !== "") fields.set(name, numbers.has(name) ? numberIn(cell) : cell);
  });
  const {
    "pay.amount": amount,
    "pay.currency": currency,
    "pay.period": period,
    ...rest
  } = Object.fromEntries(fields);
  return openingBody.safeParse({ ...rest, pay: { amount, currency, period } });
}

/** A number as JSON writes it; anything else is left as it is, to be refused. */
const numberIn = (cell: string): number | string =>
  /^-?\d{1,15}(?:\.\d{1,6})?$/.test(cell) ? Number(cell) : cell;
