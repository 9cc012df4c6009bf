import type { LightMyRequestResponse } from "fastify";
import { noticeDesk } from "../../../../server/console/notices/notice-desk.ts";
import { type NoticeOffice, openNoticeOffice } from "../../../bot/notices/notice-office.ts";
import { recordingChannel } from "../../../bot/recording-channel.ts";
import { addSome, many, type SomePerson } from "../../../union/notices/some-people.ts";
import type { Browser } from "../browser.ts";
import { openSmallConsole, type SmallConsole } from "../small-console.ts";

/** The console of a union that really sends: both on one database and one clock. */
export interface NoticeConsole extends SmallConsole {
  readonly office: NoticeOffice;
  /** Adds so many members who may be sent notices. */
  people(count: number, like?: Partial<SomePerson>): Promise<void>;
}

export async function openNoticeConsole(): Promise<NoticeConsole> {
  const office = await openNoticeOffice({
    runtime: ({ channels }) => ({
      channels: new Map([
        ...channels,
        ...[recordingChannel("telegram"), recordingChannel("whatsapp")].map(
          (channel) => [channel.account, channel] as const,
        ),
      ]),
    }),
  });
  const { store, clock, newId, doorbell } = office.runtime;
  const console = await openSmallConsole({
    ...{ store, clock, newId, doorbell },
    noticeDesk: noticeDesk(office.runtime),
  });
  return {
    ...console,
    store,
    office,
    forward: (milliseconds) => {
      office.forward(milliseconds);
      console.forward(milliseconds);
    },
    people: (count, like) => addSome(store, many(count, like)),
    close: async () => {
      await console.close();
      await office.close();
    },
  };
}

/** A form of a notice that is fit to be kept, in English, to everybody. */
export const aForm = (over: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  title: "Course in May",
  "text-en": "Free course on Monday at 9.",
  missing: "leave_out",
  until: "2026-11-27T18:00",
  ...over,
});

/** Sends the form of a notice and opens its page; gives back the notice's id too. */
export async function writes(
  browser: Browser,
  over: Readonly<Record<string, string>> = {},
): Promise<{ readonly id: string; readonly page: LightMyRequestResponse }> {
  const sent = await browser.post("/console/notices", { form: aForm(over) });
  const id = /^\/console\/notices\/(\w+)\?/.exec(String(sent.headers.location))?.[1];
  if (id === undefined) throw new Error(`The form was not taken: ${sent.statusCode}.`);
  return { id, page: await browser.get(String(sent.headers.location)) };
}

/** What a reader sees of a page: its text without tags, in one line. */
export const textOf = ({ body }: Pick<LightMyRequestResponse, "body">): string =>
  body
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&quot;", '"');
