import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../server/config/read-config.ts";
import { start } from "../../server/start.ts";
import { type DatabaseView, viewDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";

/** The whole service, running in this process on a folder and a Redis of its own. */
export interface RunningService {
  readonly url: string;
  readonly dataDir: string;
  readonly database: DatabaseView;
  /** Stops it and, unless the folder was given, removes what it kept. */
  stop(): Promise<void>;
}

export type Settings = Readonly<Record<string, string>>;

/** A folder for one test file; remove it with `forget`. */
export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), "migrant-union-test-"));
export const forget = (dataDir: string): Promise<void> =>
  rm(dataDir, { recursive: true, force: true, maxRetries: 5 });

/** Starts the service as `npm start` would, with these settings. Given `PORT` and `DATA_DIR`, it can be stopped and started on the same ones. */
export async function runService(settings: Settings = {}): Promise<RunningService> {
  const port = settings.PORT ?? String(await freePort());
  const dataDir = settings.DATA_DIR ?? (await newDataDir());
  const url = `http://127.0.0.1:${port}`;
  const config = readConfig({
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    LOG_LEVEL: "silent",
    // Tests meet only the people they bring; the one about invented people asks for them.
    DEMO: "off",
    ...settings,
    PORT: port,
    DATA_DIR: dataDir,
  });
  const running = await start(config);
  return {
    url,
    dataDir,
    database: viewDatabase(join(dataDir, "migrant-union.db")),
    stop: async () => {
      await running.stop();
      if (settings.DATA_DIR === undefined) await forget(dataDir);
    },
  };
}
