import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

/** A mail server by other people, which keeps what it takes. */
export interface AMailServer {
  readonly url: string;
  readonly taken: readonly Email[];
  readonly raw: readonly string[];
}

export async function aMailServer(options: SMTPServerOptions = {}): Promise<AMailServer> {
  const taken: Email[] = [];
  const raw: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const letter = Buffer.concat(chunks);
        raw.push(letter.toString("utf8"));
        PostalMime.parse(letter).then((email) => {
          taken.push(email);
          done();
        }, done);
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, taken, raw };
}

/** What a mail server says when it will not, with its code. */
export const refusal = (code: number, words = "no"): Error =>
  Object.assign(new Error(words), { responseCode: code });
