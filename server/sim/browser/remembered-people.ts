import { type ChannelKind, channelKinds } from "../../../domain/address.ts";
import { namingOf, readPerson } from "./person.ts";

/** Who is at each handset. */
export type People = Readonly<Record<ChannelKind, string>>;

/** Reads the people from an address's fragment, so that reloading the page finds them again; the rest are the first ones. */
export function peopleIn(fragment: string): People {
  const named = new URLSearchParams(fragment.replace(/^#/, ""));
  const person = (channel: ChannelKind) =>
    readPerson(channel, named.get(channel) ?? "") ?? namingOf(channel).first;
  return { sms: person("sms"), whatsapp: person("whatsapp"), telegram: person("telegram") };
}

/** Writes them as a fragment, which unlike a query never reaches a server or its log. */
export const fragmentOf = (people: People): string =>
  `#${new URLSearchParams(channelKinds.map((channel) => [channel, people[channel]]))}`;
