import type { FlowId } from "../../flows/index.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Answers, Talk } from "../inbound/talk.ts";
import type { Runtime } from "../runtime.ts";
import { attestValues } from "./attest-values.ts";
import { introduceValues } from "./introduce-values.ts";
import { jobAlertValues } from "./job-alert-values.ts";
import { jobsValues } from "./jobs-values.ts";
import { postJobValues } from "./post-job-values.ts";

/** What the placeholders of a text stand for. */
export type TextValues = Readonly<Record<string, string>>;

/** Finds what the placeholders of one conversation's texts stand for, in the language of the talk. */
export type LoadValues = (
  tx: Transaction,
  talk: Talk,
  answers: Answers,
  runtime: Runtime,
) => Promise<TextValues>;

/** The conversations whose texts speak of more than the person: a job, a request, a claim. */
export const flowValues: Readonly<Partial<Record<FlowId, LoadValues>>> = {
  "job-alert": jobAlertValues,
  introduce: introduceValues,
  jobs: jobsValues,
  attest: attestValues,
  "post-job": postJobValues,
};
