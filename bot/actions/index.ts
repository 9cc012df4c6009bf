import type { FlowId } from "../../flows/index.ts";
import { begin } from "../inbound/lead.ts";
import type { Action } from "../inbound/talk.ts";
import type { PerformAction } from "./action.ts";
import { closeTheCase, openTheCase } from "./cases.ts";
import { declineConsent, recordConsent } from "./consent.ts";
import { eraseMe } from "./erase-me.ts";
import { setLanguage } from "./language.ts";
import { protectYoungPerson, saveDetails, saveMember } from "./membership.ts";
import { noteBlocked, startAgain, stopAll, stopJobs } from "./stopping.ts";

export type { ActionContext } from "./action.ts";

const opens =
  (flow: FlowId): PerformAction =>
  async ({ talk, ears }) =>
    begin(talk, flow, ears);

/** Every action that a flow or a command may ask for. A name without an entry here does not compile. */
export const actions: Readonly<Record<Action, PerformAction>> = {
  setLanguage,
  recordConsent,
  declineConsent,
  saveMember,
  saveDetails,
  protectYoungPerson,
  openCase: openTheCase,
  closeCase: closeTheCase,
  stopAll,
  stopJobs,
  startAgain,
  noteBlocked,
  eraseMe,
  openMenu: opens("menu"),
  openMyDetails: opens("my-details"),
  openLanguage: opens("language"),
  openLeave: opens("leave"),
  openTalkToAPerson: opens("talk-to-a-person"),
  openYoung: opens("young"),
};
