import { defineConfig } from "prisma/config";

/** Read by the `prisma` command only; the server opens its database from its own configuration. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "file:./var/migrant-union.db" },
});
