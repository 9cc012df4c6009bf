import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { twilioAccount } from "../../bot/channels/twilio/sender.ts";
import { receiveInbound } from "../../bot/inbound/receive-inbound.ts";
import { sweep } from "../../bot/sweep.ts";
import { dayMs } from "../../domain/moment.ts";
import { everyMember } from "../../domain/notice-audience.ts";
import { nextAllowedAt } from "../../domain/quiet-hours.ts";
import { readConfig } from "../../server/config/read-config.ts";
import { openService } from "../../server/open-service.ts";
import { repeat } from "../../server/workers/repeat.ts";
import { roundEveryMs } from "../../server/workers/rounds.ts";
import { startWorkers } from "../../server/workers/start-workers.ts";
import { approveNotice } from "../../union/notices/approve-notice.ts";
import { countAudience } from "../../union/notices/count-audience.ts";
import { freezeRecipients } from "../../union/notices/freeze-recipients.ts";
import { saveDraft } from "../../union/notices/save-draft.ts";
import { findNotice } from "../../union/notices/stored-notice.ts";
import { submitNotice } from "../../union/notices/submit-notice.ts";
import { benchAccount } from "../webhooks/signed-requests.ts";
import { addCrowd } from "./crowd.ts";

/** The whole service in one process, with a crowd of members: counts them, freezes a notice to them, and sends it while some of them chat. */
const [apiBase = "", redisUrl = "", members = "0", dataDir = "", secondsToSend = "0"] = process.argv.slice(2);
const config = readConfig({
  DATA_DIR: dataDir,
  MODE: "sim",
  LOG_LEVEL: "error",
  TWILIO_ACCOUNT_SID: benchAccount.sid,
  TWILIO_AUTH_TOKEN: benchAccount.token,
  TWILIO_SMS_FROM: benchAccount.from,
  TWILIO_API_BASE: apiBase,
});
const { service, handle, send, doRound } = await openService(config, redisUrl);
const { store } = service;
const account = twilioAccount("sms", benchAccount.from);
/** A country where it is day, or nobody would be sent anything. */
const country =
  ["TR", "US", "AU", "JO", "KE", "CA"].find((each) => nextAllowedAt(new Date(), each) <= new Date()) ?? "TR";
const mayBeSent = await addCrowd(store, Number(members), { account, country });

const measures = {
  count: async () => {
    const addressed = { audience: everyMember, texts: { en: "Hello" }, missing: "fallback" } as const;
    await countAudience(store, addressed, Date.now());
    const began = performance.now();
    const { people } = await countAudience(store, addressed, Date.now());
    if (people !== mayBeSent) throw new Error(`Counted ${people} instead of ${mayBeSent}.`);
    return { milliseconds: performance.now() - began };
  },
  freeze: async () => {
    const draft = {
      ...{ title: "Bench", texts: { en: "Free course on Monday at 9.", ar: "دورة مجانية" } },
      ...{ audience: everyMember, missing: "fallback" as const, notAfter: Date.now() + dayMs },
    };
    const saved = await saveDraft(service, { staffId: "writer", noticeId: null, draft });
    if (saved.kind !== "saved") throw new Error("The draft was refused.");
    const { noticeId } = saved;
    await submitNotice(service, { noticeId, staffId: "writer" });
    const notice = await findNotice(store.read, noticeId);
    const pauses = monitorEventLoopDelay({ resolution: 5 });
    pauses.enable();
    const began = performance.now();
    await approveNotice(service, {
      ...{ noticeId, staffId: "second", role: "approver", seen: notice?.changedAt ?? 0 },
    });
    const approved = await findNotice(store.read, noticeId);
    if (approved !== null) await freezeRecipients(store, approved, () => new Date());
    const seconds = (performance.now() - began) / 1_000;
    pauses.disable();
    const { recipients = 0, state } = (await findNotice(store.read, noticeId)) ?? {};
    if (state !== "sending" || recipients !== mayBeSent)
      throw new Error(`Froze ${recipients} of ${mayBeSent}; the notice is ${state}.`);
    return { seconds, longestPauseMs: pauses.max / 1e6 };
  },
  send: async () => {
    startWorkers(service, redisUrl, handle, send, doRound);
    repeat(config.timings.sweepEveryMs, sweep(service));
    const until = performance.now() + Number(secondsToSend) * 1_000;
    repeat(roundEveryMs.notices, async () => void (await doRound("notices")));
    await Promise.all(Array.from({ length: 50 }, (_, person) => chat(person, until)));
    await wait(2_000);
    const replies = await store.read.outboundMessage.findMany({
      where: { class: "reply" },
      select: { queuedAt: true, sentAt: true, requestId: true },
    });
    const asked = await store.read.inboundMessage.findMany({ select: { requestId: true, receivedAt: true } });
    const receivedAt = new Map(asked.map((row) => [row.requestId, row.receivedAt.getTime()]));
    return {
      // A reply that has not left at all counts as the longest.
      repliesMs: replies.map(
        ({ sentAt, requestId }) =>
          (sentAt?.getTime() ?? Number.MAX_SAFE_INTEGER) - (receivedAt.get(requestId) ?? 0),
      ),
      unanswered: asked.length - replies.length,
      noticesSent: await store.read.outboundMessage.count({ where: { class: "notice", status: "sent" } }),
    };
  },
};

const receive = receiveInbound(service);

/** One person who texts every other second, for as long as the notice is being sent. */
async function chat(person: number, until: number): Promise<void> {
  await wait(person * 40);
  for (let turn = 0; performance.now() < until; turn += 1) {
    const from = { channel: "sms", identifier: `+90556${1_000_000 + person}` } as const;
    const text = turn % 2 === 0 ? "menu" : "help";
    const common = { account, from, text, choice: null, providerAnswered: false, unread: {} };
    await receive([{ ...common, kind: "text", providerId: `SM${person}-${turn}` }], `chat-${person}-${turn}`);
    await wait(2_000);
  }
}

process.on("message", (question) => {
  const name = z.enum(["count", "freeze", "send"]).parse(JSON.parse(String(question)));
  measures[name]().then(
    (answer) => process.send?.(answer),
    (fault) => {
      console.error(fault);
      process.exit(1);
    },
  );
});
process.send?.("ready");
