/** The operator's fault: the settings do not make a configuration. Every fault is named, so that one try mends them all. */
export class ConfigRefused extends Error {
  override readonly name = "ConfigRefused";
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The settings need mending (see .env.example):\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
    this.faults = faults;
  }
}
