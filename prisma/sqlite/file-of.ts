/** The path behind a `file:` address of SQLite, as Prisma's adapter reads it. */
export const fileOf = (databaseUrl: string): string =>
  databaseUrl
    .slice("file:".length)
    .replace(/^\/\/(?=\/)/, "")
    .replace(/\?.*$/, "");
