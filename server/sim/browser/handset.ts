import type { ChannelKind } from "../../../domain/address.ts";
import { type Conversation, follow } from "./conversation.ts";
import { element } from "./element.ts";
import { personPicker } from "./person-picker.ts";
import type { Reply } from "./reply.ts";
import type { Thread } from "./thread.ts";

/** Sends a reply; resolves to false when it could not be sent, and the person should have her text back. */
export type Send = (reply: Reply) => Promise<boolean>;

/** The device that a person holds: it shows a thread and takes replies. */
export interface Device {
  readonly element: HTMLElement;
  show(thread: Thread): void;
  /** Puts the cursor where one writes. */
  focus(): void;
}

/** One of the handsets on the page: which channel it is, whose, and how its device is made. */
export interface HandsetPlan {
  readonly channel: ChannelKind;
  readonly title: string;
  readonly hint: string;
  readonly person: string;
  readonly device: (send: Send) => Device;
  readonly personChanged: (person: string) => void;
}

/** What the page gets from outside. */
export interface Surroundings {
  readonly now: () => Date;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** Builds a handset and lets its person talk with the Union. */
export function handset(plan: HandsetPlan, { now, random }: Surroundings): HTMLElement {
  const { channel } = plan;
  const problem = element("p", { class: "problem", role: "status" });
  const titleId = `${channel}-title`;
  let conversation: Conversation;

  const device = plan.device((reply) => conversation.send(reply));
  const talkAs = (identifier: string) =>
    follow(
      { channel, identifier },
      {
        show: device.show,
        problem: (text) => {
          // Written only when it changes, or a screen reader would say it with every poll.
          if (problem.textContent !== text) problem.textContent = text;
        },
      },
      now,
    );
  const picker = personPicker(channel, plan.person, random, (person) => {
    conversation.stop();
    device.show({ cursor: "", messages: [], echoes: [] });
    conversation = talkAs(person);
    plan.personChanged(person);
    device.focus();
  });

  conversation = talkAs(plan.person);
  return element(
    "section",
    { class: `handset ${channel}`, "aria-labelledby": titleId },
    element("h2", { id: titleId }, plan.title),
    element("p", { class: "hint" }, plan.hint),
    picker,
    device.element,
    problem,
  );
}
