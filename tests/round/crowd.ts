import { telegramAccount } from "../../bot/channels/telegram/bot-api.ts";
import { twilioAccount } from "../../bot/channels/twilio/sender.ts";
import { memberNumber } from "../../domain/member-number.ts";
import { hourMs } from "../../domain/moment.ts";
import { migrateDatabase } from "../../prisma/migrate-database.ts";
import { openStore } from "../../prisma/store.ts";

/** How many were members before the round begins. */
export const crowdSize = 500;

export interface CrowdMember {
  readonly channel: "sms" | "whatsapp" | "telegram";
  readonly language: "en" | "ar" | "fr";
  readonly identifier: string;
}

const channels = ["sms", "whatsapp", "telegram"] as const;
const languages = ["en", "ar", "fr"] as const;
const years = [1, 3, 6, 12] as const;

/** Cooks in another town, in all languages on all channels: the crowd in which the people of the round do not stand out. */
export const crowd: readonly CrowdMember[] = Array.from({ length: crowdSize }, (_, member) => {
  const channel = channels[member % 3] ?? "sms";
  return {
    channel,
    language: languages[Math.floor(member / 3) % 3] ?? "en",
    identifier: channel === "telegram" ? String(910_000_000 + member) : `+90555000${1000 + member}`,
  };
});

export interface Senders {
  readonly smsFrom: string;
  readonly whatsappFrom: string;
  readonly telegramToken: string;
}

/** Puts them there, who wrote to us an hour ago, before anything of the service runs. */
export async function seatCrowd(databaseUrl: string, senders: Senders, now: Date): Promise<void> {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `crowd${String(ids).padStart(27, "0")}`;
  };
  await migrateDatabase({ databaseUrl, clock: { now: () => now }, newId });
  const store = await openStore(databaseUrl);
  const account = {
    sms: twilioAccount("sms", senders.smsFrom),
    whatsapp: twilioAccount("whatsapp", senders.whatsappFrom),
    telegram: telegramAccount(senders.telegramToken),
  };
  const at = now.getTime() - hourMs;
  const rows = crowd.map((member, place) => ({ ...member, place, id: newId() }));
  await store.write.once(async (tx) => {
    await store.statements.addAddresses(
      tx,
      rows.map(({ id, channel, identifier, language }) => ({
        ...{ id, channel, identifier, language, account: account[channel], firstSeenAt: at, country: "TR" },
      })),
    );
    await tx.lane.updateMany({ data: { lastInboundAt: new Date(at) } });
    await store.statements.addPeople(
      tx,
      rows.map(({ id, language }) => ({ id, holderId: id, addressId: id, language, createdAt: at })),
    );
    await store.statements.savePeople(
      tx,
      rows.map(({ id, language, place }) => ({
        ...{ id, language, name: `Member ${place + 1}`, place: "Mersin", work: "cooking", workOther: null },
        ...{ ageBand: "from18", sharedPhone: false, jobAlerts: true, livelihood: "cook" },
        ...{ years: years[place % years.length] ?? null, changedAt: at, matchAt: null, joinedAt: at },
        ...{ serial: place + 1, number: memberNumber(place + 1) },
      })),
    );
    await store.statements.addConsent(
      tx,
      rows.flatMap(({ id, language }) =>
        (["profile", "jobs", "notices"] as const).map((topic) => ({
          ...{ addressId: id, personId: id, topic, decision: "given" as const, how: "join" as const },
          ...{ textVersion: 1, language, at },
        })),
      ),
    );
  });
  await store.close();
}
