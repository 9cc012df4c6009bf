import type { SeededService } from "./seeded-service.ts";

/** Forms of the console filled in as none of its pages would: what is missing, invented, past, too long or somebody else's. */
export const oddForms = (
  ids: SeededService["ids"],
): readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[] => [
  ["/console/cases/case0/reply", { text: "", once: "1" }],
  ["/console/cases/case0/reply", { text: "x".repeat(20_000), once: "1" }],
  ["/console/cases/case0/reply", {}],
  [`/console/requests/${ids.requests}/decide`, { decision: "maybe", reason: "duplicate" }],
  [`/console/requests/${ids.requests}/decide`, { decision: "refuse", reason: "" }],
  [`/console/credentials/${ids.credentials}/decide`, { decision: "frame", reason: "mistake" }],
  ["/console/employers/employer0/decide", { decision: "refuse", reason: "" }],
  ["/console/employers/employer0/keys", { label: "" }],
  ["/console/employers/employer0/keys", { label: "x".repeat(5_000) }],
  ["/console/staff", { name: "", email: "none", role: "queen", language: "xx" }],
  [
    "/console/staff",
    { name: "Nour", email: "nour@union.example\r\nBcc: all@x.example", role: "caseworker", language: "en" },
  ],
  ["/console/notices", { title: "" }],
  [
    "/console/notices",
    { title: "Past", "text-en": "Free course.", missing: "leave_out", until: "2020-01-01T00:00" },
  ],
  [
    "/console/notices",
    { title: "Long", "text-en": "x".repeat(30_000), missing: "leave_out", until: "2026-11-25T18:00" },
  ],
  ["/console/people", { number: '\'); DROP TABLE "Person";--' }],
  ["/console/people", { number: "\u0000" }],
  ["/console/language", { language: "xx" }],
  ["/console/cases/nobody/close", {}],
  ["/console/cases/%00/close", {}],
];
