import { type FlowId, isFlowId } from "../../flows/index.ts";
import type { Transaction } from "../../prisma/store.ts";
import { languageOf, type Talk } from "../inbound/talk.ts";
import type { Runtime } from "../runtime.ts";
import { flowValues } from "./flow-values.ts";
import { personValues } from "./person-values.ts";

/** Finds what the placeholders of everything the talk says and asks stand for. What the turn itself found out goes before. */
export async function fillIn(tx: Transaction, talk: Talk, runtime: Runtime): Promise<Talk> {
  let values = personValues(talk.person, languageOf(talk), runtime.locales);
  for (const flow of speaking(talk)) {
    const found = await flowValues[flow]?.(tx, talk, talk.told[flow] ?? {}, runtime);
    values = { ...values, ...found };
  }
  return { ...talk, values: { ...values, ...talk.values } };
}

/** The conversations that something is said or asked of, each once. */
function speaking({ says, asked }: Talk): ReadonlySet<FlowId> {
  const names = says.map(({ namespace }) => namespace).filter(isFlowId);
  return new Set(asked === null ? names : [...names, asked.flow]);
}
