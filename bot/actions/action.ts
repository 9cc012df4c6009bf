import type { Decided } from "../../domain/consent.ts";
import { revisionOf } from "../../flows/engine/question.ts";
import type { Value } from "../../flows/engine/session.ts";
import { type FlowId, flowOf } from "../../flows/index.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import type { Transaction, Writing } from "../../prisma/store.ts";
import type { Round } from "../../queues/rounds.ts";
import type { Ears } from "../inbound/lead.ts";
import type { Talk } from "../inbound/talk.ts";
import type { Runtime } from "../runtime.ts";

/** What an action works with. It may be run again with corrected answers, so it must bear repeating. */
export interface ActionContext {
  /** The turn's own transaction: what the action writes is kept or dropped with the turn. */
  readonly tx: Transaction;
  readonly talk: Talk;
  readonly mail: Mail;
  readonly flow: FlowId;
  readonly answers: Readonly<Record<string, Value>>;
  readonly runtime: Runtime;
  readonly ears: Ears;
}

/** Does one thing a flow asked for, and gives back the talk as it stands then. */
export type PerformAction = (context: ActionContext) => Promise<Talk>;

/** An answer that is a word, or null where it was not given. */
export const answer = ({ answers }: ActionContext, question: string): string | null => {
  const value = answers[question];
  return typeof value === "string" ? value : null;
};

/** A yes or no, or null where it was not asked. */
export const yes = (context: ActionContext, question: string): boolean | null => {
  const value = answer(context, question);
  return value === null ? null : value === "yes";
};

/** What the use cases write with. */
export const writing = ({ tx, runtime }: ActionContext): Writing => ({ tx, statements: runtime.statements });

export const nowOf = ({ ears }: ActionContext): Date => new Date(ears.now);

/** How a decision of this turn is written in the consent ledger: with the revision of the very words that were asked. */
export function decided(context: ActionContext, how: Decided["how"], question: string | null): Decided {
  const asked = question === null ? undefined : flowOf(context.flow).questions[question];
  const ways = context.mail.providerAnswered ? "provider" : how;
  return { at: context.ears.now, how: ways, textVersion: asked === undefined ? 1 : revisionOf(asked) };
}

/** Who decides, for the consent ledger. */
export const decider = ({ talk }: ActionContext) => ({
  addressId: talk.lane.addressId,
  personId: talk.person?.id ?? null,
  language: talk.lane.language,
});

/** The talk with one more text of the conversation: how what it asked for turned out. */
export const turnsOut = (
  { talk, flow }: Pick<ActionContext, "talk" | "flow">,
  key: string,
  values: Talk["values"] = {},
): Talk => ({
  ...talk,
  says: [...talk.says, { namespace: flow, key }],
  values: { ...talk.values, ...values },
});

/** The conversation ends here, with this text in place of whatever it was about to say and ask. */
export function endsWith(
  { talk, flow }: Pick<ActionContext, "talk" | "flow">,
  key: string,
  values: Talk["values"] = {},
): Talk {
  const isOther = (other: { readonly flow: FlowId }): boolean => other.flow !== flow;
  const ended: Talk = {
    ...talk,
    open: talk.open.filter(isOther),
    closed: [...talk.closed.filter((closed) => closed !== flow), flow],
    says: talk.says.filter(({ namespace }) => namespace !== flow),
    asked: talk.asked === null || isOther(talk.asked) ? talk.asked : null,
  };
  return turnsOut({ talk: ended, flow }, key, values);
}

/** The talk that rings for a round as soon as it is kept. */
export const ringing = (talk: Talk, ...rounds: readonly Round[]): Talk => ({
  ...talk,
  rings: [...talk.rings, ...rounds],
});
