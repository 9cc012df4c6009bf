-- Work: employers and who speaks for them, openings, who was told of which, the anonymous cards of those who said yes,
-- the introductions that both sides agreed to, digests and the letters (e-mail) that carry them.
-- New columns of Person are empty for those who are there: no row is rewritten. The other tables are new.

ALTER TABLE "Person" ADD COLUMN "livelihood" TEXT;
ALTER TABLE "Person" ADD COLUMN "years" INTEGER;
ALTER TABLE "Person" ADD COLUMN "changedAt" DATETIME;
ALTER TABLE "Person" ADD COLUMN "matchAt" DATETIME;
CREATE INDEX "Person_changedAt_idx" ON "Person"("changedAt");
CREATE INDEX "Person_matchAt_idx" ON "Person"("matchAt") WHERE "matchAt" IS NOT NULL;

CREATE TABLE "Employer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "country" TEXT,
    "contactName" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pledgedAt" DATETIME NOT NULL,
    "pledgeVersion" INTEGER NOT NULL,
    "digestEvery" TEXT NOT NULL,
    "takesLetters" BOOLEAN NOT NULL,
    "joinedAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "reason" TEXT,
    "digestAt" DATETIME,
    "unanswered" INTEGER NOT NULL
);
CREATE INDEX "Employer_state_idx" ON "Employer"("state");

CREATE TABLE "EmployerContact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employerId" TEXT NOT NULL,
    "addressId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    CONSTRAINT "EmployerContact_employerId_fkey" FOREIGN KEY ("employerId") REFERENCES "Employer" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EmployerContact_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "EmployerContact_addressId_idx" ON "EmployerContact"("addressId");
CREATE INDEX "EmployerContact_employerId_idx" ON "EmployerContact"("employerId");

CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employerId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "ApiKey_employerId_fkey" FOREIGN KEY ("employerId") REFERENCES "Employer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");
CREATE INDEX "ApiKey_employerId_idx" ON "ApiKey"("employerId");

CREATE TABLE "Opening" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "serial" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "employerId" TEXT NOT NULL,
    "livelihood" TEXT NOT NULL,
    "payAmount" REAL NOT NULL,
    "payCurrency" TEXT NOT NULL,
    "payPeriod" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "country" TEXT,
    "places" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "validUntil" DATETIME NOT NULL,
    "hours" INTEGER,
    "details" TEXT,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "heldFor" TEXT NOT NULL,
    "postedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "wave" INTEGER NOT NULL,
    "matchAt" DATETIME,
    "newsAt" DATETIME,
    CONSTRAINT "Opening_employerId_fkey" FOREIGN KEY ("employerId") REFERENCES "Employer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Opening_serial_key" ON "Opening"("serial");
CREATE INDEX "Opening_code_idx" ON "Opening"("code");
CREATE INDEX "Opening_employerId_idx" ON "Opening"("employerId");
CREATE INDEX "Opening_matchAt_idx" ON "Opening"("matchAt") WHERE "matchAt" IS NOT NULL;
CREATE INDEX "Opening_newsAt_idx" ON "Opening"("newsAt") WHERE "newsAt" IS NOT NULL;
CREATE INDEX "Opening_state_idx" ON "Opening"("state");

CREATE TABLE "Alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "openingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "wave" INTEGER NOT NULL,
    "score" REAL NOT NULL,
    "explanation" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "toldAt" DATETIME,
    "answeredAt" DATETIME,
    CONSTRAINT "Alert_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Alert_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Alert_openingId_personId_key" ON "Alert"("openingId", "personId");
CREATE INDEX "Alert_personId_idx" ON "Alert"("personId");
CREATE INDEX "Alert_toldAt_idx" ON "Alert"("toldAt");
CREATE INDEX "Alert_dueAt_idx" ON "Alert"("dueAt") WHERE "state" = 'waiting';

CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "openingId" TEXT NOT NULL,
    "personId" TEXT,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "shownAt" DATETIME,
    "verdict" TEXT,
    "reason" TEXT,
    "decidedAt" DATETIME,
    "decidedHow" TEXT,
    CONSTRAINT "Card_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Card_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Card_openingId_code_key" ON "Card"("openingId", "code");
CREATE UNIQUE INDEX "Card_openingId_personId_key" ON "Card"("openingId", "personId");
CREATE INDEX "Card_personId_idx" ON "Card"("personId");

CREATE TABLE "Introduction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cardId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" DATETIME,
    "askedAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "addressId" TEXT,
    CONSTRAINT "Introduction_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Introduction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Introduction_cardId_key" ON "Introduction"("cardId");
CREATE INDEX "Introduction_personId_idx" ON "Introduction"("personId");
CREATE INDEX "Introduction_dueAt_idx" ON "Introduction"("dueAt") WHERE "dueAt" IS NOT NULL;

CREATE TABLE "Digest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "employerId" TEXT NOT NULL,
    "openingId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    CONSTRAINT "Digest_employerId_fkey" FOREIGN KEY ("employerId") REFERENCES "Employer" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Digest_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "Opening" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Digest_key_key" ON "Digest"("key");
CREATE INDEX "Digest_employerId_idx" ON "Digest"("employerId");
CREATE INDEX "Digest_openingId_idx" ON "Digest"("openingId");

CREATE TABLE "DigestCard" (
    "digestId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    PRIMARY KEY ("digestId", "cardId"),
    CONSTRAINT "DigestCard_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "Digest" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DigestCard_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "DigestCard_cardId_idx" ON "DigestCard"("cardId");

CREATE TABLE "Letter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT,
    "text" TEXT,
    "html" TEXT,
    "headers" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME,
    "sentAt" DATETIME,
    "reason" TEXT
);
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");
CREATE INDEX "Letter_dueAt_idx" ON "Letter"("dueAt") WHERE "dueAt" IS NOT NULL;
