import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";

/** The settings without which an acknowledged message could be lost; each is set and then read back. */
const pragmas = [
  { name: "journal_mode", set: "WAL", readsBack: "wal" },
  // better-sqlite3 reopens a WAL database with NORMAL, which loses the last transactions in a power cut.
  { name: "synchronous", set: "FULL", readsBack: "2" },
  { name: "foreign_keys", set: "ON", readsBack: "1" },
  { name: "busy_timeout", set: "5000", readsBack: "5000" },
  // 16 MiB of pages at most, and a checkpoint every 16 MiB: both are four times what SQLite does unasked.
  { name: "cache_size", set: "-16384", readsBack: "-16384" },
  { name: "wal_autocheckpoint", set: "4000", readsBack: "4000" },
  // What is erased is overwritten, not only unlinked.
  { name: "secure_delete", set: "ON", readsBack: "1" },
] as const;

/** How long what is written must last: `kept` outlives a power cut; `passing` is thrown away with the process that wrote it. */
export type Lasting = "kept" | "passing";

const pragmasFor = (lasting: Lasting) =>
  pragmas.map((pragma) =>
    pragma.name === "synchronous" && lasting === "passing"
      ? { name: "synchronous", set: "OFF", readsBack: "0" }
      : pragma,
  );

/** The database did not take a setting that nothing may run without: the operator's disk or file is at fault. */
export class DatabaseNotDurable extends Error {
  override readonly name = "DatabaseNotDurable";
  constructor(pragma: string, wanted: string, found: string) {
    super(
      `Opening the database: ${pragma} reads back as "${found}" instead of "${wanted}", so messages could be lost. ` +
        "Put the database on a local disk (not a network share) and start again.",
    );
  }
}

type Connect = PrismaBetterSqlite3["connect"];
type Connection = Awaited<ReturnType<Connect>>;

/** Prisma's SQLite adapter, with every connection made durable before it is used. */
export class DurableSqlite {
  readonly provider = "sqlite";
  readonly adapterName = "durable-sqlite";
  readonly #inner: PrismaBetterSqlite3;
  readonly #onConnection: (database: Database) => void;
  readonly #lasting: Lasting;

  /** @param onConnection is given the connection itself, for the statements that go past Prisma but belong to its transaction */
  constructor(
    databaseUrl: string,
    onConnection: (database: Database) => void = () => undefined,
    lasting: Lasting = "kept",
  ) {
    this.#onConnection = onConnection;
    this.#lasting = lasting;
    // Moments are stored as whole milliseconds: they compare and sort as numbers.
    this.#inner = new PrismaBetterSqlite3({ url: databaseUrl }, { timestampFormat: "unixepoch-ms" });
  }

  /** @throws DatabaseNotDurable when a setting does not read back as it was set. */
  async connect(): Promise<Connection> {
    const connection = await this.#inner.connect();
    const wanted = pragmasFor(this.#lasting);
    for (const pragma of wanted) await connection.executeScript(`PRAGMA ${pragma.name} = ${pragma.set}`);
    for (const { name, readsBack } of wanted) {
      const found = await readPragma(connection, name);
      if (found !== readsBack) throw new DatabaseNotDurable(name, readsBack, found);
    }
    // The adapter keeps its connection in a field that its types do not name; should that change, nothing may start.
    const database: unknown = Reflect.get(connection, "client");
    if (!(database instanceof Database))
      throw new Error("Opening the database: Prisma's adapter no longer shows its connection.");
    this.#onConnection(database);
    return connection;
  }
}

/** What a setting of this connection is now. */
export async function readPragma(connection: Pick<Connection, "queryRaw">, name: string): Promise<string> {
  const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
  return String(rows[0]?.[0]);
}
