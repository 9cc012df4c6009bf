import type { Capabilities } from "../../domain/capabilities.ts";
import type { Language } from "../../domain/language.ts";
import { type MessageClass, messageRules } from "../../domain/message-class.ts";
import { dayMs, type Moment, minuteMs } from "../../domain/moment.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import { compose } from "../inbound/compose.ts";
import { languageOf, type Talk } from "../inbound/talk.ts";
import type { Prompt } from "../render/prompt.ts";
import { render } from "../render/render.ts";
import type { Runtime } from "../runtime.ts";

/** What names a message and where it comes from. */
export interface Cause {
  /** Unique for what caused the message, so that a repeat cannot make a second one. */
  readonly key: string;
  readonly class: MessageClass;
  /** What it rests on: `talk` and `service` on a message of the person's own, the others on what she allowed. */
  readonly topic: string;
  readonly requestId: string;
}

/** Renders what the talk says and asks; an empty list where it says nothing or its sender is not ours any more. */
export function outboundOf(talk: Talk, runtime: Runtime, cause: Cause): readonly NewOutbound[] {
  if (talk.says.length === 0 && talk.asked === null) return [];
  const prompt = compose(talk, languageOf(talk), talk.lane.channel, runtime.locales);
  return messagesOf(talk, prompt, runtime, cause);
}

/**
 * Renders a prompt for a lane. Where its channel takes only approved templates now, because the person has not written
 * for too long, that is "You have a message", and the message itself is held until she writes.
 */
export function messagesOf(
  talk: Pick<Talk, "lane">,
  prompt: Prompt,
  runtime: Runtime,
  cause: Cause,
): readonly NewOutbound[] {
  const { lane } = talk;
  const channel = runtime.channels.get(lane.account);
  if (channel === undefined) return [];
  const language = languageOf(talk);
  const now = runtime.clock.now().getTime();
  const message: NewOutbound = {
    id: runtime.newId(),
    addressId: lane.addressId,
    account: channel.account,
    ...cause,
    language,
    queuedAt: now,
    notBefore: now,
    expiresAt: now + messageRules[cause.class].expiresAfterMs,
    parts: render(prompt, channel.capabilities, language),
  };
  if (!isOutsideWindow(lane.lastInboundAt, channel.capabilities, now)) return [message];
  const template = { kind: "template", language, ...waiting(language, cause, runtime) } as const;
  return [
    // Once a day, however much is held.
    {
      ...message,
      id: runtime.newId(),
      key: `waiting:${lane.addressId}:${Math.floor(now / dayMs)}`,
      parts: [{ payload: template, segments: 1 }],
    },
    { ...message, expiresAt: now + heldForMs, isHeld: true },
  ];
}

/** To an attestor the template does not say who writes. */
const waiting = (language: Language, { topic }: Cause, { locales: { text } }: Runtime) =>
  topic === "attestation"
    ? { template: "attestation", text: text(language, "credentials", "attestor.waiting") }
    : { template: "waiting", text: text(language, "common", "waiting", {}) };

/** How long what is held waits for the person to write, in milliseconds. */
const heldForMs = 14 * dayMs;

/** A message that leaves shortly before the window closes may arrive after it. */
const windowMarginMs = 15 * minuteMs;

const isOutsideWindow = (
  lastInboundAt: Moment | null,
  { serviceWindowMs }: Capabilities,
  now: Moment,
): boolean =>
  serviceWindowMs !== null &&
  (lastInboundAt === null || now - lastInboundAt > serviceWindowMs - windowMarginMs);
