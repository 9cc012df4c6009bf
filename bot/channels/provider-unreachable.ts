/** The provider could not be asked or gave no usable answer: its fault or the network's, and worth another try. */
export class ProviderUnreachable extends Error {
  readonly account: string;

  constructor(account: string, doing: string, detail: string) {
    super(`${doing}: ${detail}`);
    this.name = "ProviderUnreachable";
    this.account = account;
  }
}
