-- The first tables: people and their addresses, conversations, messages in and out, and the evidence of both.
-- Moments are whole milliseconds since 1970. Locks nothing: the tables are new.

CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "serial" INTEGER,
    "number" TEXT,
    "language" TEXT NOT NULL,
    "name" TEXT,
    "place" TEXT,
    "work" TEXT,
    "workOther" TEXT,
    "ageBand" TEXT,
    "sharedPhone" BOOLEAN,
    "jobAlerts" BOOLEAN,
    "createdAt" DATETIME NOT NULL,
    "joinedAt" DATETIME
);
CREATE UNIQUE INDEX "Person_serial_key" ON "Person"("serial");
CREATE UNIQUE INDEX "Person_number_key" ON "Person"("number");

CREATE TABLE "Address" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "country" TEXT,
    "firstSeenAt" DATETIME NOT NULL
);
CREATE UNIQUE INDEX "Address_channel_identifier_key" ON "Address"("channel", "identifier");

CREATE TABLE "AddressHolder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "addressId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    CONSTRAINT "AddressHolder_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AddressHolder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "AddressHolder_addressId_idx" ON "AddressHolder"("addressId");
CREATE INDEX "AddressHolder_personId_idx" ON "AddressHolder"("personId");

CREATE TABLE "Lane" (
    "addressId" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "outSeq" INTEGER NOT NULL,
    "lastInboundAt" DATETIME,
    "spacedUntil" DATETIME,
    "forgetAt" DATETIME,
    CONSTRAINT "Lane_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Lane_forgetAt_idx" ON "Lane"("forgetAt") WHERE "forgetAt" IS NOT NULL;

CREATE TABLE "Session" (
    "addressId" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    PRIMARY KEY ("addressId", "flow")
);

CREATE TABLE "InboundMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "addressId" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "choice" TEXT,
    "providerAnswered" BOOLEAN NOT NULL,
    "unread" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "handledAt" DATETIME,
    "fault" TEXT
);
CREATE UNIQUE INDEX "InboundMessage_account_providerId_key" ON "InboundMessage"("account", "providerId");
-- Only what still waits is looked for, so the index holds only that and stays small.
CREATE INDEX "InboundMessage_waiting_idx" ON "InboundMessage"("addressId", "id") WHERE "state" = 'new';
CREATE INDEX "InboundMessage_addressId_id_idx" ON "InboundMessage"("addressId", "id");

CREATE TABLE "OutboundMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "addressId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "requestId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "repeats" INTEGER NOT NULL,
    "looks" INTEGER NOT NULL,
    "queuedAt" DATETIME NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "leaseToken" TEXT,
    "leaseUntil" DATETIME,
    "sentAt" DATETIME
);
CREATE UNIQUE INDEX "OutboundMessage_key_key" ON "OutboundMessage"("key");
CREATE UNIQUE INDEX "OutboundMessage_addressId_seq_key" ON "OutboundMessage"("addressId", "seq");
CREATE INDEX "OutboundMessage_live_idx" ON "OutboundMessage"("addressId", "seq") WHERE "status" IN ('queued', 'sending', 'unknown');
CREATE INDEX "OutboundMessage_due_idx" ON "OutboundMessage"("notBefore") WHERE "status" = 'queued';
CREATE INDEX "OutboundMessage_leased_idx" ON "OutboundMessage"("leaseUntil") WHERE "status" IN ('sending', 'unknown');

CREATE TABLE "MessagePart" (
    "messageId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "segments" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "providerId" TEXT,
    "code" TEXT,
    PRIMARY KEY ("messageId", "n"),
    CONSTRAINT "MessagePart_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "OutboundMessage" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "MessagePart_providerId_idx" ON "MessagePart"("providerId");

CREATE TABLE "SendAttempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "detail" TEXT
);
CREATE INDEX "SendAttempt_messageId_idx" ON "SendAttempt"("messageId");

CREATE TABLE "Receipt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "providerStatus" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "messageId" TEXT,
    "part" INTEGER NOT NULL,
    "receivedAt" DATETIME NOT NULL
);
CREATE UNIQUE INDEX "Receipt_account_providerId_providerStatus_code_key" ON "Receipt"("account", "providerId", "providerStatus", "code");

CREATE TABLE "Timer" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "addressId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "dueAt" DATETIME NOT NULL
);
CREATE INDEX "Timer_dueAt_idx" ON "Timer"("dueAt");

CREATE TABLE "ConsentEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "addressId" TEXT NOT NULL,
    "personId" TEXT,
    "topic" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);
CREATE INDEX "ConsentEntry_addressId_topic_idx" ON "ConsentEntry"("addressId", "topic");

CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "addressId" TEXT NOT NULL,
    "personId" TEXT,
    "reason" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "closedBy" TEXT
);
CREATE INDEX "Case_addressId_idx" ON "Case"("addressId");

CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

CREATE TABLE "ContentTemplate" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "sid" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

CREATE TABLE "ProviderCursor" (
    "account" TEXT NOT NULL PRIMARY KEY,
    "readUntil" DATETIME NOT NULL
);

CREATE TABLE "WriteGate" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "turns" INTEGER NOT NULL
);
INSERT INTO "WriteGate" ("id", "turns") VALUES (1, 0);
