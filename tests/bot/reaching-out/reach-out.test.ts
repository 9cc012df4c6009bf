import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Approach, reachOut } from "../../../bot/reaching-out/reach-out.ts";
import { hourMs } from "../../../domain/moment.ts";
import arabic from "../../../locales/ar/common.json" with { type: "json" };
import english from "../../../locales/en/common.json" with { type: "json" };
import leave from "../../../locales/en/leave.json" with { type: "json" };
import type { NewOutbound } from "../../../prisma/rows/outbound.ts";
import { recordingChannel } from "../recording-channel.ts";
import { join, number, openSmallUnion, type SmallUnion } from "../small-union.ts";

const other = "+905550100002";
const whatsapp = recordingChannel("whatsapp");
let union: SmallUnion;
beforeEach(async () => {
  union = await openSmallUnion({
    runtime: ({ channels }) => ({ channels: new Map([...channels, [whatsapp.account, whatsapp]]) }),
  });
  onTestFinished(() => union.close());
  await join(union);
});

const addressOf = async (identifier: string): Promise<string> =>
  (await union.store.read.address.findFirstOrThrow({ where: { identifier } })).id;
const reach = (...approaches: readonly Approach[]): Promise<readonly NewOutbound[]> =>
  union.store.write.once((tx) => reachOut(tx, approaches, union.runtime));
const common = (key: string) => [{ namespace: "common", key }] as const;
/** An answer that comes days after what it answers. */
const cause = (key: string) => ({ key, class: "reply", topic: "talk", requestId: key }) as const;
const telling = async (key: string, text = "trouble", identifier = number): Promise<Approach> => ({
  addressId: await addressOf(identifier),
  cause: cause(key),
  says: common(text),
});
const asking = async (key: string, identifier = number): Promise<Approach> => ({
  addressId: await addressOf(identifier),
  cause: cause(key),
  says: common("caseClosed"),
  begins: { flow: "leave", given: {} },
});
const turnOf = async () => (await union.store.read.lane.findFirstOrThrow()).turn;
function fromNow(): () => readonly string[] {
  const before = union.phone.calls.length;
  return () => union.phone.texts().slice(before);
}

describe("somebody who did not just write", () => {
  it("is told once for each cause, however often it comes up", async () => {
    const shown = fromNow();
    const [first, second] = [await reach(await telling("one")), await reach(await telling("one"))];
    expect([first.length, second.length]).toEqual([1, 0]);
    await reach(await telling("one"), await telling("one"), await telling("two", "caseClosed"));
    await union.work();
    expect(shown()).toEqual([english.trouble, english.caseClosed]);
  });

  it("is asked a question of a conversation that begins, and answers it as any other", async () => {
    const shown = fromNow();
    const turn = await turnOf();
    await reach(await asking("one"));
    await union.work();
    expect(shown()).toHaveLength(1);
    expect(shown()[0]?.startsWith(`${english.caseClosed}\n${leave["what.ask"]}`)).toBe(true);
    expect(await turnOf()).toBe(turn + 1);
    await union.says("1");
    expect((await union.store.read.lane.findFirstOrThrow()).turn).toBe(turn + 2);
    expect(await union.store.read.session.count()).toBe(0);
  });

  it("gets two messages of one moment in their order, and the second finds what the first began", async () => {
    const shown = fromNow();
    await reach(await asking("one"), await telling("two"));
    await union.work();
    expect(shown()).toHaveLength(2);
    expect(shown()[0]).toContain(leave["what.ask"]);
    expect(shown()[1]).toBe(english.trouble);
    expect((await union.store.read.session.findMany()).map(({ flow }) => flow)).toEqual(["leave"]);
  });

  it("is not asked in our books what was not asked on her phone: a repeat opens nothing", async () => {
    await reach(await telling("one"));
    const turn = await turnOf();
    await reach(await asking("one"));
    expect(await union.store.read.session.count()).toBe(0);
    expect(await turnOf()).toBe(turn);
  });

  it("is left alone after STOP: nothing is said, and no conversation is opened", async () => {
    await union.says("STOP");
    const shown = fromNow();
    expect(await reach(await telling("one"), await asking("two"))).toEqual([]);
    await union.work();
    expect(shown()).toEqual([]);
    expect(await union.store.read.session.count()).toBe(0);
  });

  it("is left alone about what she did not allow, while others hear of it", async () => {
    await join2("2");
    const shown = fromNow();
    const notice = async (identifier: string): Promise<Approach> => ({
      ...(await asking(`notice-${identifier}`, identifier)),
      cause: { ...cause(`notice-${identifier}`), class: "notice", topic: "notices" },
    });
    const queued = await reach(await notice(number), await notice(other));
    expect(queued.map(({ addressId }) => addressId)).toEqual([await addressOf(number)]);
    await union.pass(hourMs);
    expect(shown()).toHaveLength(1);
    expect(await union.store.read.session.findMany()).toMatchObject([{ addressId: await addressOf(number) }]);
  });

  it("is spoken to in her language", async () => {
    await union.says("LANG");
    await union.says("2");
    const shown = fromNow();
    await reach(await telling("one"));
    await union.work();
    expect(shown()).toEqual([arabic.trouble]);
  });

  it("is written to by the sender she last wrote to, and by none where that is not ours any more", async () => {
    const before = whatsapp.calls.length;
    await union.receives("hello", { account: whatsapp.account });
    await union.work();
    await reach(await telling("one"));
    await union.work();
    expect(whatsapp.texts().slice(before).at(-1)).toBe(english.trouble);
    await union.store.write.once((tx) => tx.lane.updateMany({ data: { account: "sold" } }));
    expect(await reach(await telling("two"))).toEqual([]);
  });
});

/** Somebody else joins, with this answer to whether she wants jobs and news. */
async function join2(alerts: string): Promise<void> {
  const from = { channel: "sms", identifier: other } as const;
  for (const text of ["hi", "1", "1", "2", "Rima", "Izmir", "1", "1", "2", alerts])
    await union.says(text, { from });
}
