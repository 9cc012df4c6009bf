import { withdrawFrom } from "../../union/introductions/withdraw.ts";
import { tellGone } from "../employers/tell-employer.ts";
import type { Talk } from "../inbound/talk.ts";
import { type ActionContext, nowOf, ringing } from "./action.ts";

/** Her card is shown no more; an employer who wanted her, or has her number, hears that she is not available. */
export async function takeBackYesTo(context: ActionContext, openingId: string): Promise<Talk> {
  const { tx, talk, runtime } = context;
  if (talk.person === null) return talk;
  const withdrawn = await withdrawFrom(tx, { openingId, personId: talk.person.id, now: nowOf(context) });
  if (withdrawn.kind === "withdrawn" || withdrawn.kind === "nothing") return talk;
  const { tell } = withdrawn;
  await tellGone(tx, runtime, { introductionId: `withdrawn:${openingId}:${talk.person.id}`, tell });
  return ringing(talk, "letters");
}
