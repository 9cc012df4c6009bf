import type { Means } from "../means.ts";
import type { OpenIssuer } from "./open-issuer.ts";

/** What issuing, taking back and checking work with. */
export type CredentialMeans = Pick<Means, "store" | "clock" | "newId" | "randomInt" | "secrets"> & {
  readonly issuer: OpenIssuer;
};
