import type { Channel } from "../bot/channels/channel.ts";

/** A sender in `MODE=team`: whoever is not on the list is not written to. */
export const onlyToTeam = (channel: Channel, team: ReadonlySet<string>): Channel => ({
  ...channel,
  send: async (payload, to, reference) =>
    team.has(to.identifier)
      ? channel.send(payload, to, reference)
      : {
          kind: "refused",
          refusal: "content",
          code: "team",
          detail: "MODE=team: this address is not on TEAM_ADDRESSES",
        },
});
