import type { FlowId } from "../../flows/index.ts";
import { begin } from "../inbound/lead.ts";
import type { Action } from "../inbound/talk.ts";
import type { PerformAction } from "./action.ts";
import { answerAttestation, beginAttestation, openAttestation } from "./attestation.ts";
import { closeTheCase, openTheCase } from "./cases.ts";
import { declineConsent, recordConsent } from "./consent.ts";
import { checkAttestorNumber, requestCredential } from "./credential-request.ts";
import { eraseMe } from "./erase-me.ts";
import { setLanguage } from "./language.ts";
import { protectYoungPerson, saveDetails, saveMember } from "./membership.ts";
import { listPapers } from "./papers.ts";
import { endSharing, sharePapers } from "./share.ts";
import { noteBlocked, startAgain, stopAll, stopJobs } from "./stopping.ts";
import { checkCode } from "./verify.ts";

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
  listPapers,
  sharePapers,
  endSharing,
  checkCode,
  checkAttestorNumber,
  requestCredential,
  openAttestation,
  beginAttestation,
  answerAttestation,
  openPapers: opens("papers"),
  openCredentialRequest: opens("credential-request"),
  openShare: opens("share"),
  openMenu: opens("menu"),
  openMyDetails: opens("my-details"),
  openLanguage: opens("language"),
  openLeave: opens("leave"),
  openTalkToAPerson: opens("talk-to-a-person"),
  openYoung: opens("young"),
};
