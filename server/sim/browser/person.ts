import type { ChannelKind } from "../../../domain/address.ts";

/** How a channel names a person, with one invented person to begin with. */
interface Naming {
  readonly label: string;
  readonly first: string;
  /** What every new person's name begins with; the rest is drawn at random. */
  readonly prefix: string;
  readonly pattern: RegExp;
  readonly example: string;
}

/** Phone numbers as ITU-T E.164 writes them, and a Telegram chat by the digits of its id. None of them is anybody's. */
const namings: Readonly<Record<ChannelKind, Naming>> = {
  sms: naming("Phone number", "+905550000101", "+9055500", /^\+[1-9]\d{6,14}$/),
  whatsapp: naming("Phone number", "+905550000202", "+9055500", /^\+[1-9]\d{6,14}$/),
  telegram: naming("Telegram id", "5550000303", "55500", /^[1-9]\d{4,15}$/),
};

function naming(label: string, first: string, prefix: string, pattern: RegExp): Naming {
  return { label, first, prefix, pattern, example: `like ${first}` };
}

export const namingOf = (channel: ChannelKind): Naming => namings[channel];

/** Invents a person nobody has talked as yet, most likely. `random` is between 0 and 1. */
export function newPerson(channel: ChannelKind, random: () => number): string {
  const rest = String(Math.floor(random() * 100_000)).padStart(5, "0");
  return namings[channel].prefix + rest;
}

/** Reads what was typed as a person, spaces and hyphens forgiven; null when it names nobody. */
export function readPerson(channel: ChannelKind, typed: string): string | null {
  const name = typed.replaceAll(/[\s()-]/g, "");
  return namings[channel].pattern.test(name) ? name : null;
}
