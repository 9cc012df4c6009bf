import { tellOfViewing } from "../../bot/credentials/tell-of-viewing.ts";
import { announce } from "../../bot/employers/announce.ts";
import type { Runtime } from "../../bot/runtime.ts";
import type { ViewingNews } from "./check-for-visitor.ts";

/** The member hears by message, where she asked for her PIN. */
export const viewingNews = (runtime: Runtime): ViewingNews => ({
  tell: (tx, viewed, once) => tellOfViewing(tx, viewed, once, runtime),
  announce: (queued) => announce(queued, runtime),
});
