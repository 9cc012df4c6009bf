/** The folders of the house, and which others each may import. A folder may always import from itself. */
export const mayImport = {
  domain: [],
  flows: ["domain"],
  locales: ["domain", "flows"],
  prisma: ["domain"],
  queues: ["domain"],
  union: ["domain", "prisma", "queues"],
  bot: ["domain", "flows", "locales", "prisma", "queues", "union"],
  server: ["domain", "flows", "locales", "prisma", "queues", "union", "bot"],
  scripts: ["domain", "flows", "locales"],
  bench: ["domain", "flows", "locales", "prisma", "queues", "union", "bot", "server"],
  tests: ["domain", "flows", "locales", "prisma", "queues", "union", "bot", "server", "bench", "scripts"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Imports that may bring types only: they are gone when the program runs. */
export const typesOnly: readonly (readonly [from: string, to: string])[] = [["locales", "flows"]];

/** Folders that must stay pure: no package or Node module through which the world could be touched. */
export const pureFolders: Readonly<Record<string, { readonly packages: readonly string[] }>> = {
  domain: { packages: ["libphonenumber-js", "countries-and-timezones", "zod"] },
  flows: { packages: [] },
};

/** Node modules that only compute. */
export const pureNodeModules: readonly string[] = ["node:crypto", "node:util"];

/** Packages that reach outside, and the folders that are there to reach with them. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  "@prisma/client": ["prisma"],
  "@prisma/adapter-better-sqlite3": ["prisma"],
  "better-sqlite3": ["prisma"],
  bullmq: ["queues"],
  ioredis: ["queues", "server"],
  twilio: ["bot"],
  grammy: ["bot"],
  i18next: ["locales"],
  fastify: ["server"],
  pino: ["server"],
  "prom-client": ["server"],
  jose: ["union"],
};

/** Words in a file or folder name that say nothing about what is inside. */
export const emptyWords: readonly string[] = [
  "util",
  "utils",
  "helper",
  "helpers",
  "manager",
  "misc",
  "common",
];

export const longestFile = 300;

/** Files that may be longer, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {};
