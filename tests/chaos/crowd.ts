import { joinScripts } from "../service/joining.ts";
import { until } from "../service/until.ts";

export type Tongue = "en" | "ar";

/** One person who joins, and everything her phone has seen. */
export interface Member {
  readonly address: string;
  readonly language: Tongue;
  /** Every text that arrived, oldest first, repeats included. */
  readonly received: string[];
  /** How many messages she has typed. */
  typed: number;
}

export interface Crowd {
  readonly members: readonly Member[];
  /** The texts that everybody must get, without the member number; known once somebody has joined undisturbed. */
  expected(language: Tongue): readonly string[];
  /** How many have got their last text. */
  done(): number;
  /** A text arrives at a phone. */
  arrives(address: string, text: string): void;
  /** Somebody joins while nothing is wrong: what she gets is what everybody after her must get. */
  joinUndisturbed(address: string, language: Tongue): Promise<void>;
  /** Somebody begins to join; settles when her last text has arrived. */
  join(address: string, language: Tongue): Promise<void>;
}

/** What a member types, from the first word to the last answer. */
function linesIn(language: Tongue): readonly string[] {
  const { hello, language: own, name, place } = joinScripts[language];
  return [hello, own, "1", "2", name, place, "2", "1", "2", "1"];
}

/** What differs from member to member. */
const memberNumber = /MU-\d{4,7}-[A-Z]/;
export const numberIn = (text: string): string | null => memberNumber.exec(text)?.[0] ?? null;
export const withoutNumber = (text: string): string => text.replace(memberNumber, "MU-#");

interface Phone {
  readonly member: Member;
  /** Which text she waits for. */
  next: number;
  readonly finished: () => void;
}

/**
 * People who join, each at her own pace: the next line is typed when the next question is on the screen, and what is on
 * the screen for the second time is not answered twice.
 *
 * @param deliver  brings what was typed to the service
 */
export function crowdOf(deliver: (address: string, text: string) => Promise<void>): Crowd {
  const phones = new Map<string, Phone>();
  const known = new Map<Tongue, readonly string[]>();
  let done = 0;

  const expected = (language: Tongue): readonly string[] => known.get(language) ?? [];
  const say = async (member: Member, line: number): Promise<void> => {
    const text = linesIn(member.language)[line];
    if (text === undefined) return;
    member.typed += 1;
    await deliver(member.address, text);
  };
  const phoneOf = (address: string, language: Tongue, finished: () => void): Member => {
    const member: Member = { address, language, received: [], typed: 0 };
    phones.set(address, { member, next: 0, finished });
    return member;
  };

  return {
    get members() {
      return [...phones.values()].map(({ member }) => member);
    },
    expected,
    done: () => done,
    arrives: (address, text) => {
      const phone = phones.get(address);
      if (phone === undefined) return;
      const { member } = phone;
      member.received.push(text);
      const wanted = expected(member.language);
      if (withoutNumber(text) !== wanted[phone.next]) return;
      phone.next += 1;
      if (phone.next < wanted.length) void say(member, phone.next);
      else {
        done += 1;
        phone.finished();
      }
    },
    joinUndisturbed: async (address, language) => {
      const member = phoneOf(address, language, () => undefined);
      for (const line of linesIn(language).keys()) {
        await say(member, line);
        await until("an answer in an undisturbed join", () => member.received.length > line, 30_000);
      }
      known.set(language, member.received.map(withoutNumber));
    },
    join: (address, language) =>
      new Promise<void>((finished) => {
        void say(phoneOf(address, language, finished), 0);
      }),
  };
}
