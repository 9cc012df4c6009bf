/** Why the database may not be brought up to date; `code` is for programs, the message is for the operator. */
export type MigrationRefusal = "changed" | "unknown" | "unfinished" | "failed" | "unreadable" | "unsupported";

/** The fault of whoever edited the migrations or chose the database: the server must not start on it. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
  readonly code: MigrationRefusal;

  constructor(code: MigrationRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
