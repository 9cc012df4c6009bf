import { onTestFinished } from "vitest";
import { askAttestors } from "../../../bot/credentials/ask-attestors.ts";
import { tellOfRequest } from "../../../bot/credentials/tell-of-request.ts";
import type { Runtime } from "../../../bot/runtime.ts";
import type { Decision, DecisionOutcome } from "../../../union/credentials/decide-request.ts";
import { decideRequest } from "../../../union/credentials/decide-request.ts";
import { recordingChannel } from "../recording-channel.ts";
import { openSmallUnion, type SmallUnion } from "../small-union.ts";

export const amal = "+905550100001";
export const demir = "+905550200002";
export const outsider = "+905550300003";

/** A whole Union with text messages and Telegram, in which a caseworker can decide and the rounds come when told. */
export interface TalkingBureau {
  readonly union: SmallUnion;
  readonly runtime: Runtime;
  /** Types texts on a phone, one after the other; gives back what came to it since. */
  types(number: string, ...texts: readonly string[]): Promise<string>;
  /** Does the same at Telegram; `/start` and what stands behind it opens a link. */
  telegrams(chat: string, ...texts: readonly string[]): Promise<string>;
  /** Lets the round of the attestors come, and gives back what came to a phone. */
  asksAttestors(number: string): Promise<string>;
  decides(decision: Decision["decision"], reason?: string): Promise<DecisionOutcome>;
  /** What came to a phone or a chat since it was last looked at. */
  arrived(to: string): string;
}

export async function openTalkingBureau(change: Partial<Runtime> = {}): Promise<TalkingBureau> {
  const telegram = recordingChannel("telegram");
  const held: { runtime: Runtime | null } = { runtime: null };
  const union = await openSmallUnion({
    runtime: (runtime) => {
      const channels = new Map([...runtime.channels, [telegram.account, telegram] as const]);
      held.runtime = { ...runtime, channels, ...change };
      return { channels, ...change };
    },
  });
  onTestFinished(() => union.close());
  const { runtime } = held;
  if (runtime === null) throw new Error("The Union opened without a runtime.");
  const seen = new Map<string, number>();
  const arrived = (to: string): string => {
    const all = [...union.phone.calls, ...telegram.calls].filter((call) => call.to === to);
    const fresh = all.slice(seen.get(to) ?? 0).map(({ text }) => text);
    seen.set(to, all.length);
    return fresh.join("\n---\n");
  };
  const types: TalkingBureau["types"] = async (number, ...texts) => {
    for (const text of texts) {
      arrived(number);
      union.forward(2000);
      await union.says(text, { from: { channel: "sms", identifier: number } });
    }
    await union.work();
    return arrived(number);
  };
  return {
    union,
    runtime,
    types,
    telegrams: async (chat, ...texts) => {
      for (const text of texts) {
        arrived(chat);
        union.forward(2000);
        const link = /^\/start (.*)$/.exec(text)?.[1];
        await union.says(link ?? text, {
          ...{ account: telegram.account, kind: link === undefined ? "text" : "start" },
          from: { channel: "telegram", identifier: chat },
        });
      }
      await union.work();
      return arrived(chat);
    },
    asksAttestors: async (number) => {
      arrived(number);
      await askAttestors(runtime);
      await union.work();
      return arrived(number);
    },
    decides: async (decision, reason = "The employer answered.") => {
      const { id: requestId } = await runtime.store.read.credentialRequest.findFirstOrThrow({
        orderBy: { id: "desc" },
      });
      const outcome = await decideRequest(runtime, {
        ...{ requestId, staffId: "ayse", decision, reason, tell: tellOfRequest(runtime) },
      });
      await union.work();
      return outcome;
    },
    arrived,
  };
}

/** The texts with which somebody joins, in the language of that digit. */
export const joining = (language: "1" | "2" | "3"): readonly string[] => [
  ...["hi", language, "1", "2", "Amal Noor", "Mersin", "1", "1", "2", "1"],
];

/** Two years as a tailor, to be confirmed by a former employer who reads French. */
export const request: readonly string[] = [
  ...["PAPER", "1", "1", "3", "1", "24", "1", "Mr Demir", demir, "3"],
];

/** What he says: the same work, twenty months of it, in Gaziantep, with an overlock. */
export const remembered: readonly string[] = ["1", "3", "1", "20", "Gaziantep", "Overlock"];

/** The code in what a member was told. */
export const codeIn = (text: string): string => /\d{4}-\d{4}-\d{4}/.exec(text)?.[0] ?? "no code";

/** A member's request that is on its way to the attestor. */
export async function aRequest(language: "1" | "2" | "3" = "1"): Promise<TalkingBureau> {
  const bureau = await openTalkingBureau();
  await bureau.types(amal, ...joining(language), ...request, "1");
  return bureau;
}

/** A member with a paper, and its code. */
export async function aPaper(): Promise<TalkingBureau & { readonly code: string }> {
  const bureau = await aRequest();
  await bureau.asksAttestors(demir);
  await bureau.types(demir, ...remembered, "1", "1");
  await bureau.decides("approve");
  return { ...bureau, code: codeIn(bureau.arrived(amal)) };
}
