import achievements from "../achievements/fr.json" with { type: "json" };
import type { LanguagePack } from "../language-pack.ts";
import livelihoods from "../livelihoods/fr.json" with { type: "json" };
import attest from "./attest.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import credentialRequest from "./credential-request.json" with { type: "json" };
import credentials from "./credentials.json" with { type: "json" };
import deleteMe from "./delete-me.json" with { type: "json" };
import digestReply from "./digest-reply.json" with { type: "json" };
import employerJoin from "./employer-join.json" with { type: "json" };
import employerMenu from "./employer-menu.json" with { type: "json" };
import introduce from "./introduce.json" with { type: "json" };
import jobAlert from "./job-alert.json" with { type: "json" };
import jobs from "./jobs.json" with { type: "json" };
import join from "./join.json" with { type: "json" };
import keywords from "./keywords.json" with { type: "json" };
import language from "./language.json" with { type: "json" };
import leave from "./leave.json" with { type: "json" };
import menu from "./menu.json" with { type: "json" };
import myDetails from "./my-details.json" with { type: "json" };
import papers from "./papers.json" with { type: "json" };
import postJob from "./post-job.json" with { type: "json" };
import share from "./share.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import talkToAPerson from "./talk-to-a-person.json" with { type: "json" };
import verify from "./verify.json" with { type: "json" };
import young from "./young.json" with { type: "json" };

export const fr = {
  texts: {
    join,
    menu,
    "my-details": myDetails,
    language,
    leave,
    "talk-to-a-person": talkToAPerson,
    young,
    "delete-me": deleteMe,
    "job-alert": jobAlert,
    introduce,
    jobs,
    papers,
    "credential-request": credentialRequest,
    attest,
    verify,
    share,
    "employer-join": employerJoin,
    "employer-menu": employerMenu,
    "post-job": postJob,
    "digest-reply": digestReply,
    common,
    livelihoods,
    achievements,
    credentials,
  },
  keywords,
  synonyms,
} satisfies LanguagePack;
