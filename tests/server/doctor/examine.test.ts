import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrateDatabase } from "../../../prisma/migrate-database.ts";
import { examine } from "../../../server/doctor/examine.ts";

let projectFolder: string;

beforeEach(async () => {
  projectFolder = await mkdtemp(join(tmpdir(), "doctor-"));
  await mkdir(join(projectFolder, "node_modules"));
  await writeFile(join(projectFolder, "package-lock.json"), "{}");
  const hash = createHash("sha256").update("{}").digest("hex");
  await writeFile(join(projectFolder, "node_modules", ".migrant-union-lock"), hash);
  for (const language of ["en", "ar", "fr"]) {
    await mkdir(join(projectFolder, "locales", language), { recursive: true });
    await writeFile(join(projectFolder, "locales", language, "join.json"), "{}");
  }
  await writeFile(join(projectFolder, "redis-server"), "", { mode: 0o755 });
});
afterEach(() => rm(projectFolder, { recursive: true, force: true }));

type Settings = Readonly<Record<string, string>>;

async function findings(settings: Settings = {}, nodeVersion = "v24.21.0") {
  const patient = { settings: { PATH: projectFolder, ...settings }, projectFolder, nodeVersion };
  return new Map((await examine(patient)).map(({ name, kind, line }) => [name, { kind, line }]));
}

async function badOnes(settings?: Settings, nodeVersion?: string): Promise<readonly string[]> {
  const all = await findings(settings, nodeVersion);
  return [...all].filter(([, { kind }]) => kind === "bad").map(([name]) => name);
}

async function makeDatabase(): Promise<string> {
  const databaseUrl = `file:${join(projectFolder, "var", "migrant-union.db")}`;
  let ids = 0;
  await migrateDatabase({ databaseUrl, clock: { now: () => new Date(0) }, newId: () => `${++ids}` });
  return databaseUrl;
}

describe("the doctor", () => {
  test("finds nothing wrong with a fresh installation", async () => {
    expect(await badOnes()).toEqual([]);
  });

  test("finds a migrated database up to date, and a database of an older version behind", async () => {
    const url = await makeDatabase();
    expect((await findings()).get("Database")).toMatchObject({
      kind: "good",
      line: expect.stringContaining("every commit on disk"),
    });
    const { default: Database } = await import("better-sqlite3");
    const database = new Database(url.slice("file:".length));
    database.exec("DELETE FROM _prisma_migrations");
    database.close();
    expect((await findings()).get("Database")).toMatchObject({
      kind: "bad",
      line: expect.stringContaining("npm run db:migrate"),
    });
  });

  test("finds a file that is no database", async () => {
    await writeFile(join(projectFolder, "not.db"), "no database".repeat(100));
    expect(await badOnes({ DATABASE_URL: `file:${join(projectFolder, "not.db")}` })).toEqual(["Database"]);
  });

  test("finds an old Node and dependencies of another version", async () => {
    await writeFile(join(projectFolder, "package-lock.json"), '{"changed":true}');
    expect(await badOnes({}, "v20.20.2")).toEqual(["Node", "Dependencies"]);
  });

  test("finds that no Redis is installed, or that the one that is named does not answer", async () => {
    expect(await badOnes({ PATH: "/nowhere" })).toEqual(["Redis"]);
    expect((await findings({ REDIS_URL: "redis://127.0.0.1:1" })).get("Redis")?.line).toContain(
      "ECONNREFUSED",
    );
  });

  test("finds what is missing to go live", async () => {
    const settings = { MODE: "live", TELEGRAM_BOT_TOKEN: "1:a", TWILIO_ACCOUNT_SID: "AC1" };
    expect(await badOnes(settings)).toEqual(["Public address", "Twilio (SMS, WhatsApp)"]);
    expect(await badOnes({ ...settings, PUBLIC_URL: "http://union.example" })).toEqual([
      "Public address",
      "Twilio (SMS, WhatsApp)",
      "Telegram",
    ]);
    const complete = {
      ...settings,
      PUBLIC_URL: "https://union.example",
      TELEGRAM_WEBHOOK_SECRET: "s",
      TWILIO_AUTH_TOKEN: "t",
      TWILIO_WHATSAPP_FROM: "+15550100",
    };
    expect(await badOnes(complete)).toEqual([]);
  });

  test("never shows a credential", async () => {
    const all = await findings({
      TWILIO_ACCOUNT_SID: "AC-secret",
      TELEGRAM_BOT_TOKEN: "1:secret",
      MODE: "live",
    });
    expect(JSON.stringify([...all])).not.toContain("secret");
  });

  test("finds a mode that does not exist", async () => {
    expect(await badOnes({ MODE: "production" })).toEqual(["Mode"]);
  });

  test("finds the conversation that a language lacks", async () => {
    await copyFile(join(projectFolder, "locales/en/join.json"), join(projectFolder, "locales/en/menu.json"));
    await copyFile(join(projectFolder, "locales/en/join.json"), join(projectFolder, "locales/fr/menu.json"));
    expect((await findings()).get("Languages")).toEqual({ kind: "bad", line: "missing: ar/menu.json" });
  });
});
