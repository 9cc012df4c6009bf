-- The console: staff and their sessions, who has taken which case, and notices with their frozen recipients.
-- New columns of Case are empty for those that are there: no row is rewritten. The other tables are new.

CREATE TABLE "Staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME
);
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

CREATE TABLE "SignInLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "SignInLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");
CREATE INDEX "SignInLink_staffId_idx" ON "SignInLink"("staffId");

CREATE TABLE "StaffSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "StaffSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "StaffSession_staffId_idx" ON "StaffSession"("staffId");

ALTER TABLE "Case" ADD COLUMN "takenBy" TEXT;
ALTER TABLE "Case" ADD COLUMN "takenAt" DATETIME;
CREATE INDEX "Case_open_idx" ON "Case"("openedAt") WHERE "closedAt" IS NULL;
-- The console shows who did what, and what was done to what.
CREATE INDEX "AuditEntry_actor_idx" ON "AuditEntry"("actor");
CREATE INDEX "AuditEntry_object_idx" ON "AuditEntry"("object");

CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "writtenBy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "texts" TEXT NOT NULL,
    "missing" TEXT NOT NULL,
    "notAfter" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "approvedBy" TEXT,
    "approvedAt" DATETIME,
    "frozenUpTo" TEXT,
    "frozenAt" DATETIME,
    "recipients" INTEGER NOT NULL,
    "doneAt" DATETIME
);
CREATE INDEX "Notice_state_idx" ON "Notice"("state");

CREATE TABLE "NoticeRecipient" (
    "noticeId" TEXT NOT NULL,
    "addressId" TEXT NOT NULL,
    "personId" TEXT,
    "language" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "country" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "messageId" TEXT,
    PRIMARY KEY ("noticeId", "addressId"),
    CONSTRAINT "NoticeRecipient_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NoticeRecipient_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NoticeRecipient_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "NoticeRecipient_waiting_idx" ON "NoticeRecipient"("noticeId", "account", "country") WHERE "state" = 'frozen';
CREATE INDEX "NoticeRecipient_addressId_idx" ON "NoticeRecipient"("addressId");
CREATE INDEX "NoticeRecipient_personId_idx" ON "NoticeRecipient"("personId");
CREATE UNIQUE INDEX "NoticeRecipient_messageId_key" ON "NoticeRecipient"("messageId");
-- A notice's messages are found by their key: how they stand, and those that are not settled yet.
CREATE INDEX "OutboundMessage_notice_idx" ON "OutboundMessage"("key", "status") WHERE "class" = 'notice';
CREATE INDEX "OutboundMessage_noticeLive_idx" ON "OutboundMessage"("key", "status", "account") WHERE "class" = 'notice' AND "status" IN ('queued', 'held', 'sending', 'unknown');
CREATE INDEX "OutboundMessage_held_idx" ON "OutboundMessage"("addressId") WHERE "status" = 'held';

-- Who uses an address today, which addresses are hers, and what she said of notices: asked for everybody when a notice is written.
CREATE INDEX "AddressHolder_present_idx" ON "AddressHolder"("addressId", "since", "personId") WHERE "until" IS NULL;
CREATE INDEX "AddressHolder_presentOf_idx" ON "AddressHolder"("personId", "addressId") WHERE "until" IS NULL;
CREATE INDEX "ConsentEntry_notices_idx" ON "ConsentEntry"("addressId", "at", "decision", "how") WHERE "topic" = 'notices';
