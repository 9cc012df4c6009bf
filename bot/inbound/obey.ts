import type { FlowId } from "../../flows/index.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import { askOpenQuestion, begin, beginFitting, type Ears, stepBack } from "./lead.ts";
import type { Order } from "./read-command.ts";
import { isMember, saying, sayingNeutrally, type Talk } from "./talk.ts";

/** Does what a command says. Those who stopped us hear only the answers to STOP, START, HELP and DELETE. */
export function obey(talk: Talk, order: Order, mail: Mail, ears: Ears): Talk {
  const silently = (after: Talk): Talk =>
    mail.providerAnswered ? { ...after, says: [], asked: null } : after;
  switch (order.kind) {
    case "stop":
      if (order.topic === "sharing")
        return talk.lane.state === "open" ? begin(talk, "share", ears, { what: "stop" }) : talk;
      return talk.lane.state === "stopped"
        ? talk
        : silently(service(neutral(begin(emptied(talk), "leave", ears, { what: order.topic }))));
    case "start":
      return mail.providerAnswered ? reopened(talk) : welcomeBack(talk, ears);
    case "help":
      return silently(service(sayingNeutrally(talk, "help", "attestor.help")));
    case "blocked":
      return {
        ...talk,
        lane: { ...talk.lane, state: "blocked" },
        wanted: [{ action: "noteBlocked", flow: "leave", answers: {} }],
      };
    case "unblocked":
      return talk.lane.state === "blocked" ? { ...talk, lane: { ...talk.lane, state: "open" } } : talk;
    case "delete":
      // To be forgotten is everybody's right, also after STOP.
      return talk.lane.state === "blocked" ? talk : toStopped(begin(withoutPerson(talk), "delete-me", ears));
    default:
      return talk.lane.state === "open" ? obeyInTalk(talk, order, ears) : talk;
  }
}

/** What is said to somebody who stopped us leaves only as a service. */
const toStopped = (talk: Talk): Talk => (talk.lane.state === "stopped" ? service(talk) : talk);

type TalkOrder = Exclude<
  Order,
  { readonly kind: "stop" | "start" | "help" | "delete" | "blocked" | "unblocked" }
>;

function obeyInTalk(talk: Talk, order: TalkOrder, ears: Ears): Talk {
  switch (order.kind) {
    case "employer":
      return withEmployer(withoutPerson(talk), ears);
    case "back":
      return stepBack(talk, ears);
    case "menu":
      return isMember(talk) || talk.employer !== null
        ? beginFitting(withoutPerson(emptied(talk)), ears)
        : askOpenQuestion(withoutPerson(talk), ears);
    case "me":
      return isMember(talk)
        ? begin(withoutPerson(emptied(talk)), "my-details", ears)
        : askOpenQuestion(withoutPerson(talk), ears);
    case "papers":
      return isMember(talk)
        ? begin(withoutPerson(emptied(talk)), "papers", ears)
        : askOpenQuestion(withoutPerson(talk), ears);
    case "share":
      return isMember(talk)
        ? begin(withoutPerson(emptied(talk)), "share", ears, { what: "pin" })
        : askOpenQuestion(withoutPerson(talk), ears);
    case "verify":
      // Whatever is under way goes on behind it.
      return begin(talk, "verify", ears, order.code === null ? {} : { code: order.code });
    case "attestation":
      return {
        ...talk,
        wanted: [{ action: "openAttestation", flow: "attest", answers: { token: order.token } }],
      };
    case "language":
      return begin(talk, "language", ears);
    case "person":
      return talk.lane.owner === "person" ? talk : begin(emptied(talk), "talk-to-a-person", ears);
  }
}

/** Somebody offers work. She is not asked to join as a member first; the protected young are not asked to employ. */
function withEmployer(talk: Talk, ears: Ears): Talk {
  if (talk.employer !== null) return begin(emptied(talk), "employer-menu", ears);
  if (talk.person?.ageBand === "under18") return beginFitting(talk, ears);
  const joining = talk.open.find(({ flow }) => flow === "employer-join");
  return joining === undefined
    ? begin(emptied(talk, []), "employer-join", ears)
    : askOpenQuestion(talk, ears);
}

/** To an attestor a STOP is answered in words that do not say who we are. */
const neutral = (talk: Talk): Talk =>
  talk.isAttestor
    ? {
        ...talk,
        says: talk.says.map((said) =>
          said.namespace === "leave" && said.key === "allStopped"
            ? { namespace: "credentials", key: "attestor.stopped" }
            : said,
        ),
      }
    : talk;

/** START: whoever stopped us hears from us again, and goes on where the talk was. */
function welcomeBack(talk: Talk, ears: Ears): Talk {
  const back = reopened(talk.lane.state === "open" ? talk : saying(talk, "started"));
  if (talk.lane.owner === "person") return back;
  // An attestor who asks for it in so many words may join as everybody else.
  const joins = talk.isAttestor && talk.lane.state === "open" && talk.open.length === 0;
  return joins ? begin(back, "join", ears) : askOpenQuestion(back, ears);
}

/** What was stopped, all or a topic, is open again; nothing is said or asked yet. */
const reopened = (talk: Talk): Talk => ({
  ...talk,
  lane: { ...talk.lane, state: "open" },
  wanted: [...talk.wanted, { action: "startAgain", flow: "leave", answers: {} }],
});

export const service = (talk: Talk): Talk => ({ ...talk, topic: "service" });

/** The bot speaks again: the case stays with the caseworkers, but no longer holds the conversation. */
const withoutPerson = (talk: Talk): Talk =>
  talk.lane.owner === "bot"
    ? talk
    : {
        ...talk,
        lane: { ...talk.lane, owner: "bot" },
        wanted: [...talk.wanted, { action: "closeCase", flow: "talk-to-a-person", answers: {} }],
      };

/** Short conversations give way to a new one; joining keeps its place. */
function emptied(talk: Talk, kept: readonly FlowId[] = ["join", "employer-join"]): Talk {
  const open = talk.open.filter(({ flow }) => kept.includes(flow));
  const closed = talk.open.flatMap(({ flow }) => (kept.includes(flow) ? [] : [flow]));
  return { ...talk, open, closed: [...talk.closed, ...closed] };
}
