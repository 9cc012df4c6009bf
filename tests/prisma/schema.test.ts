import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewDatabase } from "../service/database.ts";
import { type TestDatabase, testDatabase } from "./open-test-store.ts";

const source = readFileSync(fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url)), "utf8");
const types: Readonly<Record<string, string>> = {
  String: "TEXT",
  Int: "INTEGER",
  DateTime: "DATETIME",
  Boolean: "BOOLEAN",
  Bytes: "BLOB",
  Float: "REAL",
};

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly uniques: readonly string[];
  readonly indexes: readonly string[];
  readonly references: readonly string[];
}

/** What the schema says of each table (https://www.prisma.io/docs/orm/reference/prisma-schema-reference). */
const wanted: readonly Table[] = [...source.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
  ([, name = "", body = ""]) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\??)(.*)$/gm)].flatMap(
      ([, field = "", type = "", optional, rest = ""]) =>
        types[type] === undefined ? [] : [{ field, type: types[type], isOptional: optional === "?", rest }],
    );
    const listed = (attribute: string): readonly string[] =>
      [...body.matchAll(new RegExp(`^ {2}@@${attribute}\\(\\[([^\\]]+)\\]`, "gm"))].map(([, list = ""]) =>
        list.replaceAll(" ", ""),
      );
    return {
      name,
      columns: fields.map(
        ({ field, type, isOptional }) => `${field} ${type}${isOptional ? "" : " NOT NULL"}`,
      ),
      key: [
        ...fields.filter(({ rest }) => /@id\b/.test(rest)).map(({ field }) => field),
        ...listed("id").flatMap((list) => list.split(",")),
      ],
      uniques: [
        ...fields.filter(({ rest }) => /@unique\b/.test(rest)).map(({ field }) => field),
        ...listed("unique"),
      ].toSorted(),
      indexes: listed("index").toSorted(),
      references: [
        ...body.matchAll(
          /^ {2}\w+\s+(\w+)\??\s+@relation\(fields: \[(\w+)\], references: \[(\w+)\], onDelete: (\w+)\)/gm,
        ),
      ]
        .map(
          ([, table, from, to, onDelete]) =>
            `${from} -> ${table}.${to} ${onDelete?.replace("SetNull", "Set Null").toUpperCase()}`,
        )
        .toSorted(),
    };
  },
);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.remove());

const rows = (sql: string) => viewDatabase(database.file).rows(sql);
const columnsOf = (index: unknown): string =>
  rows(`PRAGMA index_info("${index}")`)
    .map(({ name }) => name)
    .join(",");

function found(name: string): Table {
  const columns = rows(`PRAGMA table_info("${name}")`);
  const indexes = rows(`PRAGMA index_list("${name}")`).filter(({ origin }) => origin !== "pk");
  return {
    name,
    columns: columns.map(
      (column) => `${column.name} ${column.type}${column.notnull === 1 ? " NOT NULL" : ""}`,
    ),
    key: columns
      .filter(({ pk }) => Number(pk) > 0)
      .toSorted((one, other) => Number(one.pk) - Number(other.pk))
      .map(({ name: column }) => String(column)),
    uniques: indexes
      .filter(({ unique, partial }) => unique === 1 && partial === 0)
      .map((index) => columnsOf(index.name))
      .toSorted(),
    indexes: indexes
      .filter(({ unique, partial }) => unique === 0 && partial === 0)
      .map((index) => columnsOf(index.name))
      .toSorted(),
    references: rows(`PRAGMA foreign_key_list("${name}")`)
      .map(({ table, from, to, on_delete }) => `${from} -> ${table}.${to} ${on_delete}`)
      .toSorted(),
  };
}

describe("the tables that the migrations make are those that the schema describes", () => {
  it("no table more and none less", () => {
    const tables = rows(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_prisma%' ESCAPE '\\'`,
    );
    expect(wanted.length).toBeGreaterThan(10);
    expect(tables.map(({ name }) => name).toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
  });

  it.each(wanted)("$name: columns, key, uniqueness, indexes and references", (table) => {
    const actual = found(table.name);
    expect({ ...actual, columns: actual.columns.toSorted() }).toEqual({
      ...table,
      columns: table.columns.toSorted(),
    });
  });
});
