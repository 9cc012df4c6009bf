import { z } from "zod";
import { credentialClaims } from "../../domain/credential-claims.ts";

/** The context of every document of the W3C data model, version 2.0. */
export const w3cContext = "https://www.w3.org/ns/credentials/v2";

/** What a status list is for. Suspension can be taken back, revocation cannot. */
export const statusPurposes = ["revocation", "suspension"] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

const urnUuid = z
  .string()
  .regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
/** Midnight in UTC: the time of day would link papers that were made together. */
const midnight = z.iso.datetime().regex(/T00:00:00Z$/);
const statusEntry = z.strictObject({
  id: z.url(),
  type: z.literal("BitstringStatusListEntry"),
  statusPurpose: z.enum(statusPurposes),
  statusListIndex: z.string().regex(/^(?:0|[1-9]\d{0,5})$/),
  statusListCredential: z.url({ protocol: /^https?$/ }),
});

/** The claims, and a name for whom they are about: random for each credential, so that nobody can tell two of hers. */
const credentialSubject = z
  .looseObject({ id: urnUuid })
  .transform(({ id, ...claims }) => ({ id, claims }))
  .pipe(z.strictObject({ id: urnUuid, claims: credentialClaims }));

/** The type that each kind of credential bears for those who do not know our claims. */
export const typeOf = {
  "work-record": "WorkRecordCredential",
  skill: "SkillCredential",
  training: "TrainingCredential",
} as const;

/**
 * A credential as it is signed, in the W3C data model 2.0 (https://www.w3.org/TR/vc-data-model-2.0/). Nothing
 * else is let in or out: it is made to this shape, and a signed document of another one is malformed.
 */
export const credentialDocument = z.strictObject({
  "@context": z.tuple([z.literal(w3cContext), z.strictObject({ "@vocab": z.url() })]),
  id: urnUuid,
  type: z.tuple([z.literal("VerifiableCredential"), z.enum(Object.values(typeOf))]),
  issuer: z.string(),
  validFrom: midnight,
  validUntil: midnight,
  credentialSubject,
  credentialStatus: z.array(statusEntry).min(1).max(statusPurposes.length),
});
export type CredentialDocument = z.infer<typeof credentialDocument>;
