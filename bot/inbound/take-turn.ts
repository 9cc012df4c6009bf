import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Mail, Scene, TurnWrite } from "../../prisma/rows/scene.ts";
import type { Transaction } from "../../prisma/store.ts";
import type { Round } from "../../queues/rounds.ts";
import { type ActionContext, actions } from "../actions/index.ts";
import type { Runtime } from "../runtime.ts";
import { fillIn } from "../values/fill-in.ts";
import { converse } from "./converse.ts";
import { askOpenQuestion, type Ears } from "./lead.ts";
import { reminderFor } from "./reminder.ts";
import { replyMessage } from "./reply-message.ts";
import { resolveMember } from "./resolve-member.ts";
import { type Talk, turnWrite } from "./talk.ts";

/** What came of handling the oldest message of one address. */
export type TurnOutcome =
  | {
      readonly kind: "done";
      readonly inboundId: number;
      readonly requestId: string;
      readonly replies: readonly NewOutbound[];
      /** The rounds to ring for once the turn is on disk. */
      readonly rings: readonly Round[];
      readonly hasMoreMail: boolean;
    }
  /** There was nothing (left) to handle. */
  | { readonly kind: "no_mail" };

/** A turn that is ready to be kept. */
export interface ReadyTurn {
  readonly outcome: TurnOutcome;
  readonly write: TurnWrite | null;
}

/** A conversation may hand over to another this often within one turn; more would be a circle of flows. */
const mostHandovers = 4;

/** Hears the oldest message of a scene and does what it asks for, inside the given transaction. */
export async function takeTurn(tx: Transaction, scene: Scene, runtime: Runtime): Promise<ReadyTurn> {
  const { mail } = scene;
  if (mail === null) return { outcome: { kind: "no_mail" }, write: null };
  const ears: Ears = { locales: runtime.locales, now: runtime.clock.now().getTime() };
  const heard = converse(resolveMember(scene, mail), mail, ears);
  const done = resume(await perform(tx, heard, mail, runtime, ears), ears);
  const talk = await fillIn(tx, { ...done, timer: done.timer ?? reminderFor(done, ears.now) }, runtime);
  const replies = replyMessage(talk, mail, runtime);
  return {
    outcome: {
      kind: "done",
      inboundId: mail.id,
      requestId: mail.requestId,
      replies,
      rings: talk.rings,
      hasMoreMail: scene.hasMoreMail,
    },
    write: turnWrite(talk, mail.id),
  };
}

/** Runs the wanted actions in order; what they change and begin becomes part of the talk. */
async function perform(
  tx: Transaction,
  heard: Talk,
  mail: Mail,
  runtime: Runtime,
  ears: Ears,
): Promise<Talk> {
  let talk = heard;
  for (let handovers = 0; talk.wanted.length > 0; handovers += 1) {
    if (handovers > mostHandovers)
      throw new Error(`The flows hand over in a circle at ${talk.wanted[0]?.action}.`);
    const wanted = talk.wanted;
    talk = { ...talk, wanted: [] };
    for (const { action, answers, flow } of wanted) {
      const context: ActionContext = { tx, talk, mail, answers, flow, runtime, ears };
      talk = await actions[action](context);
    }
  }
  return talk;
}

/** A short conversation is over: the one it interrupted goes on. */
function resume(talk: Talk, ears: Ears): Talk {
  const isOver = talk.asked === null && talk.closed.length > 0 && talk.open.length > 0;
  const isOurs = talk.lane.state === "open" && talk.lane.owner === "bot";
  return isOver && isOurs ? askOpenQuestion(talk, ears) : talk;
}
