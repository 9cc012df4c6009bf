/** Whom a route lets in: everybody; a provider that signs; an employer's key; somebody of staff of that role or a higher one. */
export type Admitted = "everybody" | "provider" | "employer" | "caseworker" | "approver" | "administrator";

/** Everything the service answers, written out once more: whoever adds a route says here who may use it. */
export const whoMay: Readonly<Record<Admitted, readonly string[]>> = {
  everybody: [
    ...["GET /healthz", "GET /readyz", "GET /metrics", "GET /version"],
    ...[
      "GET /.well-known/did.json",
      "GET /credentials/status/:id",
      "GET /credentials/page.css",
      "GET /terms",
    ],
    ...["GET /v", "POST /v", "GET /v/:code", "POST /v/:code"],
    // The way in is the link, which was sealed for one digest.
    ...["GET /d/:token", "POST /d/:token", "GET /d/:token/unsubscribe", "POST /d/:token/unsubscribe"],
    ...[
      "GET /d/style.css",
      "GET /api/docs",
      "GET /api/docs/json",
      "GET /api/docs/yaml",
      "GET /api/openapi.json",
    ],
    ...[
      "GET /api/docs/static/*",
      "GET /api/docs/static/index.html",
      "GET /api/docs/static/swagger-initializer.js",
    ],
    ...["GET /console/assets/console.css", "GET /console/assets/htmx.js", "GET /console/assets/icon.svg"],
    ...["GET /console/sign-in", "POST /console/sign-in"],
    ...["GET /console/sign-in/:token", "POST /console/sign-in/:token"],
  ],
  provider: [
    ...["POST /webhooks/twilio/sms", "POST /webhooks/twilio/whatsapp", "POST /webhooks/twilio/status"],
    "POST /webhooks/telegram",
  ],
  employer: [
    ...[
      "GET /api/openings",
      "POST /api/openings",
      "POST /api/openings/csv",
      "POST /api/openings/:code/close",
    ],
  ],
  caseworker: [
    ...["GET /console", "POST /console/sign-out", "POST /console/language"],
    ...["GET /console/inbox", "GET /console/cases/:id", "POST /console/cases/:id/take"],
    ...[
      "POST /console/cases/:id/give-back",
      "POST /console/cases/:id/reply",
      "POST /console/cases/:id/close",
    ],
    ...["POST /console/segments", "GET /console/people", "POST /console/people"],
    ...["GET /console/requests", "GET /console/requests/:id", "POST /console/requests/:id/decide"],
    ...["GET /console/credentials/:id", "POST /console/credentials/:id/decide"],
    ...["GET /console/employers", "GET /console/employers/:id", "POST /console/employers/:id/decide"],
    ...["GET /console/openings", "POST /console/openings/:id/release", "POST /console/openings/:id/refuse"],
    ...["POST /console/openings/:id/step"],
    ...["GET /console/notices", "GET /console/notices/new", "POST /console/notices"],
    ...["POST /console/notices/count", "POST /console/notices/segments/:language"],
    ...["GET /console/notices/:id", "POST /console/notices/:id", "GET /console/notices/:id/edit"],
    ...["POST /console/notices/:id/test", "POST /console/notices/:id/submit"],
    ...[
      "POST /console/notices/:id/pause",
      "POST /console/notices/:id/resume",
      "POST /console/notices/:id/cancel",
    ],
    // To take one back sends nothing, and whoever wrote it may.
    "POST /console/notices/:id/return",
    ...["GET /console/notices/:id/report", "GET /console/notices/:id/report.csv"],
  ],
  approver: ["POST /console/notices/:id/approve"],
  administrator: [
    ...["POST /console/employers/:id/keys", "POST /console/employers/:id/keys/:keyId/revoke"],
    ...["GET /console/audit", "POST /console/audit/check"],
    ...["GET /console/staff", "POST /console/staff", "POST /console/staff/:id/disable"],
    "POST /console/staff/:id/enable",
  ],
};

/** What there is in `MODE=sim` only, where nothing leaves the machine: everybody there may use it. */
export const onlySimulated: readonly string[] = [
  ...["GET /", "GET /start/:round", "POST /start/:round/steps/:step", "POST /start/console"],
  ...["GET /sim", "GET /sim/messages", "POST /sim/messages", "GET /sim/assets/*"],
  ...["GET /mailbox", "GET /mailbox/:id", "GET /mailbox/style.css"],
  "POST /console/sign-in/demo",
];
