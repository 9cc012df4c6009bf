import { Counter, collectDefaultMetrics, Registry } from "prom-client";
import type { Counts } from "../bot/counts.ts";

/** What is counted, and how Prometheus reads it. */
export interface Metrics {
  readonly counts: Counts;
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Makes the service's metrics. Labels are accounts of ours and outcomes: never anything of a person. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = <const L extends string>(
    name: string,
    help: string,
    ...labelNames: readonly L[]
  ): Counter<L> => new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
  const inbound = counter(
    "union_inbound_total",
    "Deliveries from providers, by outcome",
    "account",
    "outcome",
  );
  const handled = counter("union_handled_total", "Inbound messages handled, by outcome", "outcome");
  const sent = counter("union_sends_total", "Parts handed to providers, by outcome", "account", "outcome");
  const receipts = counter("union_receipts_total", "Delivery reports, by status", "account", "status");
  const repeated = counter(
    "union_repeats_total",
    "Messages sent again though nobody knew whether they had arrived",
    "account",
  );
  const swept = counter("union_swept_total", "Rows that the sweep took up", "what");
  return {
    counts: {
      inbound: (account, outcome) => inbound.inc({ account, outcome }),
      handled: (outcome) => handled.inc({ outcome }),
      sent: (account, outcome) => sent.inc({ account, outcome }),
      receipt: (account, status) => receipts.inc({ account, status }),
      repeated: (account) => repeated.inc({ account }),
      swept: (what, rows) => swept.inc({ what }, rows),
    },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
