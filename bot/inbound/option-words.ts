import { sharedLabels } from "../../flows/engine/question.ts";
import type { Reader } from "../../flows/engine/reply.ts";
import { type FlowId, flowOf } from "../../flows/index.ts";
import type { Locales } from "../../locales/index.ts";

/** What people type for the options of one conversation, wherever their labels stand. */
export const optionWordsOf =
  ({ optionWords }: Pick<Locales, "optionWords">, flow: FlowId): Reader["words"] =>
  (question, option) => {
    const shared = sharedLabels(flowOf(flow).questions[question]);
    return shared === null
      ? optionWords(flow, question, option)
      : optionWords(shared.from, shared.as, option);
  };
