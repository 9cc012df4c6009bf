import { parseArgs } from "node:util";
import { z } from "zod";
import { type ChannelKind, channelKinds } from "../../domain/address.ts";
import { type Language, languages } from "../../domain/language.ts";

/** Which phone is held, and how the conversation begins. */
export interface ChatOptions {
  readonly channel: ChannelKind;
  /** The phone number, or on Telegram the chat id. */
  readonly from: string;
  /** The language of the first greeting. */
  readonly language: Language;
}

/** What the command line asked for. */
export type ReadOptions =
  | ({ readonly kind: "options" } & ChatOptions)
  | { readonly kind: "help" }
  | { readonly kind: "faults"; readonly faults: readonly string[] };

export const chatUsage = `npm run chat -- [options]
  --lang ${languages.join("|")}    the language you say hello in (en)
  --channel ${channelKinds.join("|")}    the kind of phone (sms)
  --from NUMBER    your phone number, like +15550100123, or on Telegram your chat id
  --help    this text`;

/** Nobody's: 555-0100 to 555-0199 are kept free for stories (North American Numbering Plan, https://www.nationalnanpa.com/). */
const inventedPerson: Readonly<Record<ChannelKind, string>> = {
  sms: "+15550100123",
  whatsapp: "+15550100123",
  telegram: "15550100123",
};

const given = z.object({
  lang: z.enum(languages, { error: `--lang must be one of ${languages.join(", ")}` }).default("en"),
  channel: z
    .enum(channelKinds, { error: `--channel must be one of ${channelKinds.join(", ")}` })
    .default("sms"),
  from: z.string().optional(),
  help: z.boolean().default(false),
});

/** Reads the words behind `npm run chat --`; every fault is named. */
export function readChatOptions(words: readonly string[]): ReadOptions {
  const parsed = parse(words);
  if (parsed.kind === "faults") return parsed;
  const read = given.safeParse(parsed.values);
  if (!read.success) return { kind: "faults", faults: read.error.issues.map(({ message }) => message) };
  const { lang, channel, from, help } = read.data;
  if (help) return { kind: "help" };
  return { kind: "options", language: lang, channel, from: from ?? inventedPerson[channel] };
}

function parse(words: readonly string[]) {
  const options = {
    lang: { type: "string" },
    channel: { type: "string" },
    from: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    return { kind: "values", values: parseArgs({ args: [...words], options }).values } as const;
  } catch (fault) {
    return { kind: "faults", faults: [fault instanceof Error ? fault.message : String(fault)] } as const;
  }
}
