import type { Address } from "../domain/address.ts";
import type { Moment } from "../domain/moment.ts";
import type { NewAddress, NewInbound, RecordedInbound } from "./rows/inbound.ts";
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
