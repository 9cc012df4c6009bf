/** What the tests use of packages that bring no types. */
declare module "@digitalbazaar/vc-bitstring-status-list" {
  export interface BitstringStatusList {
    readonly length: number;
    getStatus(index: number): boolean;
  }
  export function decodeList(list: { readonly encodedList: string }): Promise<BitstringStatusList>;
  export function checkStatus(question: {
    readonly credential: unknown;
    readonly documentLoader: (url: string) => Promise<{ readonly document: unknown }>;
    readonly verifyBitstringStatusListCredential: boolean;
  }): Promise<{
    readonly verified: boolean;
    readonly error?: unknown;
    readonly results?: readonly { readonly status: boolean }[];
  }>;
}

declare module "@digitalbazaar/vc" {
  export function defaultDocumentLoader(url: string): Promise<object>;
  /** Throws where the W3C data model is not kept. */
  export function _checkCredential(question: { readonly credential: unknown; readonly now: Date }): void;
}

declare module "jsonld" {
  const jsonld: {
    /** In safe mode, throws where a term is not defined. */
    expand(
      document: unknown,
      options: { readonly safe: boolean; readonly documentLoader: (url: string) => Promise<object> },
    ): Promise<readonly object[]>;
  };
  export default jsonld;
}
