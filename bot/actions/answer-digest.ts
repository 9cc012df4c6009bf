import type { CardDecision } from "../../domain/digest-reply.ts";
import type { CommonKey } from "../../locales/language-pack.ts";
import { moreCards } from "../../union/digests/digests-due.ts";
import { type Noted, noteDecisions } from "../../union/digests/note-decisions.ts";
import { seenCards } from "../../union/digests/seen-cards.ts";
import type { Undone } from "../../union/digests/undo-decision.ts";
import { undoLast } from "../../union/digests/undo-last.ts";
import { closeOpening } from "../../union/openings/end-opening.ts";
import { openingByCode } from "../../union/openings/openings-of.ts";
import { digestSpeech } from "../employers/digest-speech.ts";
import { readAnswer } from "../employers/read-answer.ts";
import { languageOf, type Talk } from "../inbound/talk.ts";
import { type ActionContext, answer, nowOf, type PerformAction, ringing, turnsOut } from "./action.ts";

/** Does what an employer's answer to a digest asks for, and says what that was, card by card. */
export const answerDigest: PerformAction = async (context) => {
  const { tx, talk } = context;
  if (talk.employer === null) return turnsOut(context, "notNow");
  const employerId = talk.employer.id;
  const meant = readAnswer(answer(context, "words") ?? "", await seenCards(tx, employerId));
  switch (meant.kind) {
    case "decide":
      return decide(context, employerId, meant.openingId, meant.decisions);
    case "more":
      return showMore(context, employerId);
    case "undo":
      return undo(context, employerId);
    case "close":
      return close(context, employerId, meant.code);
    case "doubt":
      return turnsOut(context, meant.key, meant.values);
  }
};

async function decide(
  context: ActionContext,
  employerId: string,
  openingId: string,
  decisions: readonly CardDecision[],
): Promise<Talk> {
  const { tx, runtime } = context;
  const now = nowOf(context);
  const said = { employerId, openingId, decisions, how: "text", now } as const;
  const noted = await noteDecisions(tx, runtime.newId, said);
  if (noted.some(({ kind }) => kind === "not_yours")) return turnsOut(context, "notNow");
  const isChanged = noted.some(({ kind }) => kind === "noted");
  const told = turnsOut(context, isChanged ? "decided" : "unchanged", {
    lines: linesOf(
      context,
      noted.map((one) => [one.card, notedKey(one)]),
    ),
  });
  const isWanted = noted.some((one) => one.kind === "noted" && one.verdict === "yes");
  return isWanted ? ringing(told, "introductions") : told;
}

function notedKey(one: Noted): CommonKey {
  if (one.kind === "noted") return one.verdict === "yes" ? "decided.yes" : "decided.no";
  if (one.kind === "already") return one.verdict === "yes" ? "decided.alreadyYes" : "decided.alreadyNo";
  return "decided.gone";
}

async function showMore(context: ActionContext, employerId: string): Promise<Talk> {
  const { tx, talk, runtime } = context;
  const digest = await moreCards(tx, runtime, { employerId, now: nowOf(context) });
  if (digest === null) return turnsOut(context, "seenAll");
  const { says, values } = digestSpeech(digest, languageOf(talk), talk.lane.channel, runtime.locales);
  const shown = { ...talk, says: [...talk.says, ...says], values: { ...talk.values, ...values } };
  return ringing(shown, "letters");
}

async function undo(context: ActionContext, employerId: string): Promise<Talk> {
  const undone = (await undoLast(context.tx, employerId, nowOf(context))).filter(
    ({ kind }) => kind !== "unknown",
  );
  if (undone.length === 0) return turnsOut(context, "nothingToUndo");
  const isChanged = undone.some(({ kind }) => kind === "undone");
  return turnsOut(context, isChanged ? "undone" : "unchanged", {
    lines: linesOf(
      context,
      undone.map(({ card, kind }) => [card, undoneKeys[kind]]),
    ),
  });
}

const undoneKeys: Readonly<Record<Undone["kind"], CommonKey>> = {
  undone: "undo.undone",
  asked: "undo.asked",
  too_late: "undo.tooLate",
  unknown: "undo.tooLate",
};

async function close(context: ActionContext, employerId: string, code: string): Promise<Talk> {
  const { tx } = context;
  const opening = await openingByCode(tx, code, employerId);
  if (opening === null) return turnsOut(context, "unknownJob", { part: code });
  const act = { openingId: opening.id, actor: `employer:${employerId}`, now: nowOf(context) } as const;
  const ended = await closeOpening(tx, act);
  return ended.kind === "ended"
    ? ringing(turnsOut(context, "closed", { jobCode: code }), "expiry")
    : turnsOut(context, "closedBefore", { jobCode: code });
}

/** A line for each card, each on its own. */
function linesOf({ talk, runtime }: ActionContext, cards: readonly (readonly [string, CommonKey])[]): string {
  const language = languageOf(talk);
  return cards.map(([card, key]) => `\n${runtime.locales.text(language, "common", key, { card })}`).join("");
}
