import type { TextKeysOf } from "../flows/engine/flow.ts";
import type { FlowId, Flows } from "../flows/index.ts";
import type { AchievementKey } from "./achievements.ts";
import commonInEnglish from "./en/common.json" with { type: "json" };
import credentialsInEnglish from "./en/credentials.json" with { type: "json" };
import type { KeywordTable } from "./keyword-table.ts";
import type { LivelihoodKey } from "./livelihoods.ts";

/** The texts that belong to no conversation. English is the source: what it has, every language has. */
export type CommonKey = keyof typeof commonInEnglish;

/** The words about papers that several conversations share, and what members and attestors are told of them. */
export type CredentialKey = keyof typeof credentialsInEnglish;

/** Where a text stands: in the file of a conversation, among the common ones, or in a list that conversations share. */
export type Namespace = FlowId | "common" | "livelihoods" | "achievements" | "credentials";

type Texts<Keys extends string> = Readonly<Record<Keys, string>>;

/** Everything one language must bring; a key it lacks does not compile. Variants for a channel (`language.ar_sms`) may be added. */
export interface LanguagePack {
  readonly texts: { readonly [Id in FlowId]: Texts<TextKeysOf<Flows[Id]>> } & {
    readonly common: Texts<CommonKey>;
    readonly livelihoods: Texts<LivelihoodKey>;
    readonly achievements: Texts<AchievementKey>;
    readonly credentials: Texts<CredentialKey>;
  };
  readonly keywords: KeywordTable;
  /** What else people type for an option: by `<flow>.<question>.<option>`, or by `*.<option>` wherever that option is offered. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}
