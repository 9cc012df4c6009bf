import { randomInt } from "node:crypto";
import { pino } from "pino";
import { handleMail } from "../../bot/inbound/handle-mail.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { queueMessages } from "../../bot/outbound/queue-messages.ts";
import { reconciler } from "../../bot/outbound/reconcile.ts";
import { recordReceipt } from "../../bot/outbound/record-receipts.ts";
import { sendQueued } from "../../bot/outbound/send-queued.ts";
import type { Runtime } from "../../bot/runtime.ts";
import { sweep } from "../../bot/sweep.ts";
import type { ChannelKind } from "../../domain/address.ts";
import type { InboundMessage } from "../../domain/inbound-message.ts";
import { type MessageClass, messageRules, priorityOf } from "../../domain/message-class.ts";
import { minuteMs } from "../../domain/moment.ts";
import type { Receipt } from "../../domain/receipt.ts";
import { createLocales } from "../../locales/index.ts";
import type { Store } from "../../prisma/store.ts";
import type { Ringing } from "../../queues/doorbell.ts";
import { secretsFrom } from "../../union/secrets.ts";
import { testDatabase } from "../prisma/open-test-store.ts";
import { openedIssuer } from "../union/credentials/small-bureau.ts";
import { type RecordingChannel, recordingChannel } from "./recording-channel.ts";

/** A number in Turkey, where it is three hours later than in UTC. */
export const number = "+905550100001";
/** Noon there, on a Tuesday. */
export const noon = new Date("2026-11-24T09:00:00Z");

export interface SmallUnionOptions {
  readonly kind?: ChannelKind;
  /** False: the provider keeps no list that could be asked. */
  readonly canBeAsked?: boolean;
  readonly runtime?: (runtime: Runtime) => Partial<Runtime>;
}

/** What to queue besides answers, as later services will. */
export interface Unasked {
  readonly class: MessageClass;
  readonly topic?: string;
  readonly parts?: readonly string[];
}

/** Everything between a message that comes in and one that goes out, on a real database, with a clock that moves when told and one provider. */
export interface SmallUnion {
  readonly store: Store;
  readonly phone: RecordingChannel;
  /** What all of this works with, to call a function of the service by itself. */
  readonly runtime: Runtime;
  /** A person does something, and all that follows from it is done. */
  says(text: string, more?: Partial<InboundMessage>): Promise<void>;
  /** Receives without doing anything about it. */
  receives(text: string, more?: Partial<InboundMessage>): Promise<void>;
  /** Puts a message into the outbox through its only entrance; gives back its id, or null where it was left out. */
  queues(message: Unasked): Promise<string | null>;
  /** The provider reports. */
  reports(receipt: Partial<Receipt> & Pick<Receipt, "messageId">): Promise<string>;
  /** Sends one message, as a worker does; settles when it is settled. */
  sends(id: string): Promise<unknown>;
  /** Sweeps and works until nothing is left that can be done now. */
  work(): Promise<void>;
  pass(milliseconds: number): Promise<void>;
  /** Moves the clock and does nothing. */
  forward(milliseconds: number): void;
  /** The reasons and states of all messages, in the order they were queued. */
  outbox(): Promise<
    readonly {
      readonly id: string;
      readonly class: string;
      readonly status: string;
      readonly reason: string | null;
      readonly attempt: number;
      readonly notBefore: Date;
    }[]
  >;
  close(): Promise<void>;
}

