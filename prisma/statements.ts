import type { Address } from "../domain/address.ts";
import type { Moment } from "../domain/moment.ts";
import type { NewAddress, NewInbound, RecordedInbound } from "./rows/inbound.ts";
import type {
  AddressSlice,
  Aftermath,
  AudienceCount,
  AudienceQuestion,
  Recipient,
  RecipientWrite,
  ReportedRecipient,
  StandingCount,
  WaitingGroup,
} from "./rows/notice.ts";
import type {
  Claimed,
  ClaimRequest,
  DueMessage,
  NewOutbound,
  PartResult,
  ReceiptTarget,
  StatusChange,
} from "./rows/outbound.ts";
import type { NewConsent, NewPerson, PersonWrite } from "./rows/person.ts";
import type { Scene, TurnWrite } from "./rows/scene.ts";
import type { DueTimer } from "./rows/timer.ts";
import type { Transaction } from "./store.ts";

/**
 * The statements on the path of every message: each does its work for a whole batch at once.
 *
 * They are written in one database's own words (prisma/sqlite/) because a query per message would be too slow;
 * everything else goes through Prisma. Another database brings its own set.
 */
export interface Statements {
  /** The ids of the addresses that are known, in the order asked; null for the others. */
  findAddresses(tx: Transaction, addresses: readonly Address[]): Promise<readonly (string | null)[]>;
  /** Adds addresses, each with its lane. */
  addAddresses(tx: Transaction, addresses: readonly NewAddress[]): Promise<void>;
  /** Inserts deliveries once, in the order given; a repeated one changes nothing. */
  recordInbound(tx: Transaction, inbound: readonly NewInbound[]): Promise<readonly RecordedInbound[]>;
  /** Everything a turn needs to know about each address, with its oldest unhandled message. In the order asked; unknown addresses are left out. */
  loadScenes(tx: Transaction, addressIds: readonly string[]): Promise<readonly Scene[]>;
  /** Keeps what the turns changed, and marks their messages as done. */
  saveTurns(tx: Transaction, turns: readonly TurnWrite[], now: Moment): Promise<void>;
  /** Begins to keep people, each with the address she uses. */
  addPeople(tx: Transaction, people: readonly NewPerson[]): Promise<void>;
  /** Keeps people as they are now; a number once given stays. */
  savePeople(tx: Transaction, people: readonly PersonWrite[]): Promise<void>;
  /** The next place in the order of joining, counted from 1; to be used in the same transaction. */
  nextSerial(tx: Transaction): Promise<number>;
  /** Adds lines to the consent ledger. */
  addConsent(tx: Transaction, entries: readonly NewConsent[]): Promise<void>;
  /** Puts messages behind those already waiting for the same address; one whose key exists is left out. Gives back the ids that were put. */
  writeOutbox(tx: Transaction, messages: readonly NewOutbound[]): Promise<readonly string[]>;
  /** Moves messages from `queued` to `sending` where they may leave now; gives back those that this caller may send. */
  claim(tx: Transaction, requests: readonly ClaimRequest[], now: Moment): Promise<readonly Claimed[]>;
  /** Keeps what happened to parts that were handed over; gives back the messages that may leave next on the same lanes. */
  settle(tx: Transaction, results: readonly PartResult[], now: Moment): Promise<readonly DueMessage[]>;
  /** Finds the parts that receipts speak of. Null where there is none. */
  findParts(tx: Transaction, receipts: readonly ReceiptKey[]): Promise<readonly (ReceiptTarget | null)[]>;
  /** Adds receipts; gives back which of them are new. */
  addReceipts(tx: Transaction, receipts: readonly NewReceipt[]): Promise<readonly boolean[]>;
  /** Sets the statuses of parts and of their messages. */
  changeStatuses(tx: Transaction, changes: readonly StatusChange[]): Promise<void>;
  /** Addresses with unhandled messages received before that moment. */
  waitingMail(tx: Transaction, before: Moment, most: number): Promise<readonly string[]>;
  /** Messages that may leave now: the first live one of each lane. */
  dueMessages(tx: Transaction, now: Moment, most: number): Promise<readonly DueMessage[]>;
  /** Gives up queued messages whose time has passed, and makes `unknown` those whose sender died. Gives back how many of each. */
  ageMessages(
    tx: Transaction,
    now: Moment,
    lookAt: Moment,
  ): Promise<{ readonly expired: number; readonly unknown: number }>;
  /** Messages whose outcome is unknown and that are due for a question to the provider. */
  dueLookUps(tx: Transaction, now: Moment, most: number): Promise<readonly Claimed[]>;
  /** Timers that are due and still mean something: a reminder only in the turn it was set for. The others are dropped. */
  takeDueTimers(tx: Transaction, now: Moment, most: number): Promise<readonly DueTimer[]>;
  /** The next addresses after one, at most so many; null behind the last. Reads only, on any connection. */
  nextSlice(reader: Transaction, after: string, most: number): Promise<AddressSlice | null>;
  /** How many people of a slice of the addresses an audience means, by what they would get. Reads only, on any connection. */
  countAudience(
    reader: Transaction,
    question: AudienceQuestion,
    slice: AddressSlice,
  ): Promise<readonly AudienceCount[]>;
  /** Writes down the people of a slice who are to be sent a notice, each once; gives back how many. */
  freezeAudience(
    tx: Transaction,
    noticeId: string,
    question: AudienceQuestion,
    slice: AddressSlice,
  ): Promise<number>;
  /** The senders and countries of a notice's frozen recipients. */
  waitingGroups(tx: Transaction, noticeId: string): Promise<readonly WaitingGroup[]>;
  /** How many messages of notices each sender of ours still has to send; held ones are not among them. */
  noticesQueued(tx: Transaction): Promise<ReadonlyMap<string, number>>;
  /** Frozen recipients of one group, at most so many, each as she can be reached now. */
  takeRecipients(
    tx: Transaction,
    noticeId: string,
    group: WaitingGroup,
    most: number,
  ): Promise<readonly Recipient[]>;
  /** Keeps what became of frozen recipients. */
  settleRecipients(tx: Transaction, noticeId: string, settled: readonly RecipientWrite[]): Promise<void>;
  /** Takes messages of a notice back that no sender has touched, at most so many: their recipients are only frozen again. Gives back how many. */
  recallNotice(tx: Transaction, noticeId: string, most: number): Promise<number>;
  /** Stops messages of a notice that have not left, at most so many; gives back how many. */
  stopNotice(
    tx: Transaction,
    noticeId: string,
    becomes: "cancelled" | "expired",
    most: number,
  ): Promise<number>;
  /** Whether anything of a notice is still to be sent, or is on its way. */
  hasUnsettled(tx: Transaction, noticeId: string): Promise<boolean>;
  /** How many recipients of a notice stand how. Reads only, on any connection. */
  noticeStanding(reader: Transaction, noticeId: string): Promise<readonly StandingCount[]>;
  /** What recipients did within so many milliseconds after they were sent a notice. Reads only, on any connection. */
  noticeAftermath(reader: Transaction, noticeId: string, withinMs: number): Promise<Aftermath>;
  /** The recipients of a notice behind an address, in the order of addresses, at most so many. Reads only, on any connection. */
  reportRecipients(
    reader: Transaction,
    noticeId: string,
    behind: string,
    most: number,
  ): Promise<readonly ReportedRecipient[]>;
}

/** How a receipt names its message: by our id, or only by the provider's. */
export interface ReceiptKey {
  readonly account: string;
  readonly messageId: string | null;
  readonly part: number;
  readonly providerId: string;
}

export interface NewReceipt extends ReceiptKey {
  readonly providerStatus: string;
  readonly code: string;
  readonly receivedAt: Moment;
}
