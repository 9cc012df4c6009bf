/** Our own fault: a text, or a value for a placeholder in it, is not there. Nothing half-made is ever sent to a member. */
export class MissingText extends Error {
  override readonly name = "MissingText";
  readonly key: string;
  /** The placeholder without a value; null when the text itself is missing. */
  readonly placeholder: string | null;

  constructor(key: string, placeholder: string | null) {
    super(
      placeholder === null
        ? `there is no text ${key}`
        : `the text ${key} got no value for {{${placeholder}}}`,
    );
    this.key = key;
    this.placeholder = placeholder;
  }
}
