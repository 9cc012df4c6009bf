-- What a member can prove: her requests, what attestors said, the credentials issued, the lists that say which of
-- them still count, and the PINs she gives to whoever may see more. Locks nothing: the tables are new.

CREATE TABLE "CredentialRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "addressId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "livelihood" TEXT,
    "achievement" INTEGER,
    "amount" INTEGER,
    "relation" TEXT NOT NULL,
    "attestorName" TEXT,
    "state" TEXT NOT NULL,
    "flags" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "approvedBy" TEXT,
    "approvedAt" DATETIME,
    "decidedAt" DATETIME,
    "decidedBy" TEXT,
    "reason" TEXT,
    CONSTRAINT "CredentialRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "CredentialRequest_personId_idx" ON "CredentialRequest"("personId");
CREATE INDEX "CredentialRequest_state_idx" ON "CredentialRequest"("state");

CREATE TABLE "Attestation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "requestId" TEXT NOT NULL,
    "identifier" TEXT,
    "identifierHash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "addressId" TEXT,
    "state" TEXT NOT NULL,
    "dueAt" DATETIME,
    "nudges" INTEGER NOT NULL,
    "invitedAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "answeredAt" DATETIME,
    "answers" TEXT,
    "verdict" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Attestation_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "CredentialRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Attestation_tokenHash_key" ON "Attestation"("tokenHash");
CREATE INDEX "Attestation_requestId_idx" ON "Attestation"("requestId");
CREATE INDEX "Attestation_identifierHash_idx" ON "Attestation"("identifierHash");
CREATE INDEX "Attestation_dueAt_idx" ON "Attestation"("dueAt") WHERE "dueAt" IS NOT NULL;

CREATE TABLE "Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "requestId" TEXT,
    "codeHash" TEXT NOT NULL,
    "codeSealed" TEXT,
    "token" TEXT,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "keyId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "issuedAt" DATETIME NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "validUntil" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Credential_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "CredentialRequest" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Credential_codeHash_key" ON "Credential"("codeHash");
CREATE UNIQUE INDEX "Credential_requestId_key" ON "Credential"("requestId");
CREATE INDEX "Credential_personId_idx" ON "Credential"("personId");

CREATE TABLE "StatusList" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "purpose" TEXT NOT NULL,
    "bits" BLOB NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "token" TEXT,
    "signedAt" DATETIME,
    "signedVersion" INTEGER
);

CREATE TABLE "StatusPlace" (
    "listId" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "credentialId" TEXT NOT NULL,
    PRIMARY KEY ("listId", "place"),
    CONSTRAINT "StatusPlace_listId_fkey" FOREIGN KEY ("listId") REFERENCES "StatusList" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatusPlace_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "StatusPlace_credentialId_idx" ON "StatusPlace"("credentialId");

CREATE TABLE "ShareGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "addressId" TEXT NOT NULL,
    "pinHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usesLeft" INTEGER NOT NULL,
    "triesLeft" INTEGER NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "ShareGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ShareGrant_personId_idx" ON "ShareGrant"("personId");

CREATE TABLE "VerifyTry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "asker" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);
CREATE INDEX "VerifyTry_asker_at_idx" ON "VerifyTry"("asker", "at");
CREATE INDEX "VerifyTry_at_idx" ON "VerifyTry"("at");
