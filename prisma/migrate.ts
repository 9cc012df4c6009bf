import type { Clock } from "../domain/clock.ts";
import { MigrationRefused } from "./migration-refused.ts";
import type { AppliedMigration, MigrationStore } from "./migration-store.ts";
import type { Migration } from "./read-migrations.ts";

/** What `migrate` needs from outside. */
export interface MigrateOptions {
  readonly store: MigrationStore;
  readonly migrations: readonly Migration[];
  readonly clock: Pick<Clock, "now">;
  /** Makes the id of a history row. */
  readonly newId: () => string;
}

/**
 * Brings the database up to date and returns the names of the migrations it applied, oldest first (none when it was).
 * Each migration is one transaction: a failing one leaves no trace. Processes that start together take turns.
 * The history is kept where `prisma migrate deploy` keeps it, so that either may apply the next one.
 * @throws MigrationRefused when the recorded history is not the beginning of the one in the folder, or a migration fails.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const done: string[] = [];
  for (;;) {
    const name = await applyNext(options);
    if (name === undefined) return done;
    done.push(name);
  }
}

function applyNext({ store, migrations, clock, newId }: MigrateOptions): Promise<string | undefined> {
  return store.exclusively(async (transaction) => {
    const next = findNext(migrations, await transaction.applied());
    if (next === undefined) return undefined;
    const startedAt = clock.now();
    try {
      await transaction.execute(next.sql);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new MigrationRefused("failed", `The migration ${next.name} failed and was undone: ${reason}`, {
        cause,
      });
    }
    const [checksum] = next.checksums;
    await transaction.record({ id: newId(), name: next.name, checksum, startedAt, finishedAt: clock.now() });
    return next.name;
  });
}

/** The first migration that is still to do, or undefined when the database is up to date. */
function findNext(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration | undefined {
  for (const { name, checksum, finished } of applied) {
    if (!finished) {
      throw new MigrationRefused(
        "unfinished",
        `The migration ${name} was begun by another tool and never finished. Repair the database, then: npx prisma migrate resolve --rolled-back ${name}`,
      );
    }
    const migration = migrations.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new MigrationRefused(
        "unknown",
        `The database has the migration ${name}, which this version does not know. Start the version that wrote it, or a newer one.`,
      );
    }
    if (!migration.checksums.includes(checksum)) {
      throw new MigrationRefused(
        "changed",
        `The migration ${name} was changed after it was applied to this database. Put the file back as it was and write a new migration.`,
      );
    }
  }
  const names = new Set(applied.map(({ name }) => name));
  return migrations.find(({ name }) => !names.has(name));
}
