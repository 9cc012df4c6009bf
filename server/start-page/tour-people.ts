import type { Answering } from "../demo/answer-questions.ts";

/** How many of them hear of the work. */
export const toldInRound = 3;

/** A round is played by people nobody has met: three digits make their numbers. */
export const roundNumber = /^[1-9]\d{2}$/;

/** What the people of a round are asked and answer; the town is theirs alone, so that only they hear of the work. */
const town = "Mersin";
const work = { work: "sewing", sewing: "tailor" } as const;

/** The people of one round. */
export interface TourPeople {
  readonly member: Answering;
  /** The phone that is asked to confirm, and the Telegram on it that the link opens. */
  readonly attestor: { readonly number: string; readonly telegram: Answering };
  readonly employer: Answering;
  /** Two more who do the same work in the same town, and two elsewhere: five alike, or no card about any of them is shown. */
  readonly others: readonly Answering[];
  readonly outsider: Answering;
}

/** Names the people of a round. Their numbers begin with digits kept for invented people; no chat id is as long as theirs. */
export function tourPeople(round: string): TourPeople {
  const number = (place: number): string => `+90555005${round}${place}`;
  const chat = (place: number): string => `555500000005${round}${place}`;
  const joining = { consent: "yes", age: "from30", place: town, ...work, shared: "no", alerts: "yes" };
  const elsewhere = { ...joining, place: "Adana" };
  const attestorNumber = number(2);
  return {
    member: {
      ...{ channel: "sms", from: number(1) },
      answers: {
        ...{ ...joining, language: "en", name: "Amal", item: "request", kind: "work-record" },
        ...{ months: "30", seenWorking: "former-employer", attestor: "Madame Rosa", phone: attestorNumber },
        ...{ want: "yes", years: "6", share: "yes" },
      },
    },
    attestor: {
      number: attestorNumber,
      telegram: {
        ...{ channel: "telegram", from: chat(2) },
        answers: {
          ...{ knows: "yes", ...work, months: "30", where: "Gaziantep, the old market" },
          ...{ tool: "overlock machine", verdict: "right", truth: "yes" },
        },
      },
    },
    employer: {
      ...{ channel: "whatsapp", from: number(3) },
      answers: {
        ...{
          consent: "yes",
          kind: "company",
          title: "Harbour Stitch",
          town,
          contact: "Deniz",
          byMail: "yes",
        },
        ...{ email: `deniz-${round}@harbour.example.org`, pledge: "yes", item: "post", ...work },
        ...{ pay: "26000 TRY month", hours: "45", places: "2", sure: "yes" },
      },
    },
    others: [
      { channel: "whatsapp", from: number(4), answers: { ...joining, language: "fr", name: "Inès" } },
      { channel: "sms", from: number(5), answers: { ...joining, language: "ar", name: "هناء" } },
      { channel: "sms", from: number(7), answers: { ...elsewhere, language: "ar", name: "سهى" } },
      { channel: "whatsapp", from: number(8), answers: { ...elsewhere, language: "en", name: "Ida" } },
    ],
    outsider: { channel: "whatsapp", from: number(6), answers: {} },
  };
}
