import { randomInt } from "node:crypto";
import type { AttestationVerdict, BlindAnswers, Claimed } from "../../../domain/credential-request.ts";
import { minuteMs } from "../../../domain/moment.ts";
import type { Store } from "../../../prisma/store.ts";
import { answerAttestation } from "../../../union/credentials/answer-attestation.ts";
import { takeAttestationStep } from "../../../union/credentials/attestation-steps.ts";
import { beginAttestation } from "../../../union/credentials/begin-attestation.ts";
import { checkCode } from "../../../union/credentials/check-code.ts";
import type { CredentialMeans } from "../../../union/credentials/credential-means.ts";
import {
  type Decision,
  type DecisionOutcome,
  decideRequest,
} from "../../../union/credentials/decide-request.ts";
import { didOf } from "../../../union/credentials/did-document.ts";
import type { OpenIssuer } from "../../../union/credentials/open-issuer.ts";
import { type NewRequest, openRequest } from "../../../union/credentials/open-request.ts";
import { secretsFrom } from "../../../union/secrets.ts";
import { testDatabase } from "../../prisma/open-test-store.ts";
import { openKey, today } from "./small-issuer.ts";

export const site = "https://union.example";
export const twoYearsOfSewing: Claimed = { kind: "work-record", livelihood: "tailor", months: 24 };
export const attestorNumber = "+905550200001";
const keys = { key: openKey("p256-2026-11"), statusKey: openKey("status-2026-11") };

/** An issuer whose keys are open, as after the start of the service. */
export const openedIssuer: OpenIssuer = {
  ...{ did: didOf(site), site, publicUrl: site, ...keys, published: [keys.key, keys.statusKey] },
};

/** Everything between a request and the answer to whoever checks its code, on a real database with a clock that moves when told. */
export class SmallBureau {
  readonly means: CredentialMeans;
  readonly file: string;
  readonly close: () => Promise<void>;
  #now = today.getTime();

  static async open(): Promise<SmallBureau> {
    const database = await testDatabase();
    return new SmallBureau(await database.open(), database);
  }

  private constructor(store: Store, database: { readonly file: string; remove(): Promise<void> }) {
    let ids = 0;
    const newId = (): string => {
      ids += 1;
      return String(ids).padStart(32, "0");
    };
    this.means = {
      ...{ store, newId, randomInt, secrets: secretsFrom("a secret of this test, long enough") },
      clock: { now: () => this.now, monotonicMs: () => this.#now },
      issuer: openedIssuer,
    };
    this.file = database.file;
    this.close = () => database.remove();
  }

  get now(): Date {
    return new Date(this.#now);
  }

  get read(): Store["read"] {
    return this.means.store.read;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** A member with a phone of her own. */
  async member(id = "amina", name: string | null = "Amina Tahir", number = "+905550100001"): Promise<void> {
    await this.means.store.write.once(async (tx) => {
      await tx.person.create({
        data: { id, name, number: `MU-${id}`, language: "en", createdAt: this.now, joinedAt: this.now },
      });
      const addressId = `address of ${id}`;
      await tx.address.create({
        data: { id: addressId, identifier: number, channel: "sms", firstSeenAt: this.now },
      });
      await tx.addressHolder.create({
        data: { id: `holder ${id}`, personId: id, addressId, since: this.now },
      });
    });
  }

  opens(change: Partial<NewRequest> & { readonly number?: string } = {}) {
    const { number = attestorNumber, ...rest } = change;
    const personId = change.personId ?? "amina";
    return this.means.store.write.once((tx) =>
      openRequest(
        tx,
        this.means,
        {
          ...{ personId, addressId: `address of ${personId}`, claim: twoYearsOfSewing },
          ...{ relation: "former-employer", attestor: { number, name: "Mr Demir", language: "fr" } },
          ...rest,
        },
        this.now,
      ),
    );
  }

  /** Opens a request that must be taken. */
  async asks(change: Partial<NewRequest> & { readonly number?: string } = {}) {
    const opened = await this.opens(change);
    if (opened.kind !== "opened") throw new Error(`refused: ${opened.why}`);
    return opened;
  }

  steps(attestationId: string) {
    return this.means.store.write.once((tx) =>
      takeAttestationStep(tx, this.means.secrets, attestationId, this.now),
    );
  }

  begins(attestationId: string, addressId = "the attestor's") {
    return this.means.store.write.once((tx) => beginAttestation(tx, { attestationId, addressId }, this.now));
  }

  says(
    attestationId: string,
    verdict: AttestationVerdict,
    answers: BlindAnswers = {},
    addressId = "the attestor's",
  ) {
    return this.means.store.write.once((tx) =>
      answerAttestation(tx, { attestationId, addressId, answers, verdict }, this.now),
    );
  }

  /** A request that its attestor has confirmed, and took her time for. */
  async attested(change: Partial<NewRequest> & { readonly number?: string } = {}): Promise<string> {
    const { requestId, attestationId } = await this.asks(change);
    await this.begins(attestationId);
    this.pass(5 * minuteMs);
    await this.says(attestationId, "right", {});
    return requestId;
  }

  decides(requestId: string, change: Partial<Decision> = {}): Promise<DecisionOutcome> {
    return decideRequest(this.means, {
      ...{ requestId, staffId: "ayse", decision: "approve", reason: "The employer answered." },
      ...change,
    });
  }

  /** A credential of a new request, issued. */
  async issued(change: Partial<NewRequest> & { readonly number?: string } = {}) {
    const outcome = await this.decides(await this.attested(change));
    if (outcome.kind !== "issued") throw new Error(`not issued: ${outcome.kind}`);
    return outcome;
  }

  checks(text: string, pin: string | null = null, identifier = "+905559990001") {
    return checkCode(this.means, { text, pin, asker: { kind: "phone", identifier } });
  }
}
