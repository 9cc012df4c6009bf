import { afterEach, expect, it } from "vitest";
import type { Channel } from "../../../bot/channels/channel.ts";
import { openSmallUnion, type SmallUnion } from "../small-union.ts";

let union: SmallUnion;
afterEach(() => union.close());

it("a message of a sender that is no longer ours stays queued, and goes when the sender is back", async () => {
  const channels = new Map<string, Channel>();
  union = await openSmallUnion({
    runtime: (runtime) => {
      for (const [account, channel] of runtime.channels) channels.set(account, channel);
      return { channels };
    },
  });
  await union.receives("hi");
  const [sender] = [...channels.values()];
  await union.work();
  const shown = union.phone.texts().length;
  await union.says("1");
  expect(union.phone.texts()).toHaveLength(shown + 1);

  const id = await union.queues({ class: "reply" });
  channels.clear();
  await union.sends(id ?? "");
  expect((await union.outbox()).at(-1)).toMatchObject({ id, status: "queued", attempt: 0 });

  if (sender !== undefined) channels.set(sender.account, sender);
  await union.work();
  expect((await union.outbox()).at(-1)).toMatchObject({ id, status: "sent" });
});
