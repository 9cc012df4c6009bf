import { parseSimulatorInbound } from "../../bot/channels/simulator/parse-inbound.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { dayMs, hourMs, type Moment, minuteMs } from "../../domain/moment.ts";
import { type Answering, nextAnswers } from "../demo/answer-questions.ts";
import type { Posted } from "../demo/demo-union.ts";
import type { Service } from "../service.ts";
import { seen } from "./seen.ts";

/** The phones of a round, played by the page: whatever they send goes the way of every message. */
export interface TourPhones {
  /** Sends texts or taps, and settles when each has been understood. */
  send(...posted: readonly Posted[]): Promise<void>;
  /** Answers whatever these conversations ask, until they ask no more. */
  answer(people: readonly Answering[], ...flows: readonly string[]): Promise<void>;
  /** Puts the simulated clock forward: to the morning where it is night, and past the pause after somebody's own words. */
  passTime(until: "morning" | "settled"): void;
}

/** More questions than any conversation asks. */
const mostQuestions = 40;
/** The hours, in UTC, at which nobody in Turkey sleeps or rests, and to which it is moved. */
const waking = { from: 7, until: 16 } as const;
/** Nobody is told of work within two minutes of writing herself. */
const settledMs = 3 * minuteMs;

/** Makes the phones. Only in `MODE=sim`, where there is a clock that can be put forward. */
export function tourPhones(service: Service): TourPhones {
  const { store, newId, clock, simulatedClock } = service;
  const receive = receiveInbound(service);
  const send = async (...posted: readonly Posted[]): Promise<void> => {
    const messages = posted.map((one) => {
      const parsed = parseSimulatorInbound(one, newId);
      if (parsed.kind === "faults") throw new Error(`A phone of the start page: ${parsed.faults.join("; ")}`);
      return parsed.message;
    });
    await receive(messages, newId());
    const providerId = { in: messages.map((message) => message.providerId) };
    await seen("the phones are answered", async () =>
      (await store.read.inboundMessage.count({ where: { providerId, state: "new" } })) === 0 ? true : null,
    );
  };
  return {
    send,
    answer: async (people, ...flows) => {
      for (const flow of flows)
        for (let asked = 0; ; asked += 1) {
          if (asked === mostQuestions) throw new Error(`The conversation ${flow} does not end.`);
          const said = await nextAnswers(store, people, flow);
          if (said.length === 0) break;
          await send(...said);
        }
    },
    passTime: (until) =>
      simulatedClock?.forward(until === "settled" ? settledMs : untilMorning(clock.now().getTime())),
  };
}

function untilMorning(now: Moment): number {
  const hour = Math.floor((now % dayMs) / hourMs);
  return hour >= waking.from && hour < waking.until
    ? 0
    : (dayMs + waking.from * hourMs - (now % dayMs)) % dayMs;
}
