import { localDay } from "../../domain/local-day.ts";
import type { Moment } from "../../domain/moment.ts";
import { askAgain, start } from "../../flows/engine/advance.ts";
import { goBack } from "../../flows/engine/go-back.ts";
import type { Reader } from "../../flows/engine/reply.ts";
import type { Value } from "../../flows/engine/session.ts";
import { type FlowId, flowOf } from "../../flows/index.ts";
import type { Locales } from "../../locales/index.ts";
import { optionWordsOf } from "./option-words.ts";
import { isMember, type Talk, taking } from "./talk.ts";

/** What hearing a message needs besides the talk: words and the time. Handed in, so that hearing stays pure. */
export interface Ears {
  readonly locales: Pick<Locales, "optionWords" | "readCommand">;
  readonly now: Moment;
}

/** Begins a conversation, perhaps behind some answers. */
export const begin = (
  talk: Talk,
  flow: FlowId,
  ears: Ears,
  given: Readonly<Record<string, Value>> = {},
): Talk => taking(talk, flow, start(flowOf(flow), readerFor(talk, flow, ears), given), ears.now);

/** The conversation for somebody who is in none: joining, the menu of members or of employers, and the protected one for the young. */
export function beginFitting(talk: Talk, ears: Ears): Talk {
  if (talk.person?.ageBand === "under18") return begin(talk, "young", ears);
  if (isMember(talk)) return begin(talk, "menu", ears);
  if (talk.isAttestor)
    return { ...talk, says: [...talk.says, { namespace: "credentials", key: "attestor.nothing" }] };
  return begin(talk, talk.employer === null ? "join" : "employer-menu", ears);
}

/** Asks the open question again, in today's language and shape; begins the fitting conversation where none is open. */
export function askOpenQuestion(talk: Talk, ears: Ears): Talk {
  const open = talk.open.at(-1);
  if (open === undefined) return beginFitting(talk, ears);
  return taking(
    talk,
    open.flow,
    askAgain(flowOf(open.flow), open.session, readerFor(talk, open.flow, ears)),
    open.openedAt,
  );
}

/** Goes back one question; where there is none before, the present one is asked again. */
export function stepBack(talk: Talk, ears: Ears): Talk {
  const open = talk.open.at(-1);
  const turn =
    open === undefined ? null : goBack(flowOf(open.flow), open.session, readerFor(talk, open.flow, ears));
  return open === undefined || turn === null
    ? askOpenQuestion(talk, ears)
    : taking(talk, open.flow, turn, open.openedAt);
}

/** What the engine must know to read replies to one flow. Numbers without a country code are dialled where the address is. */
export const readerFor = (talk: Talk, flow: FlowId, { locales, now }: Ears): Reader => ({
  words: optionWordsOf(locales, flow),
  offered: () => [],
  country: talk.lane.country,
  // Few questions ask for it.
  get today() {
    return localDay(now, talk.lane.country);
  },
});
