import Fastify, { type FastifyInstance } from "fastify";
import type { Payload } from "../../domain/payload.ts";
import { countSegments } from "../../domain/sms-segments.ts";
import { simPage } from "../../server/sim/page.ts";
import type { SimMessage } from "../../server/sim/sim-message.ts";

interface Said {
  readonly channel: string;
  readonly from: string;
  readonly text?: string;
  readonly choice?: string;
}
interface Answer {
  readonly text: string;
  readonly language: string;
  readonly choices?: readonly (readonly [id: string, label: string, description?: string])[];
}

const english = {
  text: "Migrant Union: Hello. We help you find fair work. It is free. Which language do you want?",
  language: "en",
  choices: [
    ["join/language/en", "English"],
    ["join/language/ar", "العربية"],
    ["join/language/fr", "Français"],
  ],
} as const satisfies Answer;

const arabic = {
  text: "اتحاد المهاجرين: أهلا بك. ما العمل الذي تعرفه أكثر؟",
  language: "ar",
  choices: [
    ["join/work/building", "البناء", "بيوت وطرق"],
    ["join/work/cooking", "الطبخ", "مطعم أو بيت"],
    ["join/work/sewing", "الخياطة"],
    ["join/work/farming", "الزراعة"],
    ["join/work/other", "عمل آخر"],
  ],
} as const satisfies Answer;

const thanks: Answer = { text: "شكرا لك. رقم عضويتك MU-4821-K. اكتب MENU متى شئت.", language: "ar" };

function answerTo({ text = "", choice = "" }: Said): Answer {
  if (choice === "join/language/ar" || text === "2") return arabic;
  if (choice.startsWith("join/work/")) return thanks;
  if (text.toLowerCase() === "hi") return english;
  return { text: `You wrote: ${text || choice}`, language: "en" };
}

function payloadOf(channel: string, { text, choices = [] }: Answer): Payload {
  const rows = choices.map(([id, label, description]) => ({
    id,
    label,
    ...(description ? { description } : {}),
  }));
  if (rows.length === 0) return { kind: "text", text };
  if (channel === "telegram") return { kind: "keyboard", text, rows: rows.map((row) => [row]) };
  if (channel === "sms") {
    const lines = rows.map(({ label }, at) => `${at + 1} ${label}`);
    return { kind: "text", text: [text, ...lines, ""].join("\n").trim() };
  }
  return rows.length <= 3
    ? { kind: "buttons", text, buttons: rows }
    : { kind: "list", text, open: "اختر", rows };
}

/**
 * A union of a few sentences behind the simulator page: the same JSON interface as the real server's, no database.
 * `delayMs` is how long it thinks before it answers; a text "refuse" is refused.
 */
export function smallUnion(delayMs = 0): FastifyInstance {
  const app = Fastify();
  const talks = new Map<string, SimMessage[]>();
  const talkOf = (channel: string, person: string) => {
    const key = `${channel} ${person}`;
    const talk = talks.get(key) ?? [];
    talks.set(key, talk);
    return talk;
  };
  const add = (
    talk: SimMessage[],
    message: Pick<SimMessage, "direction" | "text" | "language" | "payload">,
  ) =>
    talk.push({
      id: `m${talk.length + 1}`,
      at: "2026-11-21T14:02:00.000Z",
      status: "delivered",
      segments: countSegments(message.text),
      ...message,
    });

  app.register(simPage());
  app.post<{ Body: Said }>("/sim/messages", async (request, reply) => {
    const said = request.body;
    if (said.text === "refuse")
      return reply.code(400).send({ error: "bad message", faults: ["text: not this one"] });
    const talk = talkOf(said.channel, said.from);
    add(talk, { direction: "in", text: said.text ?? said.choice ?? "", language: null, payload: null });
    const answer = answerTo(said);
    const payload = payloadOf(said.channel, answer);
    setTimeout(
      () => add(talk, { direction: "out", text: payload.text, language: answer.language, payload }),
      delayMs,
    );
    return reply.code(202).send({ id: `m${talk.length}` });
  });
  app.get<{ Querystring: { channel: string; address: string; after: string } }>(
    "/sim/messages",
    (request) => {
      const { channel, address, after } = request.query;
      const talk = talkOf(channel, address);
      return { messages: talk.slice(Number(after)), cursor: String(talk.length) };
    },
  );
  return app;
}
