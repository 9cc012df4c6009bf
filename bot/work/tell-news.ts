import type { Transaction } from "../../prisma/store.ts";
import { type News, takeNews } from "../../union/openings/take-news.ts";
import { announce } from "../employers/announce.ts";
import type { Runtime } from "../runtime.ts";
import { type HowOver, type Over, tellOpeningOver } from "./tell-opening-over.ts";

/** Openings in one transaction: few, so that nobody's answer waits behind them. */
const together = 5;

/** Tells those who said yes to openings that are over, in the transaction that takes the news up. Gives back how many openings' worth. */
export async function tellNews(runtime: Runtime): Promise<number> {
  for (let all = 0; ; ) {
    const { taken, queued } = await runtime.store.write.once(async (tx) => {
      const now = runtime.clock.now().getTime();
      const due = await tx.opening.count({ where: { newsAt: { lte: new Date(now) } } });
      const news = due === 0 ? [] : await takeNews(tx, now, together);
      return { taken: due, queued: await tellOpeningOver(tx, await overOf(tx, news), runtime) };
    });
    announce(queued, runtime);
    if (taken === 0) return all;
    all += Math.min(taken, together);
  }
}

/** What became of her own card goes before what became of the opening. */
async function overOf(tx: Transaction, news: readonly News[]): Promise<readonly Over[]> {
  const agreed = await tx.introduction.findMany({
    where: {
      personId: { in: news.map(({ personId }) => personId) },
      state: "agreed",
      card: { openingId: { in: news.map(({ openingId }) => openingId) } },
    },
    select: { personId: true, card: { select: { openingId: true } } },
  });
  const hasAgreed = ({ personId, openingId }: News): boolean =>
    agreed.some((one) => one.personId === personId && one.card.openingId === openingId);
  return news.map((one) => ({ ...one, how: hasAgreed(one) ? "agreed" : endOf(one.state) }));
}

const endOf = (state: string): HowOver => (state === "filled" || state === "expired" ? state : "closed");
