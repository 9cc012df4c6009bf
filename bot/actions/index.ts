import type { FlowId } from "../../flows/index.ts";
import { begin } from "../inbound/lead.ts";
import type { Action } from "../inbound/talk.ts";
import type { PerformAction } from "./action.ts";
import { answerDigest } from "./answer-digest.ts";
import { answerAttestation, beginAttestation, openAttestation } from "./attestation.ts";
import { closeTheCase, openTheCase } from "./cases.ts";
import { declineConsent, recordConsent } from "./consent.ts";
import { checkAttestorNumber, requestCredential } from "./credential-request.ts";
import { listOpenings, setDigests } from "./employer-menu.ts";
import { eraseMe } from "./erase-me.ts";
import { answerIntroduction } from "./introduce.ts";
import { keepYears, sayDeclined, sayInterested } from "./job-alert.ts";
import { openJobs, takeBackYes } from "./jobs.ts";
import { declineEmployer, joinEmployer } from "./join-employer.ts";
import { setLanguage } from "./language.ts";
import { protectYoungPerson, saveDetails, saveMember } from "./membership.ts";
import { listPapers } from "./papers.ts";
import { postOpening } from "./post-opening.ts";
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
  joinEmployer,
  declineEmployer,
  listOpenings,
  setDigests,
  postOpening,
  answerDigest,
  openEmployerMenu: opens("employer-menu"),
  openPostJob: opens("post-job"),
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
  sayInterested,
  sayDeclined,
  keepYears,
  answerIntroduction,
  takeBackYes,
  openJobs,
  openMenu: opens("menu"),
  openMyDetails: opens("my-details"),
  openLanguage: opens("language"),
  openLeave: opens("leave"),
  openTalkToAPerson: opens("talk-to-a-person"),
  openYoung: opens("young"),
};
