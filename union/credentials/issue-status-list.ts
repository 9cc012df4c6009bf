import { z } from "zod";
import { hourMs } from "../../domain/moment.ts";
import { type StatusPurpose, statusPurposes, w3cContext } from "./credential-document.ts";
import { type Issuer, signDocument } from "./sign-document.ts";
import { encodeStatusList, type StatusBits } from "./status-list.ts";

/** How long a signed list may be relied on: long enough to outlast a night without us, short enough to notice. */
export const statusListValidMs = 48 * hourMs;

/** A list as it is signed (https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential). */
export const statusListDocument = z.strictObject({
  "@context": z.tuple([z.literal(w3cContext)]),
  id: z.url({ protocol: /^https?$/ }),
  type: z.tuple([z.literal("VerifiableCredential"), z.literal("BitstringStatusListCredential")]),
  issuer: z.string(),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  credentialSubject: z.strictObject({
    id: z.string(),
    type: z.literal("BitstringStatusList"),
    statusPurpose: z.enum(statusPurposes),
    encodedList: z.string(),
  }),
});

/** A list that is to be published. */
export interface StatusList {
  /** The public address it is published at. */
  readonly url: string;
  readonly purpose: StatusPurpose;
  readonly bits: StatusBits;
}

/** Signs a status list as `vc+jwt`, to be relied on for 48 hours from now. */
export function issueStatusList(
  issuer: Issuer,
  { url, purpose, bits }: StatusList,
  now: Date,
): Promise<string> {
  const document: z.infer<typeof statusListDocument> = {
    "@context": [w3cContext],
    id: url,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuer.did,
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + statusListValidMs).toISOString(),
    credentialSubject: {
      id: `${url}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList: encodeStatusList(bits),
    },
  };
  return signDocument(issuer, document);
}
