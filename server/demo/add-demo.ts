import { rm } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../../domain/clock.ts";
import { dayMs, hourMs } from "../../domain/moment.ts";
import { fillEmptyDatabase, isEmptyDatabase } from "../../prisma/fill-empty-database.ts";
import { movableClock } from "../chat/movable-clock.ts";
import type { Service } from "../service.ts";
import { openDemoUnion } from "./demo-union.ts";
import { liveDemo } from "./live-demo.ts";

/** The hour, in UTC, at which each day of the past is lived: one at which nobody in its towns sleeps. */
const wakingHour = 9;
const demoDays = 17;

/**
 * Fills an empty database with invented people and their past; says whether it did. In `MODE=sim` only.
 *
 * Their past is lived through on a database beside it and then copied in one transaction: whoever is interrupted has
 * nothing, and the next start begins anew.
 */
export async function addDemo(service: Service): Promise<boolean> {
  const { mode, databaseUrl, dataDir } = service.config;
  if (mode !== "sim" || !isEmptyDatabase(databaseUrl)) return false;
  const folder = join(dataDir, "demo");
  await rm(folder, { recursive: true, force: true });
  const beside = `file:${join(folder, "demo.db")}`;
  try {
    const clock = movableClock(systemClock);
    const sinceMorning = (clock.now().getTime() - wakingHour * hourMs) % dayMs;
    clock.forward(-demoDays * dayMs - sinceMorning);
    const union = await openDemoUnion(service, beside, clock);
    await liveDemo(union, systemClock.now()).finally(() => union.close());
    return fillEmptyDatabase({ from: beside, into: databaseUrl });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
