import type { Mail } from "../../prisma/rows/scene.ts";
import { askOpenQuestion, begin, type Ears, stepBack } from "./lead.ts";
import type { Order } from "./read-command.ts";
import { isMember, saying, type Talk } from "./talk.ts";

/** Does what a command says. Those who stopped us hear only the answers to STOP, START, HELP and DELETE. */
export function obey(talk: Talk, order: Order, mail: Mail, ears: Ears): Talk {
  const silently = (after: Talk): Talk =>
    mail.providerAnswered ? { ...after, says: [], asked: null } : after;
  switch (order.kind) {
    case "stop":
      return talk.lane.state === "stopped"
        ? talk
        : silently(service(begin(emptied(talk), "leave", ears, { what: order.topic })));
    case "start":
      return mail.providerAnswered ? reopened(talk) : welcomeBack(talk, ears);
    case "help":
      return silently(service(saying(talk, "help")));
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
    case "back":
      return stepBack(talk, ears);
    case "menu":
      return isMember(talk)
        ? begin(withoutPerson(emptied(talk)), "menu", ears)
        : askOpenQuestion(withoutPerson(talk), ears);
    case "me":
      return isMember(talk)
        ? begin(withoutPerson(emptied(talk)), "my-details", ears)
        : askOpenQuestion(withoutPerson(talk), ears);
    case "language":
      return begin(talk, "language", ears);
    case "person":
      return talk.lane.owner === "person" ? talk : begin(emptied(talk), "talk-to-a-person", ears);
  }
}

/** START: whoever stopped us hears from us again, and goes on where the talk was. */
function welcomeBack(talk: Talk, ears: Ears): Talk {
  const back = reopened(talk.lane.state === "open" ? talk : saying(talk, "started"));
  return talk.lane.owner === "person" ? back : askOpenQuestion(back, ears);
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
function emptied(talk: Talk): Talk {
  const open = talk.open.filter(({ flow }) => flow === "join");
  const closed = talk.open.flatMap(({ flow }) => (flow === "join" ? [] : [flow]));
  return { ...talk, open, closed: [...talk.closed, ...closed] };
}
