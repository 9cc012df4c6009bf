/** The machine's fault: a private Redis could not be started; the message says what to do about it. */
export class PrivateRedisFault extends Error {
  override readonly name = "PrivateRedisFault";
}
