import { isLanguage, type Language } from "../../domain/language.ts";
import type { Moment } from "../../domain/moment.ts";
import type { Turn } from "../../flows/engine/advance.ts";
import type { Asked, Session, Value } from "../../flows/engine/session.ts";
import { answersOf } from "../../flows/engine/walk.ts";
import { type ActionName, type FlowId, flowOf, isActionName, isFlowId } from "../../flows/index.ts";
import type { EmployerRow, Lane, PersonRow, Scene, TurnWrite } from "../../prisma/rows/scene.ts";
import type { NewTimer } from "../../prisma/rows/timer.ts";
import type { Round } from "../../queues/rounds.ts";
import { storedSession } from "./stored-session.ts";

/** A text to say: a key of one flow, or of the texts that all flows share. */
export interface Utterance {
  readonly namespace: FlowId | "common" | "credentials";
  readonly key: string;
}

/** What a flow's questions were answered with. */
export type Answers = Readonly<Record<string, Value>>;

/** A conversation under way with one address. */
export interface OpenSession {
  readonly flow: FlowId;
  readonly session: Session;
  readonly openedAt: Moment;
}

/** What a flow, or a command outside any flow, can ask to be done. */
export type Action = ActionName | "startAgain" | "closeCase" | "noteBlocked" | "openAttestation";

/** An action with the answers it was asked for with. */
export interface WantedAction {
  readonly action: Action;
  readonly flow: FlowId;
  readonly answers: Answers;
}

/** One turn in the making: what the talk with an address has come to, before any of it is kept. Never changed, only replaced. */
export interface Talk {
  readonly lane: Lane & { readonly forgetAt: Moment | null };
  readonly person: PersonRow | null;
  /** Whom the address speaks for, where it offers work. */
  readonly employer: EmployerRow | null;
  /** Texts wait for her to write, as her channel takes only templates until then. */
  readonly isHolding: boolean;
  /**
   * She was asked to confirm something and has not joined. What we are is not for her: it would tell where the member
   * is who named her.
   */
  readonly isAttestor: boolean;
  /** The oldest first; the last one is the one that is heard. */
  readonly open: readonly OpenSession[];
  /** The flows whose sessions are over, those of flows that are gone included. */
  readonly closed: readonly string[];
  readonly says: readonly Utterance[];
  readonly asked: { readonly flow: FlowId; readonly asked: Asked } | null;
  readonly wanted: readonly WantedAction[];
  /** The answers of the flows that speak in this turn, for what their texts' placeholders stand for. */
  readonly told: Readonly<Partial<Record<FlowId, Answers>>>;
  /** What placeholders stand for that only this turn knows. */
  readonly values: Readonly<Record<string, string>>;
  /** `service`: an answer to STOP, START, HELP or DELETE, which leaves even to those who stopped us. `attestation`: to an attestor. */
  readonly topic: "talk" | "service" | "attestation";
  readonly timer: NewTimer | null;
  /** The rounds that have something to do once this turn is kept. */
  readonly rings: readonly Round[];
}

/** The talk as it stands before anything new is heard. Sessions of flows that no longer exist, or that cannot be read, are let go. */
export function talkOf(scene: Scene): Talk {
  const open = scene.sessions.flatMap(({ flow, state, openedAt }) => {
    const read = storedSession.safeParse(state);
    return isFlowId(flow) && read.success ? [{ flow, session: read.data, openedAt }] : [];
  });
  const kept = new Set<string>(open.map(({ flow }) => flow));
  return {
    lane: { ...scene.lane, forgetAt: null },
    person: scene.person,
    employer: scene.employer,
    isHolding: scene.isHolding,
    isAttestor: scene.isAttestor && scene.employer === null,
    open,
    closed: scene.sessions.map(({ flow }) => flow).filter((flow) => !kept.has(flow)),
    says: [],
    asked: null,
    wanted: [],
    told: {},
    values: {},
    topic: "talk",
    timer: null,
    rings: [],
  };
}

export const saying = (talk: Talk, ...keys: readonly string[]): Talk => ({
  ...talk,
  says: [...talk.says, ...keys.map((key) => ({ namespace: "common" as const, key }))],
});

/** The same to a member and to an attestor, but for an attestor in words that name nobody. */
export const sayingNeutrally = (talk: Talk, key: string, neutral: string): Talk =>
  talk.isAttestor
    ? { ...talk, says: [...talk.says, { namespace: "credentials", key: neutral }] }
    : saying(talk, key);

/** She has joined, and is of age: what is for members is for her. */
export const isMember = ({ person }: Talk): boolean =>
  person !== null && person.number !== null && person.ageBand !== "under18";

export const languageOf = (talk: Pick<Talk, "lane">): Language =>
  isLanguage(talk.lane.language) ? talk.lane.language : "en";

/** Takes an engine's turn into the talk: what it says, asks and wants; a flow that is over is closed. */
export function taking(talk: Talk, flow: FlowId, turn: Turn, openedAt: Moment): Talk {
  const others = talk.open.filter((open) => open.flow !== flow);
  const isOver = turn.asked === null;
  const answers = answersOf(flowOf(flow), turn.session);
  return {
    ...talk,
    open: isOver ? others : [...others, { flow, session: turn.session, openedAt }],
    closed: isOver
      ? [...talk.closed.filter((closed) => closed !== flow), flow]
      : talk.closed.filter((closed) => closed !== flow),
    says: [...talk.says, ...turn.says.map((key) => ({ namespace: flow, key }))],
    asked: turn.asked === null ? null : { flow, asked: turn.asked },
    told: { ...talk.told, [flow]: answers },
    wanted: [...talk.wanted, ...turn.runs.flatMap((action) => wanted(action, flow, answers))],
  };
}

function wanted(action: string, flow: FlowId, answers: Answers): readonly WantedAction[] {
  return isActionName(action) ? [{ action, flow, answers }] : [];
}

/** What of the talk is kept. */
export const turnWrite = (talk: Talk, inboundId: number | null): TurnWrite => ({
  addressId: talk.lane.addressId,
  inboundId,
  lane: {
    account: talk.lane.account,
    state: talk.lane.state,
    owner: talk.lane.owner,
    language: talk.lane.language,
    turn: talk.lane.turn,
    lastInboundAt: talk.lane.lastInboundAt,
    forgetAt: talk.lane.forgetAt,
  },
  sessions: talk.open.map(({ flow, session, openedAt }) => ({
    flow,
    version: session.version,
    state: session,
    openedAt,
  })),
  closed: talk.closed,
  timer: talk.timer,
});
