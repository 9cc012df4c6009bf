import type Database from "better-sqlite3";

const pauseMs = 20;

/**
 * Puts the database file into write-ahead logging, which it then stays in.
 * SQLite does not wait for its busy timeout here when two processes switch a new file at once
 * (https://sqlite.org/wal.html, section 2.2 "Sometimes queries return SQLITE_BUSY"), so this waits itself.
 * Throws SQLite's own error when the file is still busy after `patienceMs` milliseconds.
 */
export function enterWalMode(database: Database, patienceMs: number): void {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      database.pragma("journal_mode = WAL");
      return;
    } catch (fault) {
      const busy = fault instanceof Error && fault.message === "database is locked";
      if (!busy || performance.now() > deadline) throw fault;
    }
    // The caller is starting up and has nothing else to do: a plain pause of the thread is enough.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
}
