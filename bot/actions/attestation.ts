import type { AttestationVerdict, BlindAnswers } from "../../domain/credential-request.ts";
import { answerAttestation as keepAnswer } from "../../union/credentials/answer-attestation.ts";
import { beginAttestation as beginKept, type NotForHer } from "../../union/credentials/begin-attestation.ts";
import { findAttestationByToken } from "../../union/credentials/find-attestation.ts";
import { endAttestElsewhere } from "../credentials/end-attest-elsewhere.ts";
import { tellOfAnswer } from "../credentials/tell-of-answer.ts";
import { begin } from "../inbound/lead.ts";
import type { Answers, Talk } from "../inbound/talk.ts";
import { answer, nowOf, type PerformAction } from "./action.ts";
import { livelihoodIn } from "./livelihood-in.ts";

/** Somebody followed the link in an invitation: where it is hers, the questions come here, and nowhere else any more. */
export const openAttestation: PerformAction = async (context) => {
  const { tx, talk, ears } = context;
  const found = await findAttestationByToken(tx, answer(context, "token") ?? "");
  if (found === null) return saying(talk, "link.broken");
  const { addressId } = talk.lane;
  const begun = await beginKept(tx, { attestationId: found.id, addressId }, nowOf(context));
  if (begun.kind !== "begun") return saying(talk, why[begun.kind]);
  await endAttestElsewhere(tx, { attestationId: found.id, addressId });
  const language = talk.person === null ? found.language : talk.lane.language;
  const hers: Talk = { ...talk, topic: "attestation", lane: { ...talk.lane, language } };
  return begin(hers, "attest", ears, { attestation: found.id, kind: found.claim.kind });
};

/** Her first answer: from now on the talk is hers. Where it came too late she is told, and nothing else is asked. */
export const beginAttestation: PerformAction = async (context) => {
  const { tx, talk } = context;
  const attestationId = answer(context, "attestation") ?? "";
  const { addressId } = talk.lane;
  const begun = await beginKept(tx, { attestationId, addressId }, nowOf(context));
  if (begun.kind !== "begun") return ended(talk, why[begun.kind]);
  await endAttestElsewhere(tx, { attestationId, addressId });
  return talk;
};

/** Keeps what she said, and tells the member that somebody answered. */
export const answerAttestation: PerformAction = async (context) => {
  const { tx, talk, runtime, answers } = context;
  const attestationId = answer(context, "attestation") ?? "";
  const outcome = await keepAnswer(
    tx,
    {
      ...{ attestationId, addressId: talk.lane.addressId },
      ...{ answers: blindIn(answers), verdict: verdictIn(answers) },
    },
    nowOf(context),
  );
  if (outcome.kind === "taken") await tellOfAnswer(tx, outcome, runtime);
  return talk;
};

const why = {
  unknown: "link.expired",
  foreign: "link.broken",
  used: "link.used",
  expired: "link.expired",
} as const satisfies Readonly<Record<NotForHer["kind"], string>>;

const saying = (talk: Talk, key: string): Talk => ({
  ...talk,
  says: [...talk.says, { namespace: "credentials", key }],
});

/** The questions go no further, and nothing that was to be said is said. */
const ended = (talk: Talk, key: string): Talk => ({
  ...saying({ ...talk, says: [] }, key),
  asked: null,
  open: talk.open.filter(({ flow }) => flow !== "attest"),
  closed: [...talk.closed, "attest"],
});

/** What her answers come to. Whoever does not stand by them has confirmed nothing; whoever is pressed says so without its showing. */
export function verdictIn({ knows, verdict, truth }: Answers): AttestationVerdict {
  if (knows === "stranger") return "unknown_person";
  if (knows === "declined") return "declined";
  if (verdict === "pressed") return "pressed";
  if (truth !== "yes") return "declined";
  return verdict === "right" || verdict === "partly" || verdict === "wrong" ? verdict : "declined";
}

function blindIn(answers: Answers): BlindAnswers {
  const { months, hours, where, tool, skill, course } = answers;
  const told = livelihoodIn(answers);
  const amount = months ?? hours;
  const achievement = Number(skill ?? course);
  const livelihood = told?.livelihood ?? told?.workOther ?? null;
  return {
    ...(livelihood !== null && { livelihood }),
    ...(Number.isInteger(achievement) && { achievement }),
    ...(typeof amount === "number" && { months: amount }),
    ...(typeof where === "string" && { place: where }),
    ...(typeof tool === "string" && { tool }),
  };
}
