import type { Capabilities } from "../../domain/capabilities.ts";
import type { Language } from "../../domain/language.ts";
import { type MessageClass, messageRules } from "../../domain/message-class.ts";
import { type Moment, minuteMs } from "../../domain/moment.ts";
import type { NewOutbound } from "../../prisma/rows/outbound.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import { render } from "../render/render.ts";
import type { Runtime } from "../runtime.ts";
import { compose } from "./compose.ts";
import { languageOf, type Talk } from "./talk.ts";
import { valuesFor } from "./values.ts";

/** The one message a turn answers with, rendered for the sender it leaves from; none where the turn is silent. */
export function replyMessage(talk: Talk, mail: Mail, runtime: Runtime): readonly NewOutbound[] {
  if (talk.lane.state === "blocked") return [];
  return outboundOf(talk, runtime, { key: `in:${mail.id}`, class: "reply", requestId: mail.requestId });
}

/** What names a message and where it comes from. */
export interface Cause {
  /** Unique for what caused the message, so that a repeat cannot make a second one. */
  readonly key: string;
  readonly class: MessageClass;
  readonly requestId: string;
}

/** Renders what the talk says and asks; an empty list where it says nothing or its sender is not ours any more. */
export function outboundOf(talk: Talk, runtime: Runtime, cause: Cause): readonly NewOutbound[] {
  const channel = runtime.channels.get(talk.lane.account);
  if (channel === undefined || (talk.says.length === 0 && talk.asked === null)) return [];
  const language = languageOf(talk);
  const values = valuesFor(talk.person, language, runtime.locales);
  const prompt = compose(
    { says: talk.says, asked: talk.asked, values },
    language,
    talk.lane.channel,
    runtime.locales,
  );
  const now = runtime.clock.now().getTime();
  return [
    {
      id: runtime.newId(),
      addressId: talk.lane.addressId,
      account: channel.account,
      ...cause,
      topic: talk.topic,
      language,
      queuedAt: now,
      notBefore: now,
      expiresAt: now + messageRules[cause.class].expiresAfterMs,
      parts: isOutsideWindow(talk, channel.capabilities, now)
        ? waitingTemplate(language, runtime)
        : render(prompt, channel.capabilities, language),
    },
  ];
}

/** A message that leaves shortly before the window closes may arrive after it. */
const windowMarginMs = 15 * minuteMs;

/** Whether the channel takes only approved templates now, because the person has not written for too long. */
function isOutsideWindow({ lane }: Talk, { serviceWindowMs }: Capabilities, now: Moment): boolean {
  if (serviceWindowMs === null) return false;
  return lane.lastInboundAt === null || now - lane.lastInboundAt > serviceWindowMs - windowMarginMs;
}

/** "You have a message": as soon as the person answers it, everything can be said. The question stays on her screen. */
function waitingTemplate(language: Language, { locales }: Runtime): NewOutbound["parts"] {
  const text = locales.text(language, "common", "waiting", {});
  return [{ payload: { kind: "template", template: "waiting", language, text }, segments: 1 }];
}
