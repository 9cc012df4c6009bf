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
  await writeFile(
    join(projectFolder, "locales", "review-status.json"),
    '{"en":"source","ar":"machine","fr":"machine"}',
  );
  await writeFile(join(projectFolder, "redis-server"), "", { mode: 0o755 });
});
afterEach(() => rm(projectFolder, { recursive: true, force: true }));

type Settings = Readonly<Record<string, string>>;

async function findings(settings: Settings = {}, nodeVersion = "v24.21.0") {
  const patient = { settings: { PATH: projectFolder, ...settings }, projectFolder, nodeVersion };
  return new Map((await examine(patient)).map(({ name, kind, line }) => [name, { kind, line }]));
}

/** The faults of the settings, which may be several under the one name. */
async function faultsOf(settings: Settings): Promise<readonly string[]> {
  const patient = { settings: { PATH: projectFolder, ...settings }, projectFolder, nodeVersion: "v24.21.0" };
  return (await examine(patient)).filter(({ name }) => name === "Settings").map(({ line }) => line);
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

  test("names every fault of the settings in a line of its own, in the words of the service itself", async () => {
    const settings = { MODE: "live", TELEGRAM_BOT_TOKEN: "1:a", TWILIO_ACCOUNT_SID: "AC1" };
    expect(await faultsOf(settings)).toEqual([
      expect.stringContaining("TWILIO_AUTH_TOKEN is needed"),
      expect.stringContaining("TWILIO_SMS_FROM or TWILIO_WHATSAPP_FROM is needed"),
      expect.stringContaining("PUBLIC_URL is needed with Twilio"),
      expect.stringContaining("PUBLIC_URL is needed with MODE=live"),
      expect.stringContaining("SECRET_KEY is needed"),
      expect.stringContaining("TELEGRAM_WEBHOOK_SECRET is needed"),
    ]);
    const complete = {
      ...settings,
      PUBLIC_URL: "https://union.example",
      SECRET_KEY: "s".repeat(32),
      TELEGRAM_WEBHOOK_SECRET: "s",
      TWILIO_AUTH_TOKEN: "t",
      TWILIO_WHATSAPP_FROM: "+15550100",
    };
    expect(await badOnes(complete)).toEqual([]);
    expect((await findings(complete)).get("Twilio (SMS, WhatsApp)")?.line).toBe("WhatsApp");
    expect(await badOnes({ ...complete, PUBLIC_URL: "http://union.example" })).toEqual(["Public address"]);
  });

  test("shows the mode that follows from the keys where none is said", async () => {
    expect((await findings({ MODE: "" })).get("Mode")?.line).toContain("sim: nothing leaves");
    const keys = await findings({ MODE: "", TELEGRAM_BOT_TOKEN: "1:a" });
    expect(keys.get("Mode")?.line).toContain("live: messages reach real people");
    expect(keys.get("Telegram")?.line).toBe("by polling");
  });

  test("takes an empty variable for one that is not set, as the service does", async () => {
    await makeDatabase();
    const empty = { DATA_DIR: "", DATABASE_URL: "", REDIS_URL: "", PUBLIC_URL: "", TELEGRAM_BOT_TOKEN: "" };
    expect(await badOnes(empty)).toEqual([]);
    expect((await findings(empty)).get("Database")?.line).toContain("every commit on disk");
  });

  test("never shows a credential", async () => {
    const half = { TWILIO_ACCOUNT_SID: "AC-secret", TELEGRAM_BOT_TOKEN: "1:secret" };
    const whole = { TELEGRAM_BOT_TOKEN: "1:secret", TELEGRAM_WEBHOOK_SECRET: "secret" };
    for (const settings of [half, whole])
      expect(JSON.stringify([...(await findings(settings))])).not.toContain("secret");
  });

  test("finds a mode that does not exist", async () => {
    expect(await faultsOf({ MODE: "production" })).toEqual(["MODE must be one of sim, team, live"]);
  });

  test("says which languages nobody has read yet, and misses one that is not listed", async () => {
    expect((await findings()).get("Translations")?.line).toBe(
      "en: source; ar, fr: written by machine, read by no native speaker yet",
    );
    await writeFile(join(projectFolder, "locales", "review-status.json"), '{"en":"source","ar":"machine"}');
    expect(await badOnes()).toEqual(["Translations"]);
  });

  test("finds the conversation that a language lacks", async () => {
    await copyFile(join(projectFolder, "locales/en/join.json"), join(projectFolder, "locales/en/menu.json"));
    await copyFile(join(projectFolder, "locales/en/join.json"), join(projectFolder, "locales/fr/menu.json"));
    expect((await findings()).get("Languages")).toEqual({ kind: "bad", line: "missing: ar/menu.json" });
  });
});
