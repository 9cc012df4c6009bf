import { expireAlerts } from "../../union/matching/expire-alerts.ts";
import { expireOpenings } from "../../union/openings/expire-openings.ts";
import type { Runtime } from "../runtime.ts";
import { endIntroductions } from "./end-introductions.ts";
import { tellNews } from "./tell-news.ts";

/** The part of the round "expiry" that is about work: ends what has run out, and tells those who wait for it. */
export const endWork =
  (runtime: Runtime): (() => Promise<number>) =>
  async () => {
    const openings = await expireOpenings(runtime);
    const told = await tellNews(runtime);
    return openings + told + (await expireAlerts(runtime)) + (await endIntroductions(runtime));
  };