export async function openSmallUnion(options: SmallUnionOptions = {}): Promise<SmallUnion> {
  const database = await testDatabase();
  const store = await database.open();
  const phone = recordingChannel(options.kind ?? "sms", options.canBeAsked ?? true);
  let now = noon.getTime();
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return String(ids).padStart(32, "0");
  };
  const mail = new Set<string>();
  const ringing = new Map<string, Ringing>();
  const base: Runtime = {
    store,
    statements: store.statements,
    doorbell: {
      announceMail: async (addressIds) => {
        for (const id of addressIds) mail.add(id);
        return true;
      },
      announceRound: async () => true,
      announceMessages: async (messages) => {
        for (const message of messages) ringing.set(message.id, message);
        return true;
      },
    },
    clock: { now: () => new Date(now), monotonicMs: () => now },
    newId,
    randomInt: (below) => randomInt(below),
    secrets: secretsFrom("a secret key of the tests, long enough"),
    publicUrl: openedIssuer.publicUrl,
    issuer: openedIssuer,
    telegramName: "union_bot",
    log: pino({ level: "silent" }),
    locales: createLocales(),
    channels: new Map([[phone.account, phone]]),
    timings: { leaseMs: minuteMs, lookUpAfterMs: minuteMs, sweepEveryMs: 0, catchUpEveryMs: minuteMs },
    counts: {
      inbound: () => undefined,
      handled: () => undefined,
      sent: () => undefined,
      receipt: () => undefined,
      repeated: () => undefined,
      swept: () => undefined,
    },
  };
  const runtime = { ...base, ...options.runtime?.(base) };
  const receive = receiveInbound(runtime);
  const handle = handleMail(runtime);
  const send = sendQueued(runtime);
  const sweepOnce = sweep(runtime);
  const lookUps = reconciler(runtime);
  const record = recordReceipt(runtime);

  const heard = () => new Promise((resolve) => setImmediate(resolve));
  /** Answers the doorbell until it is still, the most urgent first. Says whether anything was sent. */
  const answerDoorbell = async (): Promise<boolean> => {
    let didSomething = false;
    for (await heard(); mail.size + ringing.size > 0; await heard()) {
      const addressIds = [...mail];
      mail.clear();
      await handle(addressIds);
      await heard();
      const due = [...ringing.values()].sort((one, other) => priorityOf(one.class) - priorityOf(other.class));
      ringing.clear();
      for (const { id, account } of due) {
        const { kind } = await send({ id, account });
        didSomething ||= kind === "settled";
      }
    }
    return didSomething;
  };
  const work = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      await sweepOnce();
      const asked = await lookUps();
      if (!(await answerDoorbell()) && asked === 0) return;
    }
  };
  const receives: SmallUnion["receives"] = async (text, more = {}) => {
    await receive(
      [
        {
          account: phone.account,
          providerId: newId(),
          kind: "text",
          from: { channel: phone.kind, identifier: number },
          text,
          choice: null,
          providerAnswered: false,
          unread: {},
          ...more,
        },
      ],
      newId(),
    );
    await heard();
  };
  return {
    store,
    phone,
    runtime,
    receives,
    says: async (text, more) => {
      await receives(text, more);
      await answerDoorbell();
    },
    queues: async ({
      class: messageClass,
      topic = "talk",
      parts = [`${messageClass === "alert" ? "an" : "a"} ${messageClass}`],
    }) => {
      const { id: addressId } = await store.read.address.findFirstOrThrow();
      const id = newId();
      const queued = await store.write.once((tx) =>
        queueMessages(
          tx,
          [
            {
              ...{
                id,
                addressId,
                topic,
                account: phone.account,
                key: id,
                class: messageClass,
                language: "en",
              },
              ...{ requestId: id, queuedAt: now, notBefore: now },
              expiresAt: now + messageRules[messageClass].expiresAfterMs,
              parts: parts.map((text) => ({ payload: { kind: "text", text }, segments: 1 })),
            },
          ],
          runtime,
        ),
      );
      return queued[0] ?? null;
    },
    reports: (receipt) =>
      record({
        account: phone.account,
        part: 1,
        providerId: `${receipt.messageId}-${receipt.part ?? 1}`,
        providerStatus: receipt.status ?? "a new word",
        status: null,
        code: null,
        ...receipt,
      }),
    sends: (id) => send({ id, account: phone.account }),
    work,
    pass: async (milliseconds) => {
      now += milliseconds;
      await work();
    },
    forward: (milliseconds) => {
      now += milliseconds;
    },
    outbox: () => store.read.outboundMessage.findMany({ orderBy: [{ addressId: "asc" }, { seq: "asc" }] }),
    close: () => database.remove(),
  };
}

/** Texts all that a member is asked, in English, until she has her number; her last answer is whether she wants jobs and news, only jobs, or nothing. */
export async function join(union: SmallUnion, name = "Amal", alerts: "1" | "2" | "3" = "1"): Promise<void> {
  for (const text of ["hi", "1", "1", "2", name, "Mersin", "1", "1", "2", alerts]) await union.says(text);
}
