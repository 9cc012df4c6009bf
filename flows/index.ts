import { attest } from "./attest.ts";
import { credentialRequest } from "./credential-request.ts";
import { deleteMe } from "./delete-me.ts";
import { digestReply } from "./digest-reply.ts";
import { employerJoin } from "./employer-join.ts";
import { employerMenu } from "./employer-menu.ts";
import { type ActionsOf, everyStep, type Flow } from "./engine/flow.ts";
import { introduce } from "./introduce.ts";
import { jobAlert } from "./job-alert.ts";
import { jobs } from "./jobs.ts";
import { join } from "./join.ts";
import { language } from "./language.ts";
import { leave } from "./leave.ts";
import { menu } from "./menu.ts";
import { myDetails } from "./my-details.ts";
import { papers } from "./papers.ts";
import { postJob } from "./post-job.ts";
import { share } from "./share.ts";
import { talkToAPerson } from "./talk-to-a-person.ts";
import { verify } from "./verify.ts";
import { young } from "./young.ts";

/** Every conversation there is. A new one is added here, in its own file, and in `locales/`. */
export const flows = {
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
} as const;

export type Flows = typeof flows;
export type FlowId = keyof Flows;

/** The names of all actions that any conversation asks the host to run. */
export type ActionName = { [Id in FlowId]: ActionsOf<Flows[Id]> }[FlowId];

const actionNames: ReadonlySet<string> = new Set(
  Object.values(flows).flatMap(({ steps }) =>
    [...everyStep(steps)].flatMap((step) => (step.kind === "run" ? [step.action] : [])),
  ),
);
export const isActionName = (name: string): name is ActionName => actionNames.has(name);

export const isFlowId = (id: string): id is FlowId => Object.hasOwn(flows, id);

/** The conversation of that name. */
export const flowOf = (id: FlowId): Flow => flows[id];
