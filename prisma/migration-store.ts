/** What a database remembers about one migration it has seen: a row of Prisma's `_prisma_migrations`. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** What `migrate` writes down when a migration has been applied. */
export interface MigrationRecord {
  readonly id: string;
  readonly name: string;
  readonly checksum: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** The database as `migrate` sees it while nobody else can write to it. */
export interface MigrationTransaction {
  /** The recorded migrations that were not rolled back, oldest first; makes the table on first use. */
  applied(): readonly AppliedMigration[] | Promise<readonly AppliedMigration[]>;
  /** Runs the statements of one file. */
  execute(sql: string): void | Promise<void>;
  record(record: MigrationRecord): void | Promise<void>;
}

/** One database, whatever its kind, for as long as it is being migrated. */
export interface MigrationStore {
  /** Runs the work while holding the write lock; all of it is kept, or none if it throws. */
  exclusively<T>(work: (transaction: MigrationTransaction) => Promise<T>): Promise<T>;
  close(): void | Promise<void>;
}
